// A pronouncer and words whose phones are known → how often it is wrong.
import type { Phone, Pronouncer } from '../src/phone'
import type { Entry } from './cmudict'

export interface ErrorRates {
  /** Insertions, deletions and substitutions per phone. */
  readonly phones: number
  readonly phonesAndStress: number
  /** Share of words with any wrong phone. */
  readonly words: number
}

/** Levenshtein distance. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  a.forEach((each, i) => {
    const next = [i + 1]
    b.forEach((other, j) => {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (each === other ? 0 : 1)))
    })
    row = next
  })
  return row[b.length] ?? 0
}

const symbols = (phones: readonly Phone[]) => phones.map((each) => each.symbol)
const stressed = (phones: readonly Phone[]) => phones.map((each) => each.symbol + each.stress)

export function measure(pronouncer: Pronouncer, words: readonly Entry[]): ErrorRates {
  let [phones, wrong, wrongStress, wrongWords] = [0, 0, 0, 0]
  for (const [word, right] of words) {
    const guess = pronouncer.lookUp(word) ?? []
    const errors = distance(symbols(guess), symbols(right))
    phones += right.length
    wrong += errors
    wrongStress += distance(stressed(guess), stressed(right))
    if (errors > 0) wrongWords++
  }
  return { phones: wrong / phones, phonesAndStress: wrongStress / phones, words: wrongWords / words.length }
}
