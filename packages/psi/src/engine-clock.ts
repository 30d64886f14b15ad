// The one counter of samples, and which score stands where on it. Scores flow in, places flow out; all positions are whole blocks.
import { BLOCK_SAMPLES, type Ms, type Samples, samplesFromMs, type WordSpan } from '@psiona/shared'
import type { Score } from './score'

export interface PlacedScore {
  /** On the engine's clock. */
  readonly startSample: Samples
  readonly endSample: Samples
  readonly words: readonly WordSpan[]
}

export interface QueuedScore {
  readonly score: Score
  readonly setting: Float64Array
  readonly startSample: Samples
  readonly endSample: Samples
}

export class EngineClock {
  /** The next sample to be rendered. */
  atSample: Samples
  private queue: QueuedScore[] = []

  constructor(startSample: Samples) {
    this.atSample = Math.ceil(startSample / BLOCK_SAMPLES) * BLOCK_SAMPLES
  }

  /** Speech that is not rendered yet, silence before and between included. */
  get queuedSamples(): Samples {
    return Math.max(0, (this.queue.at(-1)?.endSample ?? 0) - this.atSample)
  }

  /** After what is queued, at the earliest at `earliest`. A score without sound takes a place and no time. */
  place(score: Score, setting: Float64Array, earliest: Samples, leadMs: Ms): PlacedScore {
    const lead = Math.ceil(samplesFromMs(Math.max(0, leadMs)) / BLOCK_SAMPLES) * BLOCK_SAMPLES
    const startSample = Math.max(earliest, this.queue.at(-1)?.endSample ?? 0) + lead
    const endSample = startSample + score.durationSamples
    if (score.durationSamples > 0) this.queue.push({ score, setting, startSample, endSample })
    const words = score.words.map((word) => ({
      text: word.text,
      startSample: startSample + word.startSample,
      endSample: startSample + word.endSample,
    }))
    return { startSample, endSample, words }
  }

  /** The score that covers the next sample, if any. What is over is forgotten. */
  current(): QueuedScore | null {
    while (this.queue.length > 0 && this.queue[0]!.endSample <= this.atSample) this.queue.shift()
    const first = this.queue[0]
    return first && first.startSample <= this.atSample ? first : null
  }

  clear(): void {
    this.queue = []
  }
}
