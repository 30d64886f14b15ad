// Labelled sentences flow in; the weights of a linear judge, in whole steps, flow out. Logistic regression for each answer on its own, by AdaGrad
// (Duchi, Hazan and Singer 2011), in the same order each time.
import { foldedText } from '../src/folded-text'
import { saidWords } from '../src/said-words'
import { FEATURE_BUCKETS, featureScale, textFeatures } from '../src/text-features'
import { LEARNED_OFFENCES, type TrainingLine } from './training-lines'

const ANSWERS = LEARNED_OFFENCES.length + 1
/** Chosen on the lines of bench/safety-lines that the filter may be tuned on, before it learned from them. */
const ROUNDS = 10
const RATE = 0.3
const BIAS_RATE = 0.02
const DECAY = 1e-5
/** The rarest weights are larger; they are cut off there. */
const LARGEST_SHARE = 0.9995

export interface Fitted {
  /** By feature, then by answer; times `step`. */
  readonly steps: Int8Array
  readonly step: number
  readonly biases: readonly number[]
}

export const wordsOfText = (text: string): string[] => saidWords(foldedText(text)).map(({ forms }) => forms[0]!)

/** The same each time: a linear congruence. */
function shuffled(count: number, seed: number): number[] {
  let state = seed
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

export function fitLearned(lines: readonly TrainingLine[]): Fitted {
  const examples = lines.map(({ label, text }) => ({
    features: textFeatures(wordsOfText(text)),
    wanted: [...LEARNED_OFFENCES.map((offence) => (label === offence ? 1 : 0)), label === 'allowed' ? 0 : 1],
  }))
  const weights = new Float64Array(FEATURE_BUCKETS * ANSWERS)
  const slopes = new Float64Array(weights.length).fill(1e-8)
  const biases = new Array<number>(ANSWERS).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    for (const number of shuffled(examples.length, round + 1)) {
      const { features, wanted } = examples[number]!
      const scale = featureScale(features.length)
      for (let k = 0; k < ANSWERS; k++) {
        let sum = 0
        for (const feature of features) sum += weights[feature * ANSWERS + k]!
        const error = 1 / (1 + Math.exp(-(sum * scale + biases[k]!))) - wanted[k]!
        biases[k]! -= BIAS_RATE * error
        for (const feature of features) {
          const at = feature * ANSWERS + k
          const slope = error * scale + DECAY * weights[at]!
          slopes[at]! += slope * slope
          weights[at]! -= (RATE * slope) / Math.sqrt(slopes[at]!)
        }
      }
    }
  }
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
  const step = sizes[Math.floor(LARGEST_SHARE * (sizes.length - 1))]! / 127
  return { steps: Int8Array.from(weights, (weight) => Math.round(Math.max(-127, Math.min(127, weight / step)))), step, biases }
}
