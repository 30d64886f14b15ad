// Words as our own score times them and where another engine speaks flow in; when that engine says each word flows out, as well as can be
// told from the lengths of the words: between pauses that both make they keep their shares of the time in which somebody speaks.
import type { Samples, WordSpan } from '@psiona/shared'
import type { SampleSpan, Score } from './score'

/** What of a score is needed. */
export type WordShares = Pick<Score, 'words' | 'speech'>

/** Two pauses are the same when so little of all speech lies between where they are expected and where they are. */
const SAME_PAUSE = 0.1

/** In samples from the start of the sound. `spoken`: where it speaks; without any the score's own times hold. */
export function wordTimes({ words, speech }: WordShares, spoken: readonly SampleSpan[]): WordSpan[] {
  if (spoken.length === 0 || speech.length === 0) return [...words]
  const stretches = commonStretches(speech, spoken)
  let from = 0
  return words.map(({ text, startSample, endSample }) => {
    const middle = (startSample + endSample) / 2
    const stretch = stretches.find(({ score }) => middle < score.at(-1)!.endSample) ?? stretches.at(-1)!
    const scale = total(stretch.sound) / total(stretch.score)
    const start = Math.max(from, after(stretch.sound, scale * before(stretch.score, startSample), false))
    const end = Math.max(start, after(stretch.sound, scale * before(stretch.score, endSample), true))
    from = end
    return { text, startSample: start, endSample: end }
  })
}

interface Stretch {
  readonly score: readonly SampleSpan[]
  readonly sound: readonly SampleSpan[]
}

/** Both are parted at the pauses that they share. */
function commonStretches(score: readonly SampleSpan[], sound: readonly SampleSpan[]): Stretch[] {
  const stretches: Stretch[] = []
  let [scoreFrom, soundFrom] = [0, 0]
  for (let s = 1; s < score.length; s++) {
    const expected = total(score.slice(0, s)) / total(score)
    const away = (k: number) => Math.abs(total(sound.slice(0, k)) / total(sound) - expected)
    let nearest = soundFrom + 1
    for (let k = nearest + 1; k < sound.length; k++) if (away(k) < away(nearest)) nearest = k
    if (nearest >= sound.length || away(nearest) > SAME_PAUSE) continue
    stretches.push({ score: score.slice(scoreFrom, s), sound: sound.slice(soundFrom, nearest) })
    scoreFrom = s
    soundFrom = nearest
  }
  return [...stretches, { score: score.slice(scoreFrom), sound: sound.slice(soundFrom) }]
}

const total = (spans: readonly SampleSpan[]) =>
  spans.reduce((sum, { startSample, endSample }) => sum + endSample - startSample, 0)

/** How much is spoken before that sample. */
function before(spans: readonly SampleSpan[], sample: Samples): Samples {
  return spans.reduce(
    (sum, { startSample, endSample }) => sum + Math.min(endSample, Math.max(startSample, sample)) - startSample,
    0,
  )
}

/** Where so much has been spoken; at a pause `end` says on which side of it. */
function after(spans: readonly SampleSpan[], spoken: Samples, end: boolean): Samples {
  let left = spoken
  for (const [i, { startSample, endSample }] of spans.entries()) {
    const length = endSample - startSample
    // A rounding's worth of the next stretch is none of it.
    if (i === spans.length - 1 || (end ? left <= length + 1 : left < length - 1))
      return Math.round(Math.min(endSample, startSample + Math.max(0, left)))
    left -= length
  }
  return 0
}
