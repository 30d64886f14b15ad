// Words of a text flow in; which of its sentences are like those that were marked as ill-meant, and as what, flows out. A linear judge over the
// features of text-features: one answer for "ill-meant", one for each offence. data/learned.json holds what it has learned of training/*.tsv;
// scripts/fit-learned.ts makes it.
import { Offence } from '@psiona/shared'
import shipped from '../data/learned.json'
import type { SaidWord } from './said-words'
import { featureScale, textFeatures } from './text-features'

export interface LearnedFound {
  readonly offence: Offence
  readonly rule: string
  /** First and last word, by their number. */
  readonly first: number
  readonly last: number
}

/** 'likely' finds more and errs more. */
export type LearnedLevel = 'sure' | 'likely'

/** What scripts/fit-learned.ts writes. */
export interface LearnedData {
  readonly offences: readonly string[]
  /** In the order of the offences; the last: ill-meant at all. */
  readonly biases: readonly number[]
  /** So much of the likeliest offence is added to "ill-meant". */
  readonly blend: number
  /** Above it a sentence is held back, for being so. */
  readonly thresholds: Readonly<Record<LearnedLevel, number>>
  /** Of the weights, in logits. */
  readonly step: number
  /** Base64 of one signed byte for each feature and answer. */
  readonly weights: string
}

export interface LearnedJudge {
  /** In logits. */
  score(words: readonly string[]): { readonly score: number; readonly offence: Offence }
  find(words: readonly SaidWord[], level: LearnedLevel): LearnedFound[]
}

const LATIN = /^[a-z\d']+$/
const looksLatin = ({ forms }: SaidWord): boolean =>
  forms.length > 1 && !LATIN.test(forms[0]!) && forms.some((form) => LATIN.test(form))
/** Fewer words are names or cries; the lists know the bad ones. */
const LEAST_WORDS = 3

export function createLearnedJudge(data: LearnedData): LearnedJudge {
  const offences = data.offences.map((offence) => Offence.parse(offence))
  const { biases, blend, thresholds, step } = data
  const answers = biases.length
  const packed = atob(data.weights)
  const steps = new Int8Array(packed.length)
  for (let at = 0; at < packed.length; at++) steps[at] = packed.charCodeAt(at)

  const score = (words: readonly string[]) => {
    const features = textFeatures(words)
    const scale = step * featureScale(features.length)
    const sums = new Float64Array(answers)
    for (const feature of features) for (let k = 0; k < answers; k++) sums[k]! += steps[feature * answers + k]!
    const logits = Array.from(sums, (sum, k) => sum * scale + biases[k]!)
    const likeliest = offences.reduce((best, _, k) => (logits[k]! > logits[best]! ? k : best), 0)
    return { score: logits[offences.length]! + blend * logits[likeliest]!, offence: offences[likeliest]! }
  }
  /** As it is written, and as what it looks like when letters of other scripts stand in it. */
  const worst = (sentence: readonly SaidWord[]) => {
    const written = score(sentence.map(({ forms }) => forms[0]!))
    if (!sentence.some(looksLatin)) return written
    const seen = score(sentence.map((word) => (looksLatin(word) ? word.forms.find((form) => LATIN.test(form))! : word.forms[0]!)))
    return seen.score > written.score ? seen : written
  }
  return {
    score,
    find(words, level) {
      const found: LearnedFound[] = []
      for (let first = 0; first < words.length; ) {
        let end = first + 1
        while (end < words.length && words[end]!.sentence === words[first]!.sentence) end++
        if (end - first >= LEAST_WORDS) {
          const { score, offence } = worst(words.slice(first, end))
          if (score > thresholds[level]) found.push({ offence, rule: `learned:${offence}`, first, last: end - 1 })
        }
        first = end
      }
      return found
    },
  }
}

let judge: LearnedJudge | undefined
/** The one that is shipped, unpacked once. */
export function shippedJudge(): LearnedJudge {
  judge ??= createLearnedJudge(shipped)
  return judge
}
