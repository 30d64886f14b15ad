// The glottis: open quotient and brightness flow in, the complex strength of each harmonic of one pulse train flows out.
// The pulse is t² − t³ over the open part of the cycle; its spectrum depends on k·OQ alone, so it is a table.
import type { Hertz } from '@psiona/shared'

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
  re = 0
  im = 0
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

  /** Harmonic k at `hertz`, into re and im. */
  harmonic(k: number, hertz: Hertz): void {
    let re = this.pulseRe[k]!
    let im = this.pulseIm[k]!
    // g / (1 + i f/tilt), once or twice.
    let ratio = hertz / this.tilt
    let scale = 1 / (1 + ratio * ratio)
    let turned = (re + im * ratio) * scale
    im = (im - re * ratio) * scale
    re = turned
    if (this.barTilt > 0) {
      ratio = hertz / this.barTilt
      scale = 1 / (1 + ratio * ratio)
      turned = (re + im * ratio) * scale
      im = (im - re * ratio) * scale
      re = turned
    }
    this.re = re
    this.im = im
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
