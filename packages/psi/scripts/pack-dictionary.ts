// npx tsx packages/psi/scripts/pack-dictionary.ts: cmudict and our additions → data/english.dict and data/english.lts, and prints what they are worth.
import { writeFileSync } from 'node:fs'
import { openLetterToSound } from '../src/letter-to-sound'
import { alignLetters } from './align-letters'
import { type Entry, readLexicon } from './cmudict'
import { growForest } from './grow-forest'
import { measure } from './measure-guesses'
import { packDictionary, packForest } from './pack-bytes'

const data = new URL('../data/', import.meta.url)
const { entries, left } = readLexicon()
const dictionary = packDictionary(entries)
writeFileSync(new URL('english.dict', data), dictionary)
console.log(`english.dict: ${entries.length} words (${left} regular possessives left out), ${dictionary.length} bytes`)

/** Every twentieth word by hash; a hash, so that neighbours in the alphabet do not all fall on one side. */
const heldOut = (word: string) => {
  let hash = 2166136261
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619) >>> 0
  return hash % 20 === 0
}
const teach = (words: readonly Entry[]) => packForest(growForest(alignLetters(words)))

// Possessives would put nearly the same word on both sides; a word with many more phones than letters is an abbreviation read out.
const plain = entries.filter(
  ([word, phones]) => /^[a-z][a-z']*$/.test(word) && !/'s$|s'$/.test(word) && phones.length <= word.length + 3,
)
const test = plain.filter(([word]) => heldOut(word))
const rates = measure(openLetterToSound(teach(plain.filter(([word]) => !heldOut(word)))), test)
console.log(
  `letter to sound, taught without ${test.length} held-out words: phone error rate ${rates.phones.toFixed(4)},` +
    ` with stress ${rates.phonesAndStress.toFixed(4)}, words wrong ${rates.words.toFixed(3)}`,
)
const letters = teach(plain)
writeFileSync(new URL('english.lts', data), letters)
console.log(`english.lts: taught with all words, ${letters.length} bytes`)
