// In: samples at one rate. Out: samples at another, by straight lines between neighbours. Runs in the AudioWorklet; no allocation.
// Only for machines whose AudioContext refuses SAMPLE_RATE; speech to 12 kHz survives it.
import type { Hertz } from '@psiona/shared/units'

export class Resampler {
  readonly #step: number
  #phase = 0
  #before = 0
  #after = 0

  constructor(from: Hertz, to: Hertz) {
    this.#step = from / to
  }

  /** How many input samples the next `run` over `outLength` samples takes. */
  needed(outLength: number): number {
    return Math.floor(this.#phase + (outLength - 1) * this.#step)
  }

  run(input: Float32Array, out: Float32Array): void {
    let taken = 0
    for (let i = 0; i < out.length; i++) {
      while (this.#phase >= 1) {
        this.#before = this.#after
        this.#after = input[taken++]!
        this.#phase -= 1
      }
      out[i] = this.#before + (this.#after - this.#before) * this.#phase
      this.#phase += this.#step
    }
  }
}
