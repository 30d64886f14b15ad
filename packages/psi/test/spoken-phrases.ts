// Phrases written by hand or drawn by chance flow out, for tests that must not depend on how text is read.
import {
  CONSONANT_SYMBOLS,
  isVowel,
  type Phone,
  type PhoneSymbol,
  type Phrase,
  type PhraseEnding,
  type SpokenWord,
  VOWEL_SYMBOLS,
} from '../src/phone'
import { createRandom } from '../src/random'

const SYMBOLS: readonly PhoneSymbol[] = [...VOWEL_SYMBOLS, ...CONSONANT_SYMBOLS]
const STRESSES = [0, 1, 2] as const
const ENDINGS: readonly PhraseEnding[] = ['continues', 'statement', 'question', 'wh-question', 'exclamation', 'trailing']

const isSymbol = (text: string): text is PhoneSymbol => (SYMBOLS as readonly string[]).includes(text)

/** "DH AX0 / B ER2 CH / K AX0 N UW2": words apart by a slash, 2 = main stress; a leading ~ makes a word weak, * emphatic. */
export function phrase(notation: string, ending: PhraseEnding = 'statement'): Phrase {
  return { words: notation.split('/').map((word) => spokenWord(word.trim())), ending }
}

function spokenWord(notation: string): SpokenWord {
  const phones = notation
    .replace(/^[~*]\s*/, '')
    .split(/\s+/)
    .map((token): Phone => {
      const symbol = token.replace(/\d$/, '')
      if (!isSymbol(symbol)) throw new Error(`no phone ${token}`)
      const digit = Number(token.at(-1))
      return { symbol, stress: isVowel(symbol) ? (STRESSES[digit] ?? 0) : 0 }
    })
  return {
    written: phones
      .map(({ symbol }) => symbol)
      .join('')
      .toLowerCase(),
    phones,
    weak: notation.startsWith('~'),
    emphasis: notation.startsWith('*') ? 1 : 0,
  }
}

/** "The birch canoe slid on the smooth planks." */
export const BIRCH = phrase('~DH AX0 / B ER2 CH / K AX0 N UW2 / S L IH2 D / ~AO0 N / ~DH AX0 / S M UW2 DH / P L AE2 NG K S')
/** "Maybe Bob may pump papa." Lips close on every other phone. */
export const LABIALS = phrase('M EY2 B IY0 / B AA2 B / M EY2 / P AH2 M P / P AA2 P AX0')

export function randomPhrases(seed: number): Phrase[] {
  const random = createRandom(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random.uniform() * from.length)] as T
  const count = (most: number) => Math.floor(random.uniform() * (most + 1))
  return Array.from({ length: count(3) }, () => ({
    ending: pick(ENDINGS),
    words: Array.from({ length: count(5) }, () => ({
      written: pick(['word', '', '3.5']),
      weak: random.uniform() < 0.3,
      emphasis: random.uniform() < 0.2 ? 1 : 0,
      phones: Array.from({ length: count(7) }, () => ({ symbol: pick(SYMBOLS), stress: pick(STRESSES) })),
    })),
  }))
}
