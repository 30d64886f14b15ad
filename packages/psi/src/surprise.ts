// Syllable after syllable flows in, surprises flow out. At each nucleus the listener has predicted the next 50 ms:
//   ŷ = μ + W (cos θ, sin θ)      level, pitch and centroid, from what syllables were like and the phase of the beat
//   zₖ = (yₖ − ŷₖ) / σₖ           each part by the running deviation of its own errors
//   ε = (‖z‖/√n − m) / s          by the running mean and deviation of such norms;   ε > τ surprises
import type { Seconds } from '@psiona/shared'
import { Expectation } from './expectation'
import { RunningSpread } from './running-spread'

export type SurpriseKind = 'pitch' | 'energy' | 'timbre'
export interface SurpriseEvent {
  /** Of the nucleus, from the start of the sound. */
  readonly at: Seconds
  readonly epsilon: number
  /** What was least as predicted. */
  readonly kind: SurpriseKind
}

const KINDS: readonly SurpriseKind[] = ['energy', 'pitch', 'timbre']
/** What syllables of calm speech vary by, also the unit of each part: 4 dB, 2 semitones, half an octave. Measured on thirteen voices. */
const UNITS = [4, 2, 0.5] as const
/** τ: calm speech of thirteen voices passes it 0.6 times in ten seconds; shouts, leaps of pitch and other voices pass it nearly always. */
const THRESHOLD = 3
/** At most one a second. */
const LEAST_INTERVAL_SECONDS: Seconds = 1
/** No surprise before the voice is known: two seconds of speech. */
const FIRST_SYLLABLES = 8
/** Syllables that count, seven seconds of speech. */
const MEMORY = 30
/** Softer is half as surprising as louder: a reduced syllable lies far below the mean in decibels and startles nobody. */
const SOFTER = 0.5
/** What is unheard-of moves the statistics no further than this many deviations. */
const MOST_LEARNED = 2.5
/** The norm of three parts of deviation 1. */
const NORM = { mean: 0.9, deviation: 0.4 } as const

export class Surprise {
  private readonly expectation = new Expectation(2, KINDS.length)
  private readonly levels = KINDS.map(() => new RunningSpread({ deviation: 1 }, MEMORY))
  private readonly errors = KINDS.map(() => new RunningSpread({ mean: 0, deviation: 1 }, MEMORY))
  private readonly norms = new RunningSpread(NORM, MEMORY)
  private readonly beat = new Float64Array(2)
  private readonly error = new Float64Array(KINDS.length)
  private syllables = 0
  private lastAt: Seconds = Number.NEGATIVE_INFINITY

  /** `observed`: level in dB, pitch in semitones, centroid in octaves; NaN is not known. */
  step(at: Seconds, observed: Float64Array, phase: number): SurpriseEvent | null {
    this.beat[0] = Math.cos(phase)
    this.beat[1] = Math.sin(phase)
    this.expectation.predict(this.beat)
    let [sum, parts, widest, kind] = [0, 0, 0, 0]
    for (let k = 0; k < KINDS.length; k++) {
      const level = this.levels[k]!
      const known = !Number.isNaN(observed[k]!) && !level.empty
      const error = known ? observed[k]! / UNITS[k]! - level.mean - this.expectation.predicted[k]! : 0
      this.error[k] = error
      if (!known) continue
      const away = Math.abs(error / this.errors[k]!.deviation) * (k === 0 && error < 0 ? SOFTER : 1)
      sum += away * away
      parts++
      if (away > widest) [widest, kind] = [away, k]
    }
    const norm = parts > 0 ? Math.sqrt(sum / parts) : this.norms.mean
    const epsilon = (norm - this.norms.mean) / this.norms.deviation
    const knows = this.syllables++ >= FIRST_SYLLABLES
    this.learn(observed, norm, knows ? MOST_LEARNED : Number.POSITIVE_INFINITY)
    if (!knows || epsilon <= THRESHOLD || at - this.lastAt < LEAST_INTERVAL_SECONDS) return null
    this.lastAt = at
    return { at, epsilon, kind: KINDS[kind]! }
  }

  private learn(observed: Float64Array, norm: number, most: number): void {
    this.norms.learn(Math.min(norm, this.norms.mean + most * this.norms.deviation))
    for (let k = 0; k < KINDS.length; k++) {
      const level = this.levels[k]!
      if (Number.isNaN(observed[k]!)) continue
      if (level.empty) {
        level.learn(observed[k]! / UNITS[k]!)
        continue
      }
      const bound = most * this.errors[k]!.deviation
      const error = Math.max(-bound, Math.min(bound, this.error[k]!))
      this.errors[k]!.learn(error)
      level.learn(level.mean + this.expectation.predicted[k]! + error)
      this.error[k] = error
    }
    this.expectation.learn(this.beat, this.error)
  }
}
