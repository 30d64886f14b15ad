// The vocal tract: formant frequencies, bandwidths, nose and tract length flow in; its complex response at any frequency flows out.
// Poles are damped oscillators driven by the glottis: H = Π |p|² / ((B/2 + if)² + F²), times the nose's pair and its zeros.
import type { Hertz } from '@psiona/shared'

/** A formant oscillator of amplitude 1 has this bandwidth; amplitude 2, half of it. Tabulated bandwidths are 1/0.65 too wide for running speech. */
export const REFERENCE_BANDWIDTH_HZ = [80, 100, 150, 220] as const
export const BANDWIDTH_FIT = 0.65
/** What a fourth formant at rest is; it hardly moves. */
export const FORMANT4_HZ: Hertz = 3400

const FORMANTS = 4
/** Tables are those of the nearest such step, whatever they were before: no history in the sound. */
export const SCALE_STEP = 1e-3
/** The poles above the fourth formant stand still: one table for all of them. */
const UPPER_POLES: readonly (readonly [Hertz, Hertz])[] = [
  [4150, 280],
  [5000, 400],
  [5900, 500],
  [6900, 600],
  [7900, 700],
  [8900, 800],
  [9900, 900],
  [10_900, 1000],
]
const UPPER_STEP_HZ: Hertz = 50
const UPPER_POINTS = 12_000 / UPPER_STEP_HZ + 2

const NASAL_POLE_HZ: Hertz = 270
const NASAL_POLE_BANDWIDTH_HZ: Hertz = 100
/** The nasal zero moves up from the pole: halfway to F1 in a vowel, by 200 Hz in a murmur. */
const MURMUR_ZERO_SHIFT_HZ: Hertz = 200
const LEAST_ZERO_SHIFT_HZ: Hertz = 60
/** Oral side branch closed at lips, ridge, velum: a notch this wide in a dip that wide. */
const SIDE_BRANCH_HZ = [1000, 1650, 2900] as const
const NOTCH_BANDWIDTH_HZ: Hertz = 250
const DIP_BANDWIDTH_HZ: Hertz = 900
/** Below this a nose or a zero is shut. */
const SHUT = 0.02

/** An open glottis drinks energy, the first formant's most. */
const OPEN_GLOTTIS_HZ = [180, 40, 40, 0] as const

/** Frequencies and the complex numbers that belong to them: a spectrum as it passes through the tract. */
export interface Spectrum {
  readonly hertz: Float64Array
  readonly re: Float64Array
  readonly im: Float64Array
}

export class Tract {
  private readonly formantHz = new Float64Array(FORMANTS)
  private readonly bandwidthHz = new Float64Array(FORMANTS)
  private nasal = 0
  private nasalZeroHz: Hertz = NASAL_POLE_HZ
  private readonly sideBranch = new Float64Array(SIDE_BRANCH_HZ.length)
  private readonly upper: Spectrum = {
    hertz: Float64Array.from({ length: UPPER_POINTS }, (_, i) => i * UPPER_STEP_HZ),
    re: new Float64Array(UPPER_POINTS),
    im: new Float64Array(UPPER_POINTS),
  }
  private scale = 0

  /** Scale of all fixed resonances; 1 = adult male. */
  setScale(scale: number): void {
    const rounded = Math.round(scale / SCALE_STEP) * SCALE_STEP
    if (rounded === this.scale) return
    this.scale = rounded
    this.upper.re.fill(1)
    this.upper.im.fill(0)
    for (const [hertz, bandwidth] of UPPER_POLES) pole(this.upper, UPPER_POINTS, hertz * rounded, bandwidth)
  }

  setFormant(i: number, hertz: Hertz, bandwidth: Hertz): void {
    this.formantHz[i] = hertz
    this.bandwidthHz[i] = bandwidth
  }

  /** `nasal` couples the nose, the three zeros are how far the mouth is shut at lips, ridge and velum; each 0..1. After the formants. */
  setNose(nasal: number, labial: number, coronal: number, velar: number): void {
    this.nasal = nasal
    this.sideBranch[0] = labial
    this.sideBranch[1] = coronal
    this.sideBranch[2] = velar
    const murmur = Math.min(1, labial + coronal + velar)
    const inVowel = Math.max(LEAST_ZERO_SHIFT_HZ, (this.formantHz[0]! - NASAL_POLE_HZ) / 2)
    this.nasalZeroHz = NASAL_POLE_HZ + nasal * (inVowel + murmur * (MURMUR_ZERO_SHIFT_HZ - inVowel))
  }

  /** Multiplies the first `count` points of a spectrum by the tract's response; with the glottis open, as breath meets it, or not. */
  filter(spectrum: Spectrum, count: number, openGlottis: boolean): void {
    this.upperPoles(spectrum, count)
    for (let q = 0; q < FORMANTS; q++)
      pole(spectrum, count, this.formantHz[q]!, this.bandwidthHz[q]! + (openGlottis ? OPEN_GLOTTIS_HZ[q]! : 0))
    if (this.nasal > SHUT) {
      pole(spectrum, count, NASAL_POLE_HZ, NASAL_POLE_BANDWIDTH_HZ)
      zero(spectrum, count, this.nasalZeroHz, NASAL_POLE_BANDWIDTH_HZ)
    }
    for (let q = 0; q < SIDE_BRANCH_HZ.length; q++)
      if (this.sideBranch[q]! > SHUT) dip(spectrum, count, SIDE_BRANCH_HZ[q]!, this.sideBranch[q]!)
  }

  private upperPoles({ hertz, re, im }: Spectrum, count: number): void {
    const table = this.upper
    for (let k = 0; k < count; k++) {
      const at = hertz[k]! / UPPER_STEP_HZ
      const i = Math.min(UPPER_POINTS - 2, Math.floor(at))
      const part = at - i
      const hRe = table.re[i]! + part * (table.re[i + 1]! - table.re[i]!)
      const hIm = table.im[i]! + part * (table.im[i + 1]! - table.im[i]!)
      const turned = re[k]! * hRe - im[k]! * hIm
      im[k] = re[k]! * hIm + im[k]! * hRe
      re[k] = turned
    }
  }
}

function pole({ hertz, re, im }: Spectrum, count: number, centre: Hertz, bandwidth: Hertz): void {
  const square = centre * centre + 0.25 * bandwidth * bandwidth
  for (let k = 0; k < count; k++) {
    const f = hertz[k]!
    const dRe = square - f * f
    const dIm = f * bandwidth
    const gain = square / (dRe * dRe + dIm * dIm)
    const turned = (re[k]! * dRe + im[k]! * dIm) * gain
    im[k] = (im[k]! * dRe - re[k]! * dIm) * gain
    re[k] = turned
  }
}

function zero({ hertz, re, im }: Spectrum, count: number, centre: Hertz, bandwidth: Hertz): void {
  const square = centre * centre + 0.25 * bandwidth * bandwidth
  for (let k = 0; k < count; k++) {
    const f = hertz[k]!
    const nRe = 1 - (f * f) / square
    const nIm = (f * bandwidth) / square
    const turned = re[k]! * nRe - im[k]! * nIm
    im[k] = re[k]! * nIm + im[k]! * nRe
    re[k] = turned
  }
}

/** A notch inside a wide pole at the same place, mixed in by `depth`: 1 + depth · (zero · pole − 1). */
function dip({ hertz, re, im }: Spectrum, count: number, centre: Hertz, depth: number): void {
  const notch = centre * centre + 0.25 * NOTCH_BANDWIDTH_HZ * NOTCH_BANDWIDTH_HZ
  const wide = centre * centre + 0.25 * DIP_BANDWIDTH_HZ * DIP_BANDWIDTH_HZ
  for (let k = 0; k < count; k++) {
    const f = hertz[k]!
    const nRe = 1 - (f * f) / notch
    const nIm = (f * NOTCH_BANDWIDTH_HZ) / notch
    const dRe = wide - f * f
    const dIm = f * DIP_BANDWIDTH_HZ
    const gain = wide / (dRe * dRe + dIm * dIm)
    const hRe = 1 + depth * ((nRe * dRe + nIm * dIm) * gain - 1)
    const hIm = depth * (nIm * dRe - nRe * dIm) * gain
    const turned = re[k]! * hRe - im[k]! * hIm
    im[k] = re[k]! * hIm + im[k]! * hRe
    re[k] = turned
  }
}
