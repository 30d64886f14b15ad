// In: when each packet was captured. Out: where it lies on the microphone's own clock, which outlives devices and pauses.
import { MIC_CHUNK_MS, MIC_CHUNK_SAMPLES, MIC_RATE } from '@psiona/shared/pcm'
import type { Ms, Samples } from '@psiona/shared/units'

/** The audio thread stamps packets as it gets round to it; a busy machine makes that late without a sample missing. Longer than this, the
 *  capture itself stood still (a locked phone, a sleeping computer). */
const LONGEST_LATENESS_MS: Ms = 500

export class MicClock {
  #next: Samples = 0
  #lastMs: Ms | null = null

  /** `capturedMs`: the wall clock at the packet's end. `fresh`: the first of a newly opened device. Returns the position of its first sample. */
  place(capturedMs: Ms, fresh: boolean): Samples {
    const silentMs = this.#lastMs === null ? 0 : capturedMs - this.#lastMs - MIC_CHUNK_MS
    const missing = silentMs > (fresh ? 0 : LONGEST_LATENESS_MS) ? Math.round((silentMs * MIC_RATE) / 1000) : 0
    const atSample = this.#next + missing
    this.#lastMs = capturedMs
    this.#next = atSample + MIC_CHUNK_SAMPLES
    return atSample
  }
}
