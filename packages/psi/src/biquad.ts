// One sample flows in, one filtered sample flows out: Butterworth filters of two poles (bilinear transform). No allocation after making.
import type { Hertz } from '@psiona/shared'

export class Biquad {
  private readonly b0: number
  private readonly b1: number
  private readonly a1: number
  private readonly a2: number
  private s1 = 0
  private s2 = 0

  constructor(kind: 'low-pass' | 'high-pass', cutHz: Hertz, rateHz: Hertz) {
    const warped = Math.tan((Math.PI * cutHz) / rateHz)
    const scale = 1 / (1 + Math.SQRT2 * warped + warped * warped)
    this.b0 = kind === 'low-pass' ? warped * warped * scale : scale
    this.b1 = kind === 'low-pass' ? 2 * this.b0 : -2 * this.b0
    this.a1 = 2 * (warped * warped - 1) * scale
    this.a2 = (1 - Math.SQRT2 * warped + warped * warped) * scale
  }

  next(x: number): number {
    const y = this.b0 * x + this.s1
    this.s1 = this.b1 * x - this.a1 * y + this.s2
    this.s2 = this.b0 * x - this.a2 * y
    return y
  }
}
