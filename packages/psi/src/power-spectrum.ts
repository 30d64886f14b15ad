// A stretch of sound flows in, its energy and the centre of its spectrum flow out. Tables are made once; reading allocates nothing.
import type { Hertz, Samples } from '@psiona/shared'
import { Fourier } from './fourier'

const SIZE = 512
/** Below, hum and the microphone's handling would pull the centre down. */
const LEAST_HZ: Hertz = 60

export class PowerSpectrum {
  /** Mean square of the last sound read, weighted by the window. */
  power = 0
  /** Where half the moment of the power spectrum lies on either side; 0 in silence. */
  centroidHz: Hertz = 0
  private readonly window: Float64Array
  private readonly windowPower: number
  private readonly binHz: Hertz
  private readonly fourier = new Fourier(SIZE)

  /** `windowSamples` ≤ 512. */
  constructor(windowSamples: Samples, rateHz: Hertz) {
    this.window = Float64Array.from(
      { length: windowSamples },
      (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / windowSamples),
    )
    this.windowPower = this.window.reduce((sum, w) => sum + w * w, 0)
    this.binHz = rateHz / SIZE
  }

  /** Looks at the window around `centre`. */
  read(sound: Float32Array, centre: number): void {
    const { window, fourier } = this
    const first = centre - window.length / 2
    let sum = 0
    for (let n = 0; n < window.length; n++) {
      const x = window[n]! * sound[first + n]!
      sum += x * x
      fourier.put(n, x)
    }
    this.power = sum / this.windowPower
    fourier.transform()
    this.centroidHz = this.centre()
  }

  private centre(): Hertz {
    const { binHz } = this
    const { power } = this.fourier
    let [moment, total] = [0, 0]
    for (let k = Math.ceil(LEAST_HZ / binHz); k < power.length; k++) {
      moment += k * power[k]!
      total += power[k]!
    }
    return total > 0 ? (binHz * moment) / total : 0
  }
}
