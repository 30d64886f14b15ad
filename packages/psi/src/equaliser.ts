// Points of gain over frequency flow in, a factor for every harmonic and every band of noise flows out. Nothing is filtered: the spectrum is
// made, so it is made in another colour. Per control step: no allocation.
import type { EqualiserPoint, Hertz } from '@psiona/shared'
import type { Spectrum } from './formants'
import { NOISE_BAND_COUNT, NOISE_BANDS } from './noise'

/** The curve is kept at this many places, a quarter of an octave apart. */
export const CURVE_PLACES = 32
const LOWEST_HZ: Hertz = 50
const HIGHEST_HZ: Hertz = 12_000
/** Read out of a table this fine. */
const TABLE_STEP_HZ: Hertz = 25
const TABLE_POINTS = HIGHEST_HZ / TABLE_STEP_HZ + 2
const LOG_PER_DECIBEL = Math.LN10 / 20
/** A thousandth of a decibel. */
const FLAT = 1e-3 * LOG_PER_DECIBEL

const place = (hertz: Hertz) =>
  ((CURVE_PLACES - 1) * Math.log(Math.max(hertz, LOWEST_HZ) / LOWEST_HZ)) / Math.log(HIGHEST_HZ / LOWEST_HZ)
const TABLE_PLACES = Float64Array.from({ length: TABLE_POINTS }, (_, i) => place(i * TABLE_STEP_HZ))

/** Log gain at every place: from point to point without a corner and without overshoot, level beyond the outer ones. */
export function equaliserCurve(points: readonly EqualiserPoint[]): Float64Array {
  const sorted = [...points].sort((a, b) => a.hz - b.hz).map(({ hz, db }) => ({ at: place(hz), gain: db * LOG_PER_DECIBEL }))
  return Float64Array.from({ length: CURVE_PLACES }, (_, i) => {
    const next = sorted.findIndex(({ at }) => at > i)
    const left = sorted.at(next < 0 ? -1 : next - 1)
    const right = sorted[next]
    if (!left || !right || next === 0) return (right ?? left)?.gain ?? 0
    const part = (i - left.at) / (right.at - left.at)
    return left.gain + (right.gain - left.gain) * part * part * (3 - 2 * part)
  })
}

export class Equaliser {
  private readonly curve = new Float64Array(CURVE_PLACES)
  private readonly table = new Float64Array(TABLE_POINTS).fill(1)
  private readonly band = new Float64Array(NOISE_BAND_COUNT).fill(1)
  private flat = true

  /** The curve that stands in `row` from `first` on; tables are made anew only when it has moved. */
  set(row: Float64Array, first: number): void {
    const { curve } = this
    let moved = false
    for (let i = 0; i < CURVE_PLACES; i++) if (row[first + i] !== curve[i]) moved = true
    if (!moved) return
    let most = 0
    for (let i = 0; i < CURVE_PLACES; i++) {
      curve[i] = row[first + i]!
      most = Math.max(most, Math.abs(curve[i]!))
    }
    this.flat = most < FLAT
    for (let i = 0; i < TABLE_POINTS; i++) this.table[i] = Math.exp(this.logGain(TABLE_PLACES[i]!))
    for (let b = 0; b < NOISE_BAND_COUNT; b++) this.band[b] = this.gainAt(NOISE_BANDS[b]!.centreHz)
  }

  /** Multiplies the first `count` points of a spectrum. */
  colour({ hertz, re, im }: Spectrum, count: number): void {
    if (this.flat) return
    for (let k = 0; k < count; k++) {
      const gain = this.gainAt(hertz[k]!)
      re[k] = re[k]! * gain
      im[k] = im[k]! * gain
    }
  }

  colourBands(gain: Float64Array): void {
    if (this.flat) return
    for (let b = 0; b < gain.length; b++) gain[b] = gain[b]! * this.band[b]!
  }

  private gainAt(hertz: Hertz): number {
    const at = Math.min(HIGHEST_HZ, hertz) / TABLE_STEP_HZ
    const i = Math.floor(at)
    return this.table[i]! + (at - i) * (this.table[i + 1]! - this.table[i]!)
  }

  private logGain(at: number): number {
    const i = Math.min(CURVE_PLACES - 2, Math.floor(at))
    return this.curve[i]! + Math.min(1, at - i) * (this.curve[i + 1]! - this.curve[i]!)
  }
}
