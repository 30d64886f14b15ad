// Sound flows in, how loud people will call it flows out: integrated loudness and true peak as ITU-R BS.1770-4 defines them, for one channel.
import type { Hertz, Seconds } from '@psiona/shared'
import { betweenSamples } from './interpolation'

export interface MeasuredLoudness {
  /** Integrated, gated; null where nothing is above −70 LUFS. */
  readonly lufs: number | null
  /** Of four places a sample; null in digital silence. */
  readonly truePeakDbtp: number | null
}

const BLOCK_SECONDS: Seconds = 0.4
/** Blocks overlap by three quarters. */
const PIECES_PER_BLOCK = 4
const ABSOLUTE_GATE_LUFS = -70
const RELATIVE_GATE_LU = -10
/** So that a full-scale sine of 997 Hz in one channel is −3.01 LUFS. */
const OFFSET_LUFS = -0.691

/** Samples on either side that a place between two is reckoned from. */
const REACH = 12
const BETWEEN = betweenSamples(REACH)

/** The standard's two filters as what they are at any rate: a shelf of the head, and a high-pass. */
const SHELF = { hz: 1681.974450955533, q: 0.7071752369554196, db: 3.999843853973347 } as const
const SHELF_SLOPE = 0.4996667741545416
const HIGH_PASS = { hz: 38.13547087602444, q: 0.5003270373238773 } as const

/** Shorter than a block counts as one block, silence behind it. */
export function measureLoudness(pcm: Float32Array, sampleRate: Hertz): MeasuredLoudness {
  return { lufs: integrated(blockPowers(pcm, sampleRate)), truePeakDbtp: truePeak(pcm) }
}

const loudness = (power: number) => OFFSET_LUFS + 10 * Math.log10(power)
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

function integrated(powers: readonly number[]): number | null {
  const heard = powers.filter((power) => loudness(power) > ABSOLUTE_GATE_LUFS)
  if (heard.length === 0) return null
  const gate = loudness(mean(heard)) + RELATIVE_GATE_LU
  return loudness(mean(heard.filter((power) => loudness(power) > gate)))
}

/** Mean square of every block of K-weighted sound. */
function blockPowers(pcm: Float32Array, sampleRate: Hertz): number[] {
  const piece = Math.round((BLOCK_SECONDS * sampleRate) / PIECES_PER_BLOCK)
  const pieces = Math.max(PIECES_PER_BLOCK, Math.floor(pcm.length / piece))
  const shelf = new Section(shelfCoefficients(sampleRate))
  const highPass = new Section(highPassCoefficients(sampleRate))
  const energies = Array.from({ length: pieces }, (_, i) => {
    let energy = 0
    for (let n = i * piece; n < (i + 1) * piece; n++) energy += highPass.next(shelf.next(pcm[n] ?? 0)) ** 2
    return energy
  })
  return energies
    .slice(PIECES_PER_BLOCK - 1)
    .map((_, i) => energies.slice(i, i + PIECES_PER_BLOCK).reduce((sum, x) => sum + x, 0) / (PIECES_PER_BLOCK * piece))
}

function truePeak(pcm: Float32Array): number | null {
  let most = 0
  for (let n = 1 - REACH; n < pcm.length + REACH; n++) {
    most = Math.max(most, Math.abs(pcm[n] ?? 0))
    for (const weights of BETWEEN) {
      let sum = 0
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * (pcm[n - REACH + 1 + k] ?? 0)
      most = Math.max(most, Math.abs(sum))
    }
  }
  return most > 0 ? 20 * Math.log10(most) : null
}

interface Coefficients {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

function shelfCoefficients(rateHz: Hertz): Coefficients {
  const k = Math.tan((Math.PI * SHELF.hz) / rateHz)
  const high = 10 ** (SHELF.db / 20)
  const middle = high ** SHELF_SLOPE
  const a0 = 1 + k / SHELF.q + k * k
  return {
    b0: (high + (middle * k) / SHELF.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (middle * k) / SHELF.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF.q + k * k) / a0,
  }
}

function highPassCoefficients(rateHz: Hertz): Coefficients {
  const k = Math.tan((Math.PI * HIGH_PASS.hz) / rateHz)
  const a0 = 1 + k / HIGH_PASS.q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / HIGH_PASS.q + k * k) / a0 }
}

/** Two poles and two zeros. */
class Section {
  private readonly c: Coefficients
  private s1 = 0
  private s2 = 0

  constructor(coefficients: Coefficients) {
    this.c = coefficients
  }

  next(x: number): number {
    const { b0, b1, b2, a1, a2 } = this.c
    const y = b0 * x + this.s1
    this.s1 = b1 * x - a1 * y + this.s2
    this.s2 = b2 * x - a2 * y
    return y
  }
}
