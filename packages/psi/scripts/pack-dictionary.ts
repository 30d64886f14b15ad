// npx tsx packages/psi/scripts/pack-dictionary.ts: cmudict and our additions → data/english.dict and data/english.lts, and prints what they are worth.
import { writeFileSync } from 'node:fs'
import { openLetterToSound } from '../src/letter-to-sound'
import { alignLetters } from './align-letters'
import { readLexicon } from './cmudict'
import { growForest } from './grow-forest'
import { splitWords } from './held-out'
import { measure } from './measure-guesses'
import { packDictionary, packForest } from './pack-bytes'

const data = new URL('../data/', import.meta.url)
const { entries, left } = readLexicon()
const dictionary = packDictionary(entries)
writeFileSync(new URL('english.dict', data), dictionary)
console.log(`english.dict: ${entries.length} words (${left} regular possessives left out), ${dictionary.length} bytes`)

const { teaching, heldOut } = splitWords(entries)
const letters = packForest(growForest(alignLetters(teaching)))
writeFileSync(new URL('english.lts', data), letters)
const rates = measure(openLetterToSound(letters), heldOut)
console.log(
  `english.lts: ${letters.length} bytes, taught with ${teaching.length} words; on ${heldOut.length} others the phone error rate is` +
    ` ${rates.phones.toFixed(4)}, with stress ${rates.phonesAndStress.toFixed(4)}, words wrong ${rates.words.toFixed(3)}`,
)
