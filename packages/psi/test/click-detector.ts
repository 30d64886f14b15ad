// Samples flow in, the places of clicks flow out. The voice ends at 11 kHz and its noises rise and fall over milliseconds; a jump in the
// wave reaches up to 12 kHz within one. So a click is a millisecond that stands out of its neighbours in the last few hundred hertz.
import { SAMPLE_RATE } from '@psiona/shared'

const CUT_OFF_HZ = 11_400
const TAPS = 383
/** 85 dB of the voice stay out. */
const KAISER_BETA = 8.5
const MS = SAMPLE_RATE / 1000
/** Neighbours on either side, without those that the filter smears a click into. A hiss that begins or ends has it quiet on one side only. */
const AROUND_MS = 20
const SMEARED_MS = 9
/** A click is that many times the median of either side … */
const STANDS_OUT = 7
/** … and, there, at least this: what a jump of a hundredth of full scale leaves. */
const LEAST = 2.5e-4
/** … and at least this part of what sounds around it: 64 dB below, nobody hears it. A loud voice that fades in 5 ms leaves that much. */
const LEAST_PART = 6e-4

const HIGH_PASS = kernel()

/** Samples near which there is a click, at most one in 20 ms; none is looked for within `noises`, where the mouth hisses or bursts. */
export function findClicks(pcm: Float32Array, noises: readonly { readonly from: number; readonly to: number }[] = []): number[] {
  return standingOut(pcm).filter((at) => !noises.some(({ from, to }) => at >= from && at <= to))
}

function standingOut(pcm: Float32Array): number[] {
  const count = Math.floor(pcm.length / MS)
  const peaks = new Float64Array(count)
  const half = (TAPS - 1) / 2
  for (let ms = 0; ms < count; ms++) {
    let most = 0
    for (let n = ms * MS; n < (ms + 1) * MS; n++) {
      let sum = 0
      for (let k = 0; k < TAPS; k++) sum += HIGH_PASS[k]! * (pcm[n + half - k] ?? 0)
      most = Math.max(most, Math.abs(sum))
    }
    peaks[ms] = most
  }
  const clicks: number[] = []
  let quietUntil = 0
  for (let ms = 0; ms < count; ms++) {
    if (peaks[ms]! < LEAST || ms < quietUntil) continue
    const around = Math.max(median(peaks, ms - AROUND_MS, ms - SMEARED_MS), median(peaks, ms + SMEARED_MS, ms + AROUND_MS))
    if (peaks[ms]! < STANDS_OUT * around || peaks[ms]! < LEAST_PART * loudest(pcm, ms)) continue
    clicks.push(ms * MS)
    quietUntil = ms + 20
  }
  return clicks
}

/** The highest sample of the neighbours on either side. */
function loudest(pcm: Float32Array, ms: number): number {
  let most = 0
  for (let n = Math.max(0, (ms - AROUND_MS) * MS); n < Math.min(pcm.length, (ms + AROUND_MS) * MS); n++)
    most = Math.max(most, Math.abs(pcm[n]!))
  return most
}

function median(peaks: Float64Array, from: number, to: number): number {
  const values = Array.from({ length: to - from }, (_, i) => peaks[from + i] ?? 0).sort((a, b) => a - b)
  return values[values.length >> 1]!
}

/** A windowed ideal low-pass, mirrored to the other end of the spectrum. */
function kernel(): Float64Array {
  const half = (TAPS - 1) / 2
  const width = (SAMPLE_RATE / 2 - CUT_OFF_HZ) / (SAMPLE_RATE / 2)
  return Float64Array.from({ length: TAPS }, (_, k) => {
    const n = k - half
    const ideal = n === 0 ? width : Math.sin(Math.PI * width * n) / (Math.PI * n)
    const window = bessel(KAISER_BETA * Math.sqrt(1 - (n / half) ** 2)) / bessel(KAISER_BETA)
    return ideal * window * (n % 2 === 0 ? 1 : -1)
  })
}

/** Modified Bessel function of the first kind, order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
