// 24 kHz speech of any voice flows in, in pieces of any length; every 8 ms the mouth that goes with it flows out. It has learned by
// listening to our own voice (scripts/teach-listener.ts). One instance, one thread, one voice; no allocation per hop.
import type { Samples } from '@psiona/shared'
import { FEATURE_COUNT, MouthFeatures } from './mouth-features'
import { MOUTH_KEYS } from './mouth-shape'
import taught from './mouth-weights.json'

/** Hop n is told from the sound around sample n · MOUTH_HOP_SAMPLES, and is the mouth of so much later: the field takes as long to get there. */
export const MOUTH_LEAD_SAMPLES: Samples = 240

/** What is told by a row of weights each: how open the vowel is, whether the mouth lets it out, how round the lips are, which key it is. */
export const MOUTH_OUTPUTS = ['vowel', 'free', 'rounding', 'A', 'I', 'U', 'E', 'O'] as const
const [VOWEL, FREE, ROUNDING, FIRST_KEY] = [0, 1, 2, 3]

export interface MouthWeights {
  /** What an average voice has in each band, against its level, dB. */
  readonly colour: readonly number[]
  /** One row for each of MOUTH_OUTPUTS. */
  readonly rows: readonly (readonly number[])[]
}

/** Shut so far under the speaker's level, and not held back from so far on. */
export const SILENT_DB = -30
const LOUD_DB = -18
/** Least squares keep to the middle: what they call nearly free is free, what they call nearly shut is shut. */
const FREE_FROM = 0.19
const FREE_FULL = 0.6
/** Every vowel opens the mouth a little. */
const LEAST_VOWEL = 0.05
const MOST_VOWEL = 1.1

/** Lent: the next hop overwrites it. */
export interface HeardMouth {
  /** 0 shut, 1 as wide as for AA. */
  opening: number
  rounding: number
  /** In the order of MOUTH_KEYS, together at most 1. */
  readonly keys: Float64Array
  /** Of the sound, against the level of this voice's speech. */
  relativeDb: number
}

export class MouthListener {
  private readonly features: MouthFeatures
  private readonly rows: readonly Float64Array[]
  private readonly mouth: HeardMouth = { opening: 0, rounding: 0, keys: new Float64Array(MOUTH_KEYS.length), relativeDb: 0 }

  private onMouth: (mouth: Readonly<HeardMouth>) => void = () => {}

  constructor(weights: MouthWeights = taught) {
    this.features = new MouthFeatures(weights.colour)
    this.rows = weights.rows.map((row) => Float64Array.from(row))
  }

  /** Hops n with n · MOUTH_HOP_SAMPLES + LOOK_AHEAD_SAMPLES ≤ what was pushed since the sound began are told, each once. */
  push(piece: Float32Array, onMouth: (mouth: Readonly<HeardMouth>) => void): void {
    this.onMouth = onMouth
    this.features.push(piece, this.hop)
  }

  /** The next sound of the same voice begins. */
  startSound(): void {
    this.features.startSound()
  }

  /** Another voice: nothing is known of it. */
  reset(): void {
    this.features.reset()
  }

  private readonly hop = (): void => {
    const { mouth, features } = this
    const gate = ramp(features.relativeDb, SILENT_DB, LOUD_DB) * ramp(this.output(FREE), FREE_FROM, FREE_FULL)
    mouth.opening = gate * Math.min(MOST_VOWEL, Math.max(LEAST_VOWEL, this.output(VOWEL)))
    mouth.rounding = Math.min(1, Math.max(0, this.output(ROUNDING)))
    let sum = 0
    for (let k = 0; k < mouth.keys.length; k++) {
      const weight = Math.max(0, this.output(FIRST_KEY + k))
      mouth.keys[k] = weight
      sum += weight
    }
    if (sum > 1) for (let k = 0; k < mouth.keys.length; k++) mouth.keys[k] = mouth.keys[k]! / sum
    mouth.relativeDb = features.relativeDb
    this.onMouth(mouth)
  }

  private output(index: number): number {
    const row = this.rows[index]!
    const { values } = this.features
    let sum = 0
    for (let i = 0; i < FEATURE_COUNT; i++) sum += row[i]! * values[i]!
    return sum
  }
}

const ramp = (x: number, from: number, full: number) => Math.min(1, Math.max(0, (x - from) / (full - from)))
