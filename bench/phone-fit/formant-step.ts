// Formants, their bandwidths and the spectrum that is missing flow in; by what part each formant should move flows out (one step of Gauss-Newton).
import type { Hertz } from '@psiona/shared'
import { FIT_BANDS_HZ, FIT_CENTRES_HZ } from './phone-spectra'

const PROBE = 0.03
const POINTS_PER_BAND = 6
/** Neighbouring harmonics blur a formant by about this much. */
const BLUR_HZ: Hertz = 30
const BANDWIDTH_FIT = 0.65
/** Formants lie below; above, the spectrum is the source's. */
const FORMANTS_BELOW_HZ: Hertz = 4000
const WEIGHT_ABOVE = 0.2
/** In squares of decibels: how sure the table is of F1, F2, F3; level and tilt are free. */
const TRUST = [1800, 1800, 3600, 1, 1] as const

function envelopeDb(formants: readonly Hertz[], bandwidths: readonly Hertz[]): readonly number[] {
  return FIT_BANDS_HZ.map(([from, to]) => {
    let power = 0
    for (let i = 0; i < POINTS_PER_BAND; i++) {
      const f = from + ((to - from) * (i + 0.5)) / POINTS_PER_BAND
      power += formants.reduce((product, centre, q) => {
        const bandwidth = bandwidths[q]! * BANDWIDTH_FIT + BLUR_HZ
        const square = centre * centre + (bandwidth * bandwidth) / 4
        return (product * square * square) / ((square - f * f) ** 2 + (f * bandwidth) ** 2)
      }, 1)
    }
    return 10 * Math.log10(power / POINTS_PER_BAND)
  })
}

export function formantStep(
  formants: readonly Hertz[],
  bandwidths: readonly Hertz[],
  missingDb: readonly number[],
): readonly [number, number, number] {
  const here = envelopeDb(formants, bandwidths)
  const directions = formants.map((_, q) => {
    const moved = formants.map((hertz, i) => (i === q ? hertz * (1 + PROBE) : hertz))
    return envelopeDb(moved, bandwidths).map((db, band) => (db - here[band]!) / PROBE)
  })
  directions.push(
    FIT_CENTRES_HZ.map(() => 10),
    FIT_CENTRES_HZ.map((_, band) => 10 * (band / FIT_CENTRES_HZ.length - 0.5)),
  )
  const weights = FIT_CENTRES_HZ.map((hertz) => (hertz < FORMANTS_BELOW_HZ ? 1 : WEIGHT_ABOVE))
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, band) => sum + weights[band]! * value * b[band]!, 0)
  const rows = directions.map((one, i) => [
    ...directions.map((other, k) => dot(one, other) + (i === k ? TRUST[i]! : 0)),
    dot(one, missingDb),
  ])
  const [f1 = 0, f2 = 0, f3 = 0] = solve(rows)
  return [f1, f2, f3]
}

/** Gauss and Jordan; each row ends with its right side. */
function solve(rows: number[][]): readonly number[] {
  rows.forEach((_, i) => {
    let best = i
    for (let k = i + 1; k < rows.length; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[best]![i]!)) best = k
    ;[rows[i], rows[best]] = [rows[best]!, rows[i]!]
    rows.forEach((row, k) => {
      if (k === i) return
      const factor = row[i]! / rows[i]![i]!
      for (let c = i; c < row.length; c++) row[c] = row[c]! - factor * rows[i]![c]!
    })
  })
  return rows.map((row, i) => row.at(-1)! / row[i]!)
}
