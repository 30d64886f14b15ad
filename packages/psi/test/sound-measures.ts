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

/** Mean power per hertz between two frequencies, Hann-windowed. */
export function bandPower(pcm: Float32Array, fromHz: number, toHz: number): number {
  const bins = 24
  let power = 0
  for (let bin = 0; bin < bins; bin++) {
    const hertz = fromHz + ((bin + 0.5) / bins) * (toHz - fromHz)
    let [re, im] = [0, 0]
    pcm.forEach((x, n) => {
      const windowed = x * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / pcm.length))
      re += windowed * Math.cos((2 * Math.PI * hertz * n) / SAMPLE_RATE)
      im += windowed * Math.sin((2 * Math.PI * hertz * n) / SAMPLE_RATE)
    })
    power += (re * re + im * im) / bins
  }
  return power / pcm.length
}
