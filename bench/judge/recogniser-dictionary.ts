// The recogniser's dictionary file flows in; every word's pronunciations flow out, the usual one first.
import { readFileSync } from 'node:fs'
import { speechModel } from './speech-model'

/** Phones without stress. */
export type Pronunciation = readonly string[]
export type RecogniserDictionary = ReadonlyMap<string, readonly Pronunciation[]>

let opened: RecogniserDictionary | undefined

/** Read once. @throws Problem when the model is not installed. */
export function recogniserDictionary(): RecogniserDictionary {
  opened ??= parseDictionary(readFileSync(speechModel().dictionaryFile, 'latin1'))
  return opened
}

/** A further pronunciation of a word stands as "word(2)". */
export function parseDictionary(text: string): RecogniserDictionary {
  const words = new Map<string, Pronunciation[]>()
  for (const line of text.split('\n')) {
    const [entry, ...phones] = line.trim().split(/\s+/)
    if (!entry) continue
    const word = withoutVariant(entry)
    const known = words.get(word)
    if (known) known.push(phones)
    else words.set(word, [phones])
  }
  return words
}

export const withoutVariant = (entry: string): string => entry.replace(/\(\d+\)$/, '')

/** The words that a recogniser could hear in a text: lower-case letters and apostrophes. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z']+/g) ?? []
