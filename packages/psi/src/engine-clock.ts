// The one counter of samples, and which speech stands where on it. Scores and sounds flow in, places flow out; all positions are whole blocks.
import { BLOCK_SAMPLES, type Ms, type Samples, samplesFromMs, type WordSpan } from '@psiona/shared'
import { type FaceOutlook, faceOutlook } from './face-outlook'
import type { ForecastGoals } from './forecast-goals'
import { type OpenSound, PlacedSound, type SoundOptions } from './placed-sound'
import type { Score } from './score'

export interface PlacedScore {
  /** On the engine's clock. */
  readonly startSample: Samples
  readonly endSample: Samples
  readonly words: readonly WordSpan[]
}

export interface QueuedScore {
  readonly kind: 'score'
  readonly score: Score
  readonly setting: Float64Array
  readonly outlook: FaceOutlook
  readonly startSample: Samples
  readonly endSample: Samples
}
export type QueuedSpeech = QueuedScore | PlacedSound

export class EngineClock {
  /** The next sample to be rendered. */
  atSample: Samples
  private queue: QueuedSpeech[] = []

  constructor(startSample: Samples) {
    this.atSample = Math.ceil(startSample / BLOCK_SAMPLES) * BLOCK_SAMPLES
  }

  /** Speech that is not rendered yet, silence before and between included; of a sound that is still coming, what has come. */
  get queuedSamples(): Samples {
    const last = this.queue.at(-1)
    if (!last) return 0
    const endSample = last.kind === 'sound' ? last.knownEndSample : last.endSample
    return Math.max(0, endSample - this.atSample)
  }

  /** After what is queued, at the earliest at `earliest`. A score without sound takes a place and no time. */
  place(score: Score, setting: Float64Array, earliest: Samples, leadMs: Ms): PlacedScore {
    const startSample = this.startAfter(earliest, leadMs)
    const endSample = startSample + score.durationSamples
    if (score.durationSamples > 0) {
      const outlook = faceOutlook(score.emotion, score)
      this.queue.push({ kind: 'score', score, setting, outlook, startSample, endSample })
    }
    const words = score.words.map((word) => ({
      text: word.text,
      startSample: startSample + word.startSample,
      endSample: startSample + word.endSample,
    }))
    return { startSample, endSample, words }
  }

  /** Likewise. What comes after a sound that has not ended ends it: only then is there a place. */
  placeSound(options: SoundOptions, earliest: Samples, leadMs: Ms): OpenSound {
    const sound = new PlacedSound(this.startAfter(earliest, leadMs), options)
    this.queue.push(sound)
    return sound
  }

  /** The speech that covers the next sample, if any. What is over is forgotten. */
  current(): QueuedSpeech | null {
    while (this.queue.length > 0 && (this.queue[0]!.endSample ?? Number.POSITIVE_INFINITY) <= this.atSample) this.queue.shift()
    const first = this.queue[0]
    return first && first.startSample <= this.atSample ? first : null
  }

  /** What the speech that plays and the speech after it ask of the face; `rest` is worn after each. */
  foretell(goals: ForecastGoals, rest: Float64Array): void {
    for (let i = 0; i < this.queue.length; i++) {
      const speech = this.queue[i]!
      if (speech.startSample >= goals.untilSample) return
      goals.addSpeech(speech.startSample, speech.outlook)
      if (speech.endSample !== null) goals.addMood(speech.endSample, rest)
    }
  }

  clear(): void {
    this.queue = []
  }

  private startAfter(earliest: Samples, leadMs: Ms): Samples {
    const last = this.queue.at(-1)
    if (last?.kind === 'sound') last.end()
    const lead = Math.ceil(samplesFromMs(Math.max(0, leadMs)) / BLOCK_SAMPLES) * BLOCK_SAMPLES
    return Math.max(earliest, last?.endSample ?? 0) + lead
  }
}
