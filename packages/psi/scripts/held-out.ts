// Entries of the dictionary → those that teach the letters their sounds, and the tenth that is never shown to the learner.
import type { Entry } from './cmudict'

/** Every tenth word by its FNV-1a hash; a hash, so that neighbours in the alphabet do not all fall on one side. */
function isHeldOut(word: string): boolean {
  let hash = 2166136261
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619) >>> 0
  return hash % 10 === 0
}

export interface SplitWords {
  readonly teaching: readonly Entry[]
  readonly heldOut: readonly Entry[]
}

/** Possessives would put nearly the same word on both sides; a word with many more phones than letters is an abbreviation read out. */
export function splitWords(entries: readonly Entry[]): SplitWords {
  const plain = entries.filter(
    ([word, phones]) => /^[a-z][a-z']*$/.test(word) && !/'s$|s'$/.test(word) && phones.length <= word.length + 3,
  )
  return {
    teaching: plain.filter(([word]) => !isHeldOut(word)),
    heldOut: plain.filter(([word]) => isHeldOut(word)),
  }
}
