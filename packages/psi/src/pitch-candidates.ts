// A stretch of low-passed sound flows in, the periods it may have flow out, each with its clarity (McLeod's normalised difference, 1 = repeats itself).
//   n(τ) = 2 Σ x(t − τ/2) x(t + τ/2) / Σ (x(t − τ/2)² + x(t + τ/2)²)
// Both copies stand symmetrically about the middle, so that a glide does not bias the period.
import type { Hertz, Samples } from '@psiona/shared'

export const LOWEST_PITCH_HZ: Hertz = 60
/** Looked at beyond the highest pitch, so that a shout at 600 Hz is not taken for one of 300. */
const HIGHEST_LOOKED_AT_HZ: Hertz = 800
/** Two periods of 80 Hz. */
const WINDOW_SAMPLES: Samples = 400
/** The coarse look takes every fourth sample, up to 2 kHz: the sound must have been low-passed. */
const STRIDE = 4
const LEAST_CLARITY = 0.3
/** Per octave: of two periods equally clear the shorter is the pitch, the longer its multiple. As Boersma's; at 0.04 half a percent comes an octave too high. */
const OCTAVE_BONUS = 0.01
export const MOST_CANDIDATES = 5
/** Hill climbing from the coarse period; the coarse parabola is within a sample or two. */
const MOST_CLIMBS = 4

export class PitchCandidates {
  count = 0
  readonly hertz = new Float64Array(MOST_CANDIDATES)
  /** Clarity with the octave bonus. */
  readonly strength = new Float64Array(MOST_CANDIDATES)
  private readonly rateHz: Hertz
  private readonly leastStrides: number
  private readonly mostStrides: number
  private readonly coarse: Float64Array
  private readonly coarseClarity: Float64Array
  private readonly energyUpTo: Float64Array

  constructor(rateHz: Hertz) {
    this.rateHz = rateHz
    this.leastStrides = Math.floor(rateHz / HIGHEST_LOOKED_AT_HZ / STRIDE)
    this.mostStrides = Math.ceil(rateHz / LOWEST_PITCH_HZ / STRIDE)
    this.coarse = new Float64Array(WINDOW_SAMPLES / STRIDE + this.mostStrides + 3)
    this.energyUpTo = new Float64Array(this.coarse.length + 1)
    this.coarseClarity = new Float64Array(this.mostStrides + 2)
  }

  /** Samples needed on either side of the middle. */
  get reachSamples(): Samples {
    return STRIDE * (Math.ceil(this.coarse.length / 2) + 1)
  }

  read(low: Float32Array, centre: number): void {
    this.count = 0
    this.lookCoarsely(low, centre)
    const { coarseClarity: clarity } = this
    for (let k = this.leastStrides; k <= this.mostStrides; k++) {
      const left = clarity[k - 1]!
      const here = clarity[k]!
      const right = clarity[k + 1]!
      if (here > LEAST_CLARITY && here >= left && here > right) this.refine(low, centre, STRIDE * (k + bend(left, here, right)))
    }
  }

  private lookCoarsely(low: Float32Array, centre: number): void {
    const { coarse, energyUpTo, coarseClarity } = this
    const middle = coarse.length >> 1
    let energy = 0
    for (let i = 0; i < coarse.length; i++) {
      const x = low[centre + STRIDE * (i - middle)]!
      coarse[i] = x
      energy += x * x
      energyUpTo[i + 1] = energy
    }
    const length = WINDOW_SAMPLES / STRIDE
    for (let k = this.leastStrides - 1; k <= this.mostStrides + 1; k++) {
      const a = middle - ((length + k) >> 1)
      const b = a + k
      let product = 0
      for (let i = 0; i < length; i++) product += coarse[a + i]! * coarse[b + i]!
      const powers = energyUpTo[a + length]! - energyUpTo[a]! + energyUpTo[b + length]! - energyUpTo[b]!
      coarseClarity[k] = powers > 0 ? (2 * product) / powers : 0
    }
  }

  /** The peak near `lag` at full resolution, by three points and a parabola through them. */
  private refine(low: Float32Array, centre: number, lag: Samples): void {
    let at = Math.round(lag)
    let left = clarityAt(low, centre, at - 1)
    let here = clarityAt(low, centre, at)
    let right = clarityAt(low, centre, at + 1)
    for (let climb = 0; climb < MOST_CLIMBS && Math.max(left, right) > here; climb++) {
      const down = left > right
      at += down ? -1 : 1
      const beyond = clarityAt(low, centre, down ? at - 1 : at + 1)
      const middle = here
      here = down ? left : right
      left = down ? beyond : middle
      right = down ? middle : beyond
    }
    const shift = bend(left, here, right)
    this.keep(this.rateHz / (at + shift), here - 0.25 * (left - right) * shift)
  }

  /** The strongest are kept; the weakest gives way. */
  private keep(hertz: Hertz, clarity: number): void {
    const strength = clarity + OCTAVE_BONUS * Math.log2(hertz / LOWEST_PITCH_HZ)
    let slot = this.count
    if (slot === MOST_CANDIDATES) {
      slot = 0
      for (let i = 1; i < MOST_CANDIDATES; i++) if (this.strength[i]! < this.strength[slot]!) slot = i
      if (this.strength[slot]! >= strength) return
    } else this.count++
    this.hertz[slot] = hertz
    this.strength[slot] = strength
  }
}

function clarityAt(low: Float32Array, centre: number, lag: Samples): number {
  const a = centre - ((WINDOW_SAMPLES + lag) >> 1)
  const b = a + lag
  let product = 0
  let powers = 0
  for (let i = 0; i < WINDOW_SAMPLES; i++) {
    const x = low[a + i]!
    const y = low[b + i]!
    product += x * y
    powers += x * x + y * y
  }
  return powers > 0 ? (2 * product) / powers : 0
}

/** How far to the right of the middle one of three points a parabola through them has its peak. */
function bend(left: number, here: number, right: number): number {
  const curve = left - 2 * here + right
  return curve < 0 ? Math.min(0.5, Math.max(-0.5, (0.5 * (left - right)) / curve)) : 0
}
