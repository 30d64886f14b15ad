// Segments flow in, the length of each at normal speed flows out: inherent length, stretched and squeezed by place (MITalk's rules).
import type { Ms } from '@psiona/shared'
import { fittedLength } from './phone-fit'
import { kindAfter, kindBefore, type Segment, vowelFrom } from './segment'

/** No phone is shorter: below this the ear loses its place in the row. */
const SHORTEST_MS: Ms = 18

/** MITalk's inherent lengths against a recorded speaker of ordinary speed: consonants were too short, vowels too long. */
const CONSONANT_FIT = 1.25
const VOWEL_FIT = 0.82
/** A flap is what it is. */
const FLAP_FIT = 1 / CONSONANT_FIT
/** Added per unit of emphasis. */
const EMPHASIS_VOWEL = 0.3
const EMPHASIS_CONSONANT = 0.12

export function durationsMs(segments: readonly Segment[]): readonly Ms[] {
  const syllables = new Map<number, number>()
  for (const { word, vowel } of segments) if (vowel) syllables.set(word, (syllables.get(word) ?? 0) + 1)
  return segments.map((segment, i) => {
    const ms = segment.vowel ? vowelMs(segments, i, syllables.get(segment.word) ?? 1) : consonantMs(segments, i)
    return Math.max(SHORTEST_MS, ms * (segment.symbol === 'DX' ? FLAP_FIT : fittedLength(segment.symbol)) * segment.length)
  })
}

/** Nothing but the coda follows: the stretch that is drawn out before a pause. */
function inLastSyllable(segments: readonly Segment[], i: number): boolean {
  const { phrase } = segments[i]!
  return vowelFrom(segments, i + 1, (segment) => segment.phrase === phrase) === null
}

function vowelMs(segments: readonly Segment[], i: number, syllablesInWord: number): Ms {
  const segment = segments[i]!
  const { minimumMs, inherentMs } = segment.vowel!
  const phraseFinal = inLastSyllable(segments, i)
  const wordFinal = vowelFrom(segments, i + 1, ({ word }) => word === segment.word) === null
  let minimum = minimumMs
  let percent = phraseFinal ? 1.35 : 0.72
  if (!wordFinal) percent *= 0.85
  if (syllablesInWord > 1) percent *= 0.85
  if (segment.stress === 0) {
    percent *= 0.62
    minimum *= 0.6
  } else if (segment.stress === 1) percent *= 0.85
  const coda = beforeCoda(segments, i)
  // Away from the phrase's end the coda's effect shrinks to a third.
  percent *= phraseFinal ? coda : 0.7 + 0.3 * coda
  const stressed = segment.stress > 0 ? 1 + EMPHASIS_VOWEL * segment.emphasis : 1
  return (minimum + (inherentMs - minimum) * percent) * VOWEL_FIT * stressed
}

/** Voiced consonants lengthen the vowel before them, voiceless ones cut it short. */
function beforeCoda(segments: readonly Segment[], i: number): number {
  if (segments[i]!.wordEnd) return 1.2
  const voiced = segments[i + 1]?.consonant?.voiced ?? false
  switch (kindAfter(segments, i)) {
    case 'fricative':
      return voiced ? 1.5 : 1
    case 'stop':
    case 'affricate':
      return voiced ? 1.2 : 0.75
    case 'nasal':
      return 0.88
    default:
      return 1
  }
}

function consonantMs(segments: readonly Segment[], i: number): Ms {
  const segment = segments[i]!
  const { minimumMs, inherentMs } = segment.consonant!
  const phraseFinal = inLastSyllable(segments, i)
  const [left, right] = [kindBefore(segments, i), kindAfter(segments, i)]
  let percent = phraseFinal ? 1.25 : 1
  if (!segment.wordStart && right !== 'vowel') percent *= 0.85
  const onset = vowelFrom(segments, i, () => true)
  if (!phraseFinal && (onset === null || onset.stress === 0)) percent *= 0.75
  const inCluster =
    (!segment.wordStart && left !== 'vowel' && left !== 'silence') ||
    (!segment.wordEnd && right !== 'vowel' && right !== 'silence')
  if (inCluster) percent *= 0.8
  if (segment.symbol === 'S' && right === 'stop' && !segment.wordEnd) percent *= 0.85
  const emphasised = 1 + EMPHASIS_CONSONANT * segment.emphasis
  return Math.max(minimumMs * 0.9, minimumMs + (inherentMs - minimumMs) * percent) * CONSONANT_FIT * emphasised
}
