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
/** One critical band away a key still counts for six tenths. */
const REACH_BARK = 1

const bark = (hertz: Hertz) => 26.81 / (1 + 1960 / hertz) - 0.53

const KEYS_BARK = MOUTH_KEYS.map((key) => KEY_FORMANTS[key].map(bark) as [number, number])

/** Weights of the keys, together 1, into `weights`; formants at tract 1. */
export function mouthKeyWeights(f1: Hertz, f2: Hertz, weights: Float64Array): void {
  const low = bark(f1)
  const high = bark(f2)
  let sum = 0
  for (let i = 0; i < KEYS_BARK.length; i++) {
    const key = KEYS_BARK[i]!
    const distance = (low - key[0]) ** 2 + (high - key[1]) ** 2
    const weight = Math.exp(-distance / (2 * REACH_BARK * REACH_BARK)) + 1e-6
    weights[i] = weight
    sum += weight
  }
  for (let i = 0; i < KEYS_BARK.length; i++) weights[i] = weights[i]! / sum
}
