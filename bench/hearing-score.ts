// A scene and what the ears made of it flow in; figures flow out. All positions are samples at MIC_RATE.
import { MIC_RATE } from '@psiona/shared'
import { quantiles, rounded } from './figures'
import type { Scene, Utterance } from './hearing-scenes'

/** One utterance as the ears heard it, from its first sample, pre-roll included, to its last. */
export interface HeardVoice {
  readonly fromSample: number
  readonly noticedSample: number
  /** What the chunk in which it was noticed took to be listened to. */
  readonly noticedWorkMs: number
  readonly toSample: number
  readonly stopWorkMs: number
  readonly dropped: boolean
}

export interface Score {
  readonly scene: Scene
  readonly onsetsMs: number[]
  readonly offsetsMs: number[]
  readonly falseStarts: number
  /** Of them those that were dropped at once, of which no words come. */
  readonly falseDropped: number
  readonly missed: readonly Utterance[]
  /** Of those that were heard. */
  readonly beginningLost: readonly Utterance[]
  readonly quietMinutes: number
}

/** A start that is noticed so soon after the end of an utterance belongs to it: a frame, a chunk and a short word. */
const AFTERGLOW_SAMPLES = 0.1 * MIC_RATE
const ms = (samples: number) => (samples / MIC_RATE) * 1000

export function score(scene: Scene, voices: readonly HeardVoice[]): Score {
  const { utterances, samples } = scene
  const kept = voices.filter(({ dropped }) => !dropped)
  const onsetsMs: number[] = []
  const offsetsMs: number[] = []
  const missed: Utterance[] = []
  const beginningLost: Utterance[] = []
  for (const [index, utterance] of utterances.entries()) {
    const { startSample, endSample, softStartSample } = utterance
    const next = utterances[index + 1]?.softStartSample ?? samples.length
    const over = kept.filter(({ fromSample, toSample }) => fromSample < endSample && toSample > startSample)
    const handedOn = over.reduce(
      (sum, { fromSample, toSample }) => sum + Math.min(endSample, toSample) - Math.max(startSample, fromSample),
      0,
    )
    const [first, last] = [over[0], over.at(-1)]
    if (!first || !last || handedOn < (endSample - startSample) / 2) {
      missed.push(utterance)
      continue
    }
    if (first.fromSample > softStartSample) beginningLost.push(utterance)
    // Who is already being listened to is not noticed anew.
    if (first.noticedSample >= softStartSample) onsetsMs.push(ms(first.noticedSample - startSample) + first.noticedWorkMs)
    if (last.toSample > endSample && last.toSample < next) offsetsMs.push(ms(last.toSample - endSample) + last.stopWorkMs)
  }
  const isFalse = ({ noticedSample }: HeardVoice) =>
    !utterances.some(
      ({ softStartSample, endSample }) => noticedSample >= softStartSample && noticedSample <= endSample + AFTERGLOW_SAMPLES,
    )
  const falseVoices = voices.filter(isFalse)
  const spoken = utterances.reduce((sum, { startSample, endSample }) => sum + endSample - startSample, 0)
  return {
    scene,
    onsetsMs,
    offsetsMs,
    missed,
    beginningLost,
    falseStarts: falseVoices.length,
    falseDropped: falseVoices.filter(({ dropped }) => dropped).length,
    quietMinutes: ms(samples.length - spoken) / 60_000,
  }
}

const sum = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0)

export const falsePerMinute = (scores: readonly Score[]): number =>
  rounded(sum(scores, ({ falseStarts }) => falseStarts) / sum(scores, ({ quietMinutes }) => quietMinutes), 2)

/** What a group of scenes gives together. */
export function figuresOf(scores: readonly Score[]) {
  const utterances = sum(scores, ({ scene }) => scene.utterances.length)
  const missed = sum(scores, (one) => one.missed.length)
  return {
    vadOnsetMs: quantiles(
      scores.flatMap(({ onsetsMs }) => onsetsMs),
      ['p50', 'p95'],
    ),
    vadOffsetMs: quantiles(
      scores.flatMap(({ offsetsMs }) => offsetsMs),
      ['p50', 'p95'],
    ),
    missedSpeechRate: rounded(missed / utterances, 4),
    falseSpeechPerMinute: falsePerMinute(scores),
    firstWordLostRate: rounded(sum(scores, ({ beginningLost }) => beginningLost.length) / Math.max(1, utterances - missed), 4),
  }
}
