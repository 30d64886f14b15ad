// A letter, its neighbours, and what has been said so far → the small numbers that the letter-to-sound trees ask about.
// The trees are taught and read with this one file, so that both mean the same question. Trees that read from the end of the word to its
// beginning are given the word and its chunks mirrored; "before" then means nearer to the end.
import { CONSONANT_SYMBOLS, isVowel, type Phone, VOWEL_SYMBOLS } from './phone'

export const LETTERS = "abcdefghijklmnopqrstuvwxyz'"
const BEFORE = 5
const AFTER = 6
/** Neighbouring letters, three phones, the stress so far, the vowel groups still to come. */
export const CONTEXT_SIZE = BEFORE + AFTER + 5
export const PHONE_FEATURES: readonly number[] = [BEFORE + AFTER, BEFORE + AFTER + 1, BEFORE + AFTER + 2]
export const STRESS_FEATURE = BEFORE + AFTER + 3
export const GROUPS_FEATURE = BEFORE + AFTER + 4
/** Every value of every feature is below this, so that a set of values is 64 bits. */
export const VALUES = 64

/** 0 = beyond the word's edge. */
export const letterValue = (letter: string | undefined): number => (letter ? LETTERS.indexOf(letter) + 1 : 0)
const symbolValues = new Map<string, number>([...CONSONANT_SYMBOLS, ...VOWEL_SYMBOLS].map((symbol, i) => [symbol, i + 1]))
export const phoneValue = (symbol: string): number => symbolValues.get(symbol) ?? 0

export const mirroredWord = (word: string): string => [...word].reverse().join('')
export const mirroredChunk = (chunk: readonly Phone[]): readonly Phone[] => [...chunk].reverse()

/** What has been said of a word up to a letter. */
export interface Said {
  readonly last: number
  readonly beforeLast: number
  readonly third: number
  /** Of the last vowel: 0 no vowel yet, 1 unstressed, 2 secondary, 3 primary. */
  readonly stress: number
  readonly primary: boolean
}
export const NOTHING_SAID: Said = { last: 0, beforeLast: 0, third: 0, stress: 0, primary: false }

export function say(said: Said, chunk: readonly Phone[]): Said {
  let { last, beforeLast, third, stress, primary } = said
  for (const phone of chunk) {
    third = beforeLast
    beforeLast = last
    last = phoneValue(phone.symbol)
    if (!isVowel(phone.symbol)) continue
    stress = phone.stress + 1
    primary ||= phone.stress === 2
  }
  return { last, beforeLast, third, stress, primary }
}

export const STRESS_VALUES = 8
const GROUPS_LIMIT = 5
const vowelLetters = /[aeiouy]+/g

export function vowelGroupsAfter(word: string, index: number): number {
  return Math.min(GROUPS_LIMIT, word.slice(index + 1).match(vowelLetters)?.length ?? 0)
}

/** Fills `into` (CONTEXT_SIZE bytes) for the letter at `index`. */
export function readContext(word: string, index: number, said: Said, into: Uint8Array): void {
  let at = 0
  for (let back = 1; back <= BEFORE; back++) into[at++] = letterValue(word[index - back])
  for (let ahead = 1; ahead <= AFTER; ahead++) into[at++] = letterValue(word[index + ahead])
  into[at++] = said.last
  into[at++] = said.beforeLast
  into[at++] = said.third
  into[at++] = said.stress + (said.primary ? 4 : 0)
  into[at++] = vowelGroupsAfter(word, index)
}
