// The glottis: open quotient and brightness flow in, the complex strength of each harmonic of one pulse train flows out.
// The pulse is t² − t³ over the open part of the cycle; its spectrum depends on k·OQ alone, so it is a table.
import type { Hertz } from '@psiona/shared'
import type { Spectrum } from './formants'

/** 10.8 kHz over the lowest voice there is (50 Hz). */
export const MAX_HARMONICS = 216
export const HIGHEST_HARMONIC_HZ: Hertz = 10_800

/** A closed mouth lowers the cut-off by this factor per unit of voice bar … */
const BAR_DULLS = 4
/** … and adds a second pole that comes down to this at a full one. */
const BAR_POLE_HZ: Hertz = 400
const LEAST_BAR = 0.05
/** The pulse is the same within such a step, whatever it was before: no history in the sound. */
const QUOTIENT_STEP = 1e-3

export class VoiceSource {
  private readonly pulseRe = new Float64Array(MAX_HARMONICS + 1)
  private readonly pulseIm = new Float64Array(MAX_HARMONICS + 1)
  private openQuotient = 0
  private tilt: Hertz = 0
  private barTilt: Hertz = 0

  /** Per control step; the pulse table is made anew only when the open quotient has moved. */
  shape(openQuotient: number, brightness: Hertz, voiceBar: number): void {
    this.tilt = brightness / (1 + BAR_DULLS * voiceBar)
    this.barTilt = voiceBar > LEAST_BAR ? BAR_POLE_HZ / voiceBar : 0
    const rounded = Math.round(openQuotient / QUOTIENT_STEP) * QUOTIENT_STEP
    if (rounded === this.openQuotient) return
    this.openQuotient = rounded
    for (let k = 1; k <= MAX_HARMONICS; k++) this.pulse(k)
  }

  /** Harmonics 1 to `count` of `pitchHz` times `gain`: their frequencies and strengths into a spectrum, harmonic k at k − 1. */
  fill({ hertz, re, im }: Spectrum, count: number, pitchHz: Hertz, gain: number): void {
    for (let k = 1; k <= count; k++) {
      hertz[k - 1] = k * pitchHz
      re[k - 1] = gain * this.pulseRe[k]!
      im[k - 1] = gain * this.pulseIm[k]!
    }
    lowPass(hertz, re, im, count, this.tilt)
    if (this.barTilt > 0) lowPass(hertz, re, im, count, this.barTilt)
  }

  /** ∫₀¹ (2t − 3t²) e^(−iwt) dt with w = 2πk·OQ: the spectrum of the flow's derivative, by parts. */
  private pulse(k: number): void {
    const w = 2 * Math.PI * k * this.openQuotient
    const [eRe, eIm] = [Math.cos(w), -Math.sin(w)]
    // x / (iw) = (x.im − i·x.re) / w
    const [i0Re, i0Im] = [-eIm / w, -(1 - eRe) / w]
    const [i1Re, i1Im] = [(i0Im - eIm) / w, -(i0Re - eRe) / w]
    const [i2Re, i2Im] = [(2 * i1Im - eIm) / w, -(2 * i1Re - eRe) / w]
    this.pulseRe[k] = 2 * i1Re - 3 * i2Re
    this.pulseIm[k] = 2 * i1Im - 3 * i2Im
  }
}

/** Each point over (1 + i f/cutOff). */
function lowPass(hertz: Float64Array, re: Float64Array, im: Float64Array, count: number, cutOff: Hertz): void {
  for (let k = 0; k < count; k++) {
    const ratio = hertz[k]! / cutOff
    const gain = 1 / (1 + ratio * ratio)
    const turned = (re[k]! + im[k]! * ratio) * gain
    im[k] = (im[k]! - re[k]! * ratio) * gain
    re[k] = turned
  }
}
