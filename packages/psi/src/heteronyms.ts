// A word that is spelled one way and said in several, among its neighbours → the phones that are meant, or null when it is no such word.

import { parseArpabet } from './arpabet'
import heteronyms from './heteronyms.json'
import { partOfSpeech } from './part-of-speech'
import type { Phone } from './phone'
import { withS } from './word-formation'

/** All conditions given must hold; the first reading that holds is said, and the last has none. */
interface Reading {
  readonly says: string
  readonly as?: string
  readonly not?: string
  /** The word after it is one of these. */
  readonly before?: readonly string[]
  /** The word before it is one of these. */
  readonly after?: readonly string[]
  /** One of these is in the phrase. */
  readonly near?: readonly string[]
}
const table: ReadonlyMap<string, readonly Reading[]> = new Map<string, readonly Reading[]>(Object.entries(heteronyms))
export const HETERONYM_COUNT = table.size
export const isHeteronym = (word: string): boolean => table.has(word)

function chosen(readings: readonly Reading[], words: readonly string[], index: number, form: 'base' | 's'): Reading | undefined {
  const part = partOfSpeech(words, index, form)
  const has = (list: readonly string[] | undefined, word: string | undefined) =>
    !list || (word !== undefined && list.includes(word))
  return readings.find(
    (reading) =>
      (reading.as ?? part) === part &&
      reading.not !== part &&
      has(reading.before, words[index + 1]) &&
      has(reading.after, words[index - 1]) &&
      (!reading.near || words.some((word, i) => i !== index && reading.near?.includes(word))),
  )
}

/** Only pairs of noun and verb have a form in -s that differs in the same way. */
const isPair = (readings: readonly Reading[]) => readings.length === 2 && readings[0]?.as !== undefined

export function readHeteronym(words: readonly string[], index: number): readonly Phone[] | null {
  const word = words[index] ?? ''
  const own = table.get(word)
  if (own) return parseArpabet(chosen(own, words, index, 'base')?.says ?? '')
  const stem = word.endsWith('s') ? table.get(word.slice(0, -1)) : undefined
  if (!stem || !isPair(stem)) return null
  const phones = parseArpabet(chosen(stem, words, index, 's')?.says ?? '')
  return phones && withS(phones)
}
