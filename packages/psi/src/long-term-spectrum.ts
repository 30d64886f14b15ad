// Speech flows in, its long-term average spectrum flows out: the level of each third of an octave over the parts where somebody speaks.
import type { Hertz, Seconds } from '@psiona/shared'
import { Fourier } from './fourier'

const THIRDS = 20
/** Centres from 100 Hz to 8 kHz. */
export const THIRD_OCTAVES_HZ: readonly Hertz[] = Array.from({ length: THIRDS }, (_, i) => 1000 * 2 ** ((i - 10) / 3))
const HALF_THIRD = 2 ** (1 / 6)

/** Long enough to tell the lowest third of an octave from the next. */
const WINDOW_SECONDS: Seconds = 0.08
/** A window is speech when it is no softer than this below the loudest twentieth. */
const SPEECH_DB = 25
const LOUD_SHARE = 0.95
/** A recorder cuts off a little below half its rate. */
const USABLE = 0.95
const LEAST_POWER = 1e-14

/** Decibels per third octave; NaN where the sound, or `upToHz`, ends before the middle of the band. */
export function longTermSpectrum(pcm: Float32Array, rateHz: Hertz, upToHz: Hertz = Number.POSITIVE_INFINITY): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(WINDOW_SECONDS * rateHz))
  const windows = speechWindows(pcm, size)
  const fourier = new Fourier(size)
  const power = new Float64Array(size / 2)
  for (const first of windows) {
    for (let n = 0; n < size; n++) fourier.put(n, (0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / size)) * pcm[first + n]!)
    fourier.transform()
    for (let k = 0; k < power.length; k++) power[k] = power[k]! + fourier.power[k]! / windows.length
  }
  const endHz = Math.min(upToHz, usableHz(rateHz))
  return Float64Array.from(THIRD_OCTAVES_HZ, (centre) =>
    centre > endHz ? Number.NaN : bandLevel(power, rateHz / size, centre, endHz),
  )
}

export const usableHz = (rateHz: Hertz): Hertz => (USABLE * rateHz) / 2

/** Root mean square difference in decibels over the bands that both have, whatever the loudness of either. */
export function spectralDistance(one: Float64Array, other: Float64Array): number {
  const differences = [...one].flatMap((level, i) => (Number.isNaN(level - other[i]!) ? [] : [level - other[i]!]))
  const mean = differences.reduce((sum, x) => sum + x, 0) / differences.length
  return Math.sqrt(differences.reduce((sum, x) => sum + (x - mean) ** 2, 0) / differences.length)
}

/** Where windows begin that hold speech, each half a window after the last. */
function speechWindows(pcm: Float32Array, size: number): number[] {
  const windows: { first: number; power: number }[] = []
  for (let first = 0; first + size <= pcm.length; first += size / 2) {
    let power = 0
    for (let n = first; n < first + size; n++) power += pcm[n]! ** 2
    windows.push({ first, power: power / size })
  }
  const loud = windows.map(({ power }) => power).sort((a, b) => a - b)[Math.floor(LOUD_SHARE * windows.length)] ?? 0
  return windows.filter(({ power }) => power > 0 && power >= loud * 10 ** (-SPEECH_DB / 10)).map(({ first }) => first)
}

/** Mean density where the band has sound, times its whole width. */
function bandLevel(power: Float64Array, binHz: Hertz, centre: Hertz, endHz: Hertz): number {
  const [from, to] = [centre / HALF_THIRD, centre * HALF_THIRD]
  const until = Math.min(to, endHz)
  let sum = 0
  for (let k = Math.floor(from / binHz); k <= Math.ceil(until / binHz); k++) {
    const share = Math.min(until, (k + 0.5) * binHz) - Math.max(from, (k - 0.5) * binHz)
    if (share > 0) sum += ((power[k] ?? 0) * share) / binHz
  }
  return 10 * Math.log10(LEAST_POWER + (sum * (to - from)) / (until - from))
}
