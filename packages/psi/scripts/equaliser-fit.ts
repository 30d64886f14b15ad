// The long-term spectrum of a recording and a voice flow in; the points of an equaliser that give the voice that spectrum flow out.
import { type EqualiserPoint, type Hertz, SAMPLE_RATE, type VoiceDials } from '@psiona/shared'
import { longTermSpectrum, spectralDistance, THIRD_OCTAVES_HZ } from '../src/long-term-spectrum'

/** Most of what is wrong each time: bands leak into each other, and what one gains the loudness takes from the rest. */
const STEPS = 8
const STEP = 0.7
const MOST_DB = 12
/** Below, a band holds one harmonic or none: neighbours are kept alike, since it is the colour that is fitted and not the pitch. */
const APART_HZ: Hertz = 450

export interface EqualiserFit {
  readonly points: readonly EqualiserPoint[]
  /** Decibels, root mean square over third octaves. */
  readonly distanceBefore: number
  readonly distanceAfter: number
}

/** `say` speaks always the same with the dials given; `upToHz` is where the recording ends. */
export function fitEqualiser(
  target: Float64Array,
  upToHz: Hertz,
  dials: VoiceDials,
  say: (dials: VoiceDials) => Float32Array,
): EqualiserFit {
  const spectrumOf = (equaliser: readonly EqualiserPoint[]) =>
    longTermSpectrum(say({ ...dials, equaliser: [...equaliser] }), SAMPLE_RATE, upToHz)
  let points = THIRD_OCTAVES_HZ.map((hz) => ({ hz: Math.round(hz), db: 0 }))
  let spectrum = spectrumOf(points)
  let best = { points, distance: spectralDistance(target, spectrumOf([])) }
  const distanceBefore = best.distance
  for (let step = 0; step < STEPS; step++) {
    points = nearer(points, target, spectrum)
    spectrum = spectrumOf(points)
    const distance = spectralDistance(target, spectrum)
    if (distance < best.distance) best = { points, distance }
  }
  return { points: best.points, distanceBefore, distanceAfter: best.distance }
}

/** Every point moves by its part of what is missing about the mean; beyond the recording's end the last point is held. */
function nearer(points: readonly EqualiserPoint[], target: Float64Array, spectrum: Float64Array): EqualiserPoint[] {
  const missing = points.map((_, i) => target[i]! - spectrum[i]!)
  const known = missing.filter((db) => !Number.isNaN(db))
  const mean = known.reduce((sum, db) => sum + db, 0) / known.length
  let held = 0
  const moved = points.map(({ db }, i) => {
    if (!Number.isNaN(missing[i])) held = Math.min(MOST_DB, Math.max(-MOST_DB, db + STEP * (missing[i]! - mean)))
    return held
  })
  return points.map(({ hz }, i) => {
    const near = (moved[Math.max(0, i - 1)]! + moved[Math.min(moved.length - 1, i + 1)]!) / 2
    return { hz, db: Math.round(10 * (hz < APART_HZ ? (moved[i]! + near) / 2 : moved[i]!)) / 10 }
  })
}
