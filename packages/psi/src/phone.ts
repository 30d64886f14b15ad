// A phone and the words and phrases it stands in: what text becomes before it becomes a score.

/** ARPAbet without stress digits, plus reduced vowels (AX IX AXR), flap (DX) and dark l (LX). */
export const VOWEL_SYMBOLS = [
  'AA',
  'AE',
  'AH',
  'AO',
  'AW',
  'AX',
  'AXR',
  'AY',
  'EH',
  'ER',
  'EY',
  'IH',
  'IX',
  'IY',
  'OW',
  'OY',
  'UH',
  'UW',
] as const
export const CONSONANT_SYMBOLS = [
  'B',
  'CH',
  'D',
  'DH',
  'DX',
  'F',
  'G',
  'HH',
  'JH',
  'K',
  'L',
  'LX',
  'M',
  'N',
  'NG',
  'P',
  'R',
  'S',
  'SH',
  'T',
  'TH',
  'V',
  'W',
  'Y',
  'Z',
  'ZH',
] as const
export type VowelSymbol = (typeof VOWEL_SYMBOLS)[number]
export type ConsonantSymbol = (typeof CONSONANT_SYMBOLS)[number]
export type PhoneSymbol = VowelSymbol | ConsonantSymbol

const vowels: ReadonlySet<string> = new Set(VOWEL_SYMBOLS)
export const isVowel = (symbol: PhoneSymbol): symbol is VowelSymbol => vowels.has(symbol)

export interface Phone {
  readonly symbol: PhoneSymbol
  /** Of vowels: 0 none, 1 secondary, 2 primary. Consonants carry 0. */
  readonly stress: 0 | 1 | 2
}

export interface SpokenWord {
  /** As it stands in the text, for subtitles: "3.5", "TTYL". Several spoken words may share one written word; then all but the first are ''. */
  readonly written: string
  readonly phones: readonly Phone[]
  /** A function word in weak form: no accent, shorter. */
  readonly weak: boolean
  /** 0 = ordinary, 1 = *stressed* or ALL CAPS. */
  readonly emphasis: number
}

export type PhraseEnding = 'continues' | 'statement' | 'question' | 'wh-question' | 'exclamation' | 'trailing'

/** A stretch said in one go; the ending decides melody and pause. 'continues' = comma, semicolon, colon, dash. */
export interface Phrase {
  readonly words: readonly SpokenWord[]
  readonly ending: PhraseEnding
}

/** One word in letters → its phones, or null when the dictionary has none. Sources by name, best first, are in pronounce.ts. */
export interface Pronouncer {
  lookUp(word: string): readonly Phone[] | null
}
