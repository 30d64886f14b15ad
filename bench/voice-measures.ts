// A held vowel of a voice flows in, what tells voices apart flows out: harmonics-to-noise ratio, jitter, shimmer, resonances.
import { type Hertz, SAMPLE_RATE } from '@psiona/shared'

/** Periods are looked for this far from the one expected. */
const STRETCH = 0.25
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length)

/** Similarity of two stretches of sound, −1..1. */
function similarity(pcm: Float32Array, one: number, other: number, length: number): number {
  let [product, power, powerOther] = [0, 0, 0]
  for (let n = 0; n < length; n++) {
    const [x, y] = [pcm[one + n] ?? 0, pcm[other + n] ?? 0]
    product += x * y
    power += x * x
    powerOther += y * y
  }
  return power * powerOther > 0 ? product / Math.sqrt(power * powerOther) : 0
}

export interface Periodicity {
  readonly hnrDb: number
  /** Mean difference of neighbouring periods, and of their amplitudes, in per cent. */
  readonly jitterPercent: number
  readonly shimmerPercent: number
}

/** Period after period by the best match with the one before, interpolated. */
export function periodicity(pcm: Float32Array, pitchHz: Hertz): Periodicity {
  const expected = SAMPLE_RATE / pitchHz
  const length = Math.round(expected)
  const periods: number[] = []
  const amplitudes: number[] = []
  const matches: number[] = []
  for (let at = 0; at + 3 * expected < pcm.length; ) {
    const first = Math.floor(expected * (1 - STRETCH))
    const scores = Array.from({ length: Math.ceil(2 * STRETCH * expected) + 2 }, (_, i) =>
      similarity(pcm, Math.round(at), Math.round(at) + first + i, length),
    )
    const best = scores.indexOf(Math.max(...scores))
    const [left, here, right] = [scores[best - 1] ?? 0, scores[best]!, scores[best + 1] ?? 0]
    const bend = left - 2 * here + right
    const period = first + best + (bend < 0 ? (0.5 * (left - right)) / bend : 0)
    let peak = 0
    for (let n = 0; n < length; n++) peak = Math.max(peak, Math.abs(pcm[Math.round(at) + n]!))
    periods.push(period)
    amplitudes.push(peak)
    matches.push(Math.min(0.99999, Math.max(0.001, here)))
    at += period
  }
  const relative = (values: readonly number[]) =>
    (100 * mean(values.slice(1).map((x, i) => Math.abs(x - values[i]!)))) / mean(values)
  return {
    hnrDb: mean(matches.map((r) => 10 * Math.log10(r / (1 - r)))),
    jitterPercent: relative(periods),
    shimmerPercent: relative(amplitudes),
  }
}

const LPC_RATE_STEP_HZ = 10
const LPC_TO_HZ = 6000

/** Peaks of the all-pole envelope from 200 Hz to 6 kHz, lowest first (linear prediction by autocorrelation). */
export function resonances(pcm: Float32Array): Hertz[] {
  const half = Float64Array.from({ length: Math.floor(pcm.length / 2) }, (_, i) => lowPassed(pcm, 2 * i))
  const windowed = half.map((x, n) => (x - 0.9 * (half[n - 1] ?? 0)) * (0.54 - 0.46 * Math.cos((2 * Math.PI * n) / half.length)))
  const order = 14
  const correlation = Array.from({ length: order + 1 }, (_, lag) =>
    windowed.reduce((sum, x, n) => sum + x * (windowed[n + lag] ?? 0), 0),
  )
  const filter = levinson(correlation)
  const envelope = Array.from({ length: LPC_TO_HZ / LPC_RATE_STEP_HZ }, (_, i) => {
    const w = (2 * Math.PI * i * LPC_RATE_STEP_HZ) / (SAMPLE_RATE / 2)
    const re = filter.reduce((sum, a, k) => sum + a * Math.cos(k * w), 0)
    const im = filter.reduce((sum, a, k) => sum + a * Math.sin(k * w), 0)
    return 1 / (re * re + im * im)
  })
  return envelope.flatMap((level, i) =>
    i > 20 && level > envelope[i - 1]! && level >= (envelope[i + 1] ?? 0) ? [i * LPC_RATE_STEP_HZ] : [],
  )
}

/** Mean of neighbours: enough to halve the rate of a voice, which has little above 6 kHz in its vowels. */
const lowPassed = (pcm: Float32Array, n: number) => 0.5 * pcm[n]! + 0.25 * ((pcm[n - 1] ?? 0) + (pcm[n + 1] ?? 0))

function levinson(correlation: readonly number[]): number[] {
  let filter = [1]
  let error = correlation[0]! * (1 + 1e-9)
  for (let m = 1; m < correlation.length; m++) {
    const reflected = filter.reduce((sum, a, k) => sum + a * correlation[m - k]!, 0)
    const k = -reflected / error
    const longer = [...filter, 0]
    filter = longer.map((a, i) => a + k * longer[m - i]!)
    error *= 1 - k * k
  }
  return filter
}
