// Samples flow in, what an ear would say about them flows out: level, pitch, energy in a band.
import { SAMPLE_RATE } from '@psiona/shared'

export const rms = (pcm: Float32Array): number => Math.sqrt(pcm.reduce((sum, x) => sum + x * x, 0) / Math.max(1, pcm.length))
export const peak = (pcm: Float32Array): number => pcm.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
export const decibels = (ratio: number): number => 20 * Math.log10(ratio)

/** Pitch by normalised autocorrelation, or null where nothing is periodic. */
export function pitchHz(pcm: Float32Array, lowest = 60, highest = 600): number | null {
  const shortest = Math.floor(SAMPLE_RATE / highest)
  const longest = Math.min(Math.ceil(SAMPLE_RATE / lowest), Math.floor(pcm.length / 2))
  const similarity: number[] = []
  for (let lag = 0; lag <= longest; lag++) similarity[lag] = lag < shortest ? 0 : correlation(pcm, lag)
  const best = Math.max(...similarity)
  if (best < 0.6) return null
  // The first peak that is nearly the highest: later ones are octaves below.
  const lag = similarity.findIndex(
    (value, i) => value > 0.9 * best && value >= (similarity[i - 1] ?? 0) && value >= (similarity[i + 1] ?? 0),
  )
  const [left, here, right] = [similarity[lag - 1] ?? 0, similarity[lag] ?? 0, similarity[lag + 1] ?? 0]
  const bend = left - 2 * here + right
  return SAMPLE_RATE / (lag + (bend === 0 ? 0 : (0.5 * (left - right)) / bend))
}

function correlation(pcm: Float32Array, lag: number): number {
  let [product, one, other] = [0, 0, 0]
  for (let n = 0; n + lag < pcm.length; n++) {
    product += pcm[n]! * pcm[n + lag]!
    one += pcm[n]! ** 2
    other += pcm[n + lag]! ** 2
  }
  return one * other === 0 ? 0 : product / Math.sqrt(one * other)
}

/** Pitch of every voiced 40 ms, one measure in 20 ms. */
export function pitchTrack(pcm: Float32Array): { atSample: number; hertz: number }[] {
  const window = 0.04 * SAMPLE_RATE
  const track: { atSample: number; hertz: number }[] = []
  for (let at = 0; at + window <= pcm.length; at += window / 2) {
    const part = pcm.subarray(at, at + window)
    const hertz = rms(part) > 0.02 ? pitchHz(part, 80) : null
    if (hertz !== null) track.push({ atSample: at + window / 2, hertz })
  }
  return track
}

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Power between two frequencies, Hann-windowed. */
export function bandPower(pcm: Float32Array, fromHz: number, toHz: number): number {
  const size = 2 ** Math.ceil(Math.log2(pcm.length))
  const re = new Float64Array(size)
  pcm.forEach((x, n) => {
    re[n] = x * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / pcm.length))
  })
  const im = new Float64Array(size)
  fourier(re, im)
  let power = 0
  for (let bin = Math.ceil((fromHz / SAMPLE_RATE) * size); bin <= (toHz / SAMPLE_RATE) * size; bin++)
    power += re[bin]! ** 2 + im[bin]! ** 2
  return power / pcm.length
}

/** Discrete Fourier transform in place; the length is a power of two. */
function fourier(re: Float64Array, im: Float64Array): void {
  const half = re.length / 2
  if (half < 1) return
  const parts = [0, 1].map((odd) => [re, im].map((x) => Float64Array.from({ length: half }, (_, n) => x[2 * n + odd]!)))
  const [[evenRe, evenIm], [oddRe, oddIm]] = parts as [[Float64Array, Float64Array], [Float64Array, Float64Array]]
  fourier(evenRe, evenIm)
  fourier(oddRe, oddIm)
  for (let k = 0; k < half; k++) {
    const [cos, sin] = [Math.cos((-Math.PI * k) / half), Math.sin((-Math.PI * k) / half)]
    const turnedRe = oddRe[k]! * cos - oddIm[k]! * sin
    const turnedIm = oddRe[k]! * sin + oddIm[k]! * cos
    re[k] = evenRe[k]! + turnedRe
    im[k] = evenIm[k]! + turnedIm
    re[k + half] = evenRe[k]! - turnedRe
    im[k + half] = evenIm[k]! - turnedIm
  }
}
