// A stretch of sound flows in, its energy and the centre of its spectrum flow out. Tables are made once; reading allocates nothing.
import type { Hertz, Samples } from '@psiona/shared'

const SIZE = 512
const HALF = SIZE / 2
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
  private readonly re = new Float64Array(HALF)
  private readonly im = new Float64Array(HALF)
  private readonly cos = Float64Array.from({ length: HALF }, (_, k) => Math.cos((2 * Math.PI * k) / SIZE))
  private readonly sin = Float64Array.from({ length: HALF }, (_, k) => Math.sin((2 * Math.PI * k) / SIZE))
  private readonly mirrored = Uint16Array.from({ length: HALF }, (_, i) => {
    let bits = 0
    for (let bit = 1; bit < HALF; bit *= 2) bits = 2 * bits + (i & bit ? 1 : 0)
    return bits
  })

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
    const { re, im, window, mirrored } = this
    const first = centre - window.length / 2
    re.fill(0)
    im.fill(0)
    let sum = 0
    // Even samples as real, odd ones as imaginary parts: a real transform at half the size.
    for (let n = 0; n < window.length; n++) {
      const x = window[n]! * sound[first + n]!
      sum += x * x
      const at = mirrored[n >> 1]!
      if (n & 1) im[at] = x
      else re[at] = x
    }
    this.power = sum / this.windowPower
    this.transform()
    this.centroidHz = this.centre()
  }

  private transform(): void {
    const { re, im, cos, sin } = this
    for (let span = 1; span < HALF; span *= 2) {
      const stride = HALF / span
      for (let k = 0; k < span; k++) {
        const c = cos[k * stride]!
        const s = sin[k * stride]!
        for (let a = k; a < HALF; a += 2 * span) {
          const b = a + span
          const turnedRe = re[b]! * c + im[b]! * s
          const turnedIm = im[b]! * c - re[b]! * s
          re[b] = re[a]! - turnedRe
          im[b] = im[a]! - turnedIm
          re[a] = re[a]! + turnedRe
          im[a] = im[a]! + turnedIm
        }
      }
    }
  }

  private centre(): Hertz {
    const { re, im, cos, sin, binHz } = this
    let [moment, total] = [0, 0]
    for (let k = Math.ceil(LEAST_HZ / binHz); k < HALF; k++) {
      const m = HALF - k
      const evenRe = 0.5 * (re[k]! + re[m]!)
      const evenIm = 0.5 * (im[k]! - im[m]!)
      const oddRe = 0.5 * (im[k]! + im[m]!)
      const oddIm = 0.5 * (re[m]! - re[k]!)
      const sumRe = evenRe + oddRe * cos[k]! + oddIm * sin[k]!
      const sumIm = evenIm + oddIm * cos[k]! - oddRe * sin[k]!
      const power = sumRe * sumRe + sumIm * sumIm
      moment += k * power
      total += power
    }
    return total > 0 ? (binHz * moment) / total : 0
  }
}
