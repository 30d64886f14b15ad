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

export class Tract {
  re = 1
  im = 0
  private readonly formantHz = new Float64Array(FORMANTS)
  private readonly bandwidthHz = new Float64Array(FORMANTS)
  private nasal = 0
  private nasalZeroHz: Hertz = NASAL_POLE_HZ
  private readonly sideBranch = new Float64Array(SIDE_BRANCH_HZ.length)
  private readonly upperRe = new Float64Array(UPPER_POINTS)
  private readonly upperIm = new Float64Array(UPPER_POINTS)
  private scale = 0

  /** Scale of all fixed resonances; 1 = adult male. */
  setScale(scale: number): void {
    const rounded = Math.round(scale / SCALE_STEP) * SCALE_STEP
    if (rounded === this.scale) return
    this.scale = rounded
    for (let i = 0; i < UPPER_POINTS; i++) {
      this.re = 1
      this.im = 0
      for (const [hertz, bandwidth] of UPPER_POLES) this.pole(i * UPPER_STEP_HZ, hertz * rounded, bandwidth)
      this.upperRe[i] = this.re
      this.upperIm[i] = this.im
    }
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

  /** Response at `hertz`, into re and im. */
  respond(hertz: Hertz): void {
    const at = hertz / UPPER_STEP_HZ
    const i = Math.min(UPPER_POINTS - 2, Math.floor(at))
    const part = at - i
    this.re = this.upperRe[i]! + part * (this.upperRe[i + 1]! - this.upperRe[i]!)
    this.im = this.upperIm[i]! + part * (this.upperIm[i + 1]! - this.upperIm[i]!)
    for (let q = 0; q < FORMANTS; q++) this.pole(hertz, this.formantHz[q]!, this.bandwidthHz[q]!)
    if (this.nasal > SHUT) {
      this.pole(hertz, NASAL_POLE_HZ, NASAL_POLE_BANDWIDTH_HZ)
      this.zero(hertz, this.nasalZeroHz, NASAL_POLE_BANDWIDTH_HZ)
    }
    for (let q = 0; q < SIDE_BRANCH_HZ.length; q++)
      if (this.sideBranch[q]! > SHUT) this.dip(hertz, SIDE_BRANCH_HZ[q]!, this.sideBranch[q]!)
  }

  /** Magnitude at `hertz` with the glottis open, as breath noise meets it. */
  breathResponse(hertz: Hertz): number {
    for (let q = 0; q < FORMANTS; q++) this.bandwidthHz[q] = this.bandwidthHz[q]! + OPEN_GLOTTIS_HZ[q]!
    this.respond(hertz)
    for (let q = 0; q < FORMANTS; q++) this.bandwidthHz[q] = this.bandwidthHz[q]! - OPEN_GLOTTIS_HZ[q]!
    return Math.sqrt(this.re * this.re + this.im * this.im)
  }

  private pole(hertz: Hertz, centre: Hertz, bandwidth: Hertz): void {
    const square = centre * centre + 0.25 * bandwidth * bandwidth
    const dRe = square - hertz * hertz
    const dIm = hertz * bandwidth
    const gain = square / (dRe * dRe + dIm * dIm)
    const re = (this.re * dRe + this.im * dIm) * gain
    this.im = (this.im * dRe - this.re * dIm) * gain
    this.re = re
  }

  private zero(hertz: Hertz, centre: Hertz, bandwidth: Hertz): void {
    const square = centre * centre + 0.25 * bandwidth * bandwidth
    const nRe = (square - hertz * hertz) / square
    const nIm = (hertz * bandwidth) / square
    const re = this.re * nRe - this.im * nIm
    this.im = this.im * nRe + this.re * nIm
    this.re = re
  }

  /** A zero inside a wide pole, mixed in by `depth`. */
  private dip(hertz: Hertz, centre: Hertz, depth: number): void {
    const openRe = this.re
    const openIm = this.im
    this.zero(hertz, centre, NOTCH_BANDWIDTH_HZ)
    this.pole(hertz, centre, DIP_BANDWIDTH_HZ)
    this.re = openRe + depth * (this.re - openRe)
    this.im = openIm + depth * (this.im - openIm)
  }
}
