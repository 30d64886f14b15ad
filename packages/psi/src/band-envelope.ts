// Samples flow in one by one, the swell of one band flows out.
import type { Hertz, Ms } from '@psiona/shared'
import { Biquad } from './biquad'

/** Two equal poles: −3 dB at 9.3 Hz, so syllables pass and the pitch does not. */
const ENVELOPE_TAU_MS: Ms = 11
/** A slow change comes out this much later: by it the listener waits for the sound after a moment. */
export const ENVELOPE_DELAY_MS: Ms = 2 * ENVELOPE_TAU_MS

export class BandEnvelope {
  /** Mean absolute value of the band. */
  level = 0
  private readonly above: Biquad
  private readonly below: Biquad
  private readonly share: number
  private inner = 0

  constructor(lowHz: Hertz, highHz: Hertz, rateHz: Hertz) {
    this.above = new Biquad('high-pass', lowHz, rateHz)
    this.below = new Biquad('low-pass', highHz, rateHz)
    this.share = 1 - Math.exp(-1000 / (ENVELOPE_TAU_MS * rateHz))
  }

  next(x: number): void {
    const band = this.below.next(this.above.next(x))
    this.inner += this.share * (Math.abs(band) - this.inner)
    this.level += this.share * (this.inner - this.level)
  }
}
