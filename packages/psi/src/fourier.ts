// A stretch of real sound flows in, its power per frequency bin flows out. Tables are made once; reading allocates nothing.

export class Fourier {
  /** Mean square of each bin from 0 to half the rate, so that their sum is the mean square of the windowed sound. */
  readonly power: Float64Array
  private readonly half: number
  private readonly re: Float64Array
  private readonly im: Float64Array
  private readonly cos: Float64Array
  private readonly sin: Float64Array
  private readonly mirrored: Uint16Array

  /** `size`: a power of 2. */
  constructor(size: number) {
    const half = size / 2
    this.half = half
    this.power = new Float64Array(half)
    this.re = new Float64Array(half)
    this.im = new Float64Array(half)
    this.cos = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size))
    this.sin = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size))
    this.mirrored = Uint16Array.from({ length: half }, (_, i) => {
      let bits = 0
      for (let bit = 1; bit < half; bit *= 2) bits = 2 * bits + (i & bit ? 1 : 0)
      return bits
    })
  }

  /** Sample `n` of at most `size`, windowed already; those not given are 0. */
  put(n: number, x: number): void {
    // Even samples as real, odd ones as imaginary parts: a real transform at half the size.
    const at = this.mirrored[n >> 1]!
    if (n & 1) this.im[at] = x
    else this.re[at] = x
  }

  /** Fills `power` from what was put; the next sound begins empty. */
  transform(): void {
    this.butterflies()
    const { re, im, cos, sin, half, power } = this
    const scale = 1 / (2 * half * half)
    for (let k = 0; k < half; k++) {
      const m = (half - k) % half
      const evenRe = 0.5 * (re[k]! + re[m]!)
      const evenIm = 0.5 * (im[k]! - im[m]!)
      const oddRe = 0.5 * (im[k]! + im[m]!)
      const oddIm = 0.5 * (re[m]! - re[k]!)
      const sumRe = evenRe + oddRe * cos[k]! + oddIm * sin[k]!
      const sumIm = evenIm + oddIm * cos[k]! - oddRe * sin[k]!
      power[k] = scale * (sumRe * sumRe + sumIm * sumIm)
    }
    re.fill(0)
    im.fill(0)
  }

  private butterflies(): void {
    const { re, im, cos, sin, half } = this
    for (let span = 1; span < half; span *= 2) {
      const stride = half / span
      for (let k = 0; k < span; k++) {
        const c = cos[k * stride]!
        const s = sin[k * stride]!
        for (let a = k; a < half; a += 2 * span) {
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
}
