// How well text becomes words and words become phones: the table of texts with what is to be said (wrong: rows that come out otherwise),
// and the learned letter-to-sound on the tenth of the dictionary that it was never taught (packages/psi/scripts/held-out.ts).
// g2pPhonemeErrorRate: substitutions, insertions and deletions per phone, stress not counted, reduced vowels (AX, IX, AXR) counted as phones
// of their own; g2pWordErrorRate: share of words with any such error. withStress: the same with every stress to be right.
// withWordFormation: what a listener gets for a word that is in no dictionary: first it is tried as a known word with an ending, a beginning or
// another word. guessMicroseconds: for one word.
import { readLexicon } from '../packages/psi/scripts/cmudict'
import { splitWords } from '../packages/psi/scripts/held-out'
import { measure } from '../packages/psi/scripts/measure-guesses'
import { letterToSound, openEnglish } from '../packages/psi/scripts/open-english'
import { packDictionary } from '../packages/psi/scripts/pack-bytes'
import { readTextCases } from '../packages/psi/scripts/text-cases'
import { openDictionary } from '../packages/psi/src/dictionary'
import { normaliseText } from '../packages/psi/src/normalise-text'
import { english } from '../packages/psi/src/pronounce'
import { progress, report, rounded } from './figures'

const listed = openEnglish()
const cases = readTextCases()
const wrong = cases.filter(({ text, said }) => {
  const words = normaliseText(text, listed).map(({ word }) => word)
  if (words.join(' ') !== said) progress(`${JSON.stringify(text)}: "${words.join(' ')}" instead of "${said}"`)
  return words.join(' ') !== said
})

const { entries } = readLexicon()
const { heldOut } = splitWords(entries)
const unseen = new Set(heldOut.map(([word]) => word))
const startedAt = performance.now()
const guessed = measure(letterToSound, heldOut)
const guessMs = performance.now() - startedAt
const dictionary = openDictionary(packDictionary(entries.filter(([word]) => !unseen.has(word))))
const formed = measure(english({ dictionary, letterToSound }), heldOut)

report('text', {
  tableRows: cases.length,
  wrong: wrong.length,
  g2pPhonemeErrorRate: rounded(guessed.phones, 4),
  g2pWordErrorRate: rounded(guessed.words, 3),
  withStress: { phonemeErrorRate: rounded(guessed.phonesAndStress, 4) },
  withWordFormation: { phonemeErrorRate: rounded(formed.phones, 4), wordErrorRate: rounded(formed.words, 3) },
  heldOutWords: heldOut.length,
  guessMicroseconds: rounded((guessMs * 1000) / heldOut.length, 0),
})
