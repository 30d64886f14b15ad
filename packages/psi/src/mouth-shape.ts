// Where the formants stand flows in, how much of each of the five mouth keys A I U E O that is flows out: the lips follow the voice.
import type { Hertz } from '@psiona/shared'

export const MOUTH_KEYS = ['A', 'I', 'U', 'E', 'O'] as const
export type MouthKey = (typeof MOUTH_KEYS)[number]

/** The drawing's keys: how open, how wide, how bent and how round the mouth is at each. */
export const MOUTH_KEY_SHAPES: Readonly<Record<MouthKey, { open: number; width: number; form: number; round: number }>> = {
  A: { open: 0.95, width: 1.05, form: 0.25, round: 0 },
  I: { open: 0.3, width: 1.25, form: 0.35, round: 0 },
  U: { open: 0.34, width: 0.5, form: -0.1, round: 1 },
  E: { open: 0.55, width: 1.12, form: 0.2, round: 0 },
  O: { open: 0.72, width: 0.68, form: -0.1, round: 1 },
}

/** F1 and F2 of the vowel that each key is drawn for, at tract 1. */
const KEY_FORMANTS: Readonly<Record<MouthKey, readonly [Hertz, Hertz]>> = {
  A: [740, 1190],
  I: [295, 2250],
  U: [325, 1080],
  E: [575, 1730],
  O: [490, 960],
}
/** Central vowels ask nothing of the lips: what falls to them falls to no key. */
const NEUTRAL_FORMANTS: readonly [Hertz, Hertz] = [500, 1400]
const NEUTRAL_PULL = 0.7
export const NEUTRAL_SHAPE = { width: 0.98, form: 0.25, round: 0 } as const
/** One critical band away a key still counts for six tenths. */
const REACH_BARK = 1

const bark = (hertz: Hertz) => 26.81 / (1 + 1960 / hertz) - 0.53

const inBark = ([f1, f2]: readonly [Hertz, Hertz]): readonly [number, number] => [bark(f1), bark(f2)]
const KEYS_BARK = MOUTH_KEYS.map((key) => inBark(KEY_FORMANTS[key]))
const NEUTRAL_BARK = inBark(NEUTRAL_FORMANTS)

const nearness = (low: number, high: number, [toLow, toHigh]: readonly [number, number]) =>
  Math.exp(-((low - toLow) ** 2 + (high - toHigh) ** 2) / (2 * REACH_BARK * REACH_BARK))

/** Weights of the keys, together at most 1, into `weights`; formants at tract 1. */
export function mouthKeyWeights(f1: Hertz, f2: Hertz, weights: Float64Array): void {
  const low = bark(f1)
  const high = bark(f2)
  // Far from everything is neutral too.
  let sum = NEUTRAL_PULL * nearness(low, high, NEUTRAL_BARK) + 1e-6
  for (let i = 0; i < KEYS_BARK.length; i++) {
    const weight = nearness(low, high, KEYS_BARK[i]!)
    weights[i] = weight
    sum += weight
  }
  for (let i = 0; i < KEYS_BARK.length; i++) weights[i] = weights[i]! / sum
}
