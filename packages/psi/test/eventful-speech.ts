// A seed flows in; out flows what the live engine sounds like on an evening on which everything happens at once: sentences, cuts in
// mid-word, moods and dials that change while she speaks, other voices, gestures. And where the mouth makes noise by itself.
import { BLOCK_SAMPLES, EMOTIONS, type Emotion, FACE_CHANNEL_COUNT, GESTURES, type VoiceDials } from '@psiona/shared'
import { openEnglish } from '../scripts/open-english'
import { composeScore } from '../src/compose-score'
import { createEngine } from '../src/engine'
import { phonemise } from '../src/phonemise'
import { createRandom, type Random } from '../src/random'
import type { Score } from '../src/score'
import { NAMED_VOICES } from '../src/voices'

const english = openEnglish()
const WORDS =
  'please stop that big cat pick it up quickly and put six boxes back by the bridge before Bob gets there haha no why would you do this to us all you need is a little patience thank goodness [sigh] hmm wow they zoomed over the huge green valley with joy THAT IS AMAZING [whisper] secret [/whisper] measure judge church teeth'.split(
    ' ',
  )
const ENDINGS = ['.', '?', '!', '...', ',', '']
/** Blocks between one event and the next. */
const EVENT_BLOCKS = { least: 4, most: 50 }

export interface Span {
  readonly from: number
  readonly to: number
}
/** A hiss takes some milliseconds to come and to go. */
const AROUND_NOISE = 480

export interface EventfulSpeech {
  readonly pcm: Float32Array
  /** Where the mouth hisses or bursts open. */
  readonly noises: readonly Span[]
  readonly cuts: number
  readonly changes: number
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random.between(0, list.length))]!

function sentence(random: Random): string {
  const words = Array.from({ length: 1 + Math.floor(random.between(0, 9)) }, () => pick(random, WORDS))
  return words.join(' ') + pick(random, ENDINGS)
}
const feeling = (random: Random): Emotion =>
  random.uniform() < 0.3 ? {} : { [pick(random, EMOTIONS)]: random.uniform(), [pick(random, EMOTIONS)]: random.uniform() }
const dialsOf = (random: Random): VoiceDials => ({ ...pick(random, NAMED_VOICES).dials, rate: random.between(0.7, 1.6) })

export function eventfulSpeech(seed: number, utterances = 3): EventfulSpeech {
  const random = createRandom(seed)
  const engine = createEngine({ seed, dials: dialsOf(random) })
  const blocks: Float32Array[] = []
  const planned: { readonly at: number; readonly score: Score }[] = []
  const face = new Float32Array(FACE_CHANNEL_COUNT)
  let [cuts, changes, spoken] = [0, 0, 0]
  let speakAgain = true
  let untilEvent = 0
  while (engine.queuedSamples > 0 || spoken < utterances) {
    if (speakAgain || engine.queuedSamples === 0) {
      const dials = dialsOf(random)
      const score = composeScore(phonemise(sentence(random), english), { dials, emotion: feeling(random), seed: seed + spoken })
      planned.push({ at: engine.enqueue(score).startSample, score })
      spoken++
      speakAgain = false
      untilEvent = Math.floor(random.between(EVENT_BLOCKS.least, EVENT_BLOCKS.most))
    }
    if (untilEvent-- === 0) {
      untilEvent = Math.floor(random.between(EVENT_BLOCKS.least, EVENT_BLOCKS.most))
      const kind = random.uniform()
      if (kind < 0.2) {
        engine.cut()
        cuts++
        speakAgain = spoken < utterances
      } else if (kind < 0.55) {
        engine.setMood(feeling(random))
        changes++
      } else if (kind < 0.9) {
        engine.setDials(dialsOf(random))
        changes++
      } else engine.gesture(pick(random, GESTURES))
    }
    const pcm = new Float32Array(BLOCK_SAMPLES)
    engine.render(pcm, face)
    blocks.push(pcm)
  }
  const pcm = new Float32Array(blocks.length * BLOCK_SAMPLES)
  blocks.forEach((block, i) => {
    pcm.set(block, i * BLOCK_SAMPLES)
  })
  return { pcm, noises: planned.flatMap(noisesOf), cuts, changes }
}

/** Noise made in the mouth, from goal to goal, with the time it takes to come and go. */
function noisesOf({ at, score }: { readonly at: number; readonly score: Score }): Span[] {
  const open = new Map<string, number>()
  const spans: Span[] = []
  for (const { oscillator, target, atSample } of score.goals) {
    if (!/^(?:burst|hiss)/.test(oscillator)) continue
    const from = open.get(oscillator)
    if (target > 0) open.set(oscillator, from ?? at + atSample)
    else if (from !== undefined) {
      spans.push({ from: from - AROUND_NOISE, to: at + atSample + AROUND_NOISE })
      open.delete(oscillator)
    }
  }
  return spans
}
