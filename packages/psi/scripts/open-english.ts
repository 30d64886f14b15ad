// The committed dictionary and letter-to-sound model → a pronouncer, for tests and scripts; the engine itself reads no files.
import { readFileSync } from 'node:fs'
import { openDictionary } from '../src/dictionary'
import { openLetterToSound } from '../src/letter-to-sound'
import { type English, english } from '../src/pronounce'

const data = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url))
export const dictionary = openDictionary(data('english.dict'))
export const letterToSound = openLetterToSound(data('english.lts'))
export const openEnglish = (lexicon: Readonly<Record<string, string>> = {}): English =>
  english({ dictionary, letterToSound, lexicon })
