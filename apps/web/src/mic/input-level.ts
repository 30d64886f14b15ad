// In: mono samples as the browser gives them. Out: how loud they were, each about 66 ms. Runs in the AudioWorklet; allocates only what it gives.
import type { Hertz, Samples } from '@psiona/shared/units'
import { NO_LEVEL_DBFS } from './microphone-view'

/** 15 times a second: as often as a meter is drawn. */
const LEVELS_PER_SECOND = 15
/** Converters stop at full scale, or a hair below it; sound that is only loud seldom gets there. */
const CLIPS_AT = 0.995

export interface InputLevel {
  readonly dbfs: number
  readonly peakDbfs: number
  readonly clips: boolean
}

const dbfsOf = (amplitude: number) => Math.max(NO_LEVEL_DBFS, 20 * Math.log10(amplitude))

export class InputLevelMeter {
  readonly #window: Samples
  #count: Samples = 0
  #power = 0
  #peak = 0

  constructor(rate: Hertz) {
    this.#window = Math.round(rate / LEVELS_PER_SECOND)
  }

  push(samples: Float32Array, give: (level: InputLevel) => void): void {
    for (let at = 0; at < samples.length; at++) {
      const sample = samples[at]!
      this.#power += sample * sample
      this.#peak = Math.max(this.#peak, Math.abs(sample))
      if (++this.#count < this.#window) continue
      give({
        dbfs: dbfsOf(Math.sqrt(this.#power / this.#window)),
        peakDbfs: dbfsOf(this.#peak),
        clips: this.#peak >= CLIPS_AT,
      })
      this.#count = this.#power = this.#peak = 0
    }
  }
}
