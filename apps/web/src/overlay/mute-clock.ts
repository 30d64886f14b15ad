// In: blocks without their sound, as they arrive. Out: the playing sample of a client that does not sound: the same queue as the
// speaker's, emptied by the page's clock, so that two clients of one stream show the same face within a block or two.
import { BLOCK_SAMPLES, type Ms, SAMPLE_RATE, type Samples } from '@psiona/shared/units'
import { BlockQueue } from './block-queue'
import type { FaceBlock } from './feed-messages'
import type { PlayClock } from './play-clock'

export class MuteClock implements PlayClock {
  #started = false
  readonly #queue = new BlockQueue({
    began: () => {
      this.#started = true
    },
    held: () => {},
  })
  readonly #unheard = new Float32Array(BLOCK_SAMPLES)
  #atMs: Ms | null = null
  /** Part of a sample that has passed but was not taken. */
  #owed: Samples = 0

  push({ blockId, epoch, atSample, elastic, hold }: FaceBlock): void {
    this.#queue.push({ blockId, epoch, atSample, elastic, hold, pcm: null })
  }
  cut(epoch: number): void {
    this.#queue.cut(epoch, 0)
  }
  restart(): void {
    this.#queue.restart()
    // The position is one of the stream that is over.
    this.#started = false
  }

  playingSample(nowMs: Ms): Samples | null {
    // After a pause of the page (hidden tab) nothing older than a second is left to be taken.
    this.#owed += Math.min(SAMPLE_RATE, ((nowMs - (this.#atMs ?? nowMs)) * SAMPLE_RATE) / 1000)
    this.#atMs = nowMs
    while (this.#owed >= 1) {
      const length = Math.min(BLOCK_SAMPLES, Math.floor(this.#owed))
      this.#queue.read(this.#unheard, length)
      this.#owed -= length
    }
    return this.#started ? this.#queue.position : null
  }
}
