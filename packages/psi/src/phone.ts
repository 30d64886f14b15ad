// A phone and the words and phrases it stands in: what text becomes before it becomes a score.
import type { Ms } from '@psiona/shared'
import type { VocalSound } from '@psiona/shared/speech-marks'

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
/** Vowels that English has not, in IPA: a e o u ø œ y ʏ ʉ ɯ ɤ. Apart, because the English data count the lists above. */
export const WORLD_VOWEL_SYMBOLS = ['A', 'E', 'O', 'U', 'OE', 'OX', 'UE', 'UI', 'UX', 'WX', 'OV'] as const
/** x, ç, ɣ, ʁ, trilled r, ɲ, ʎ, clear l, ts, dz, ɕ, ʑ, tɕ, dʑ, β, ʔ, ɥ. */
export const WORLD_CONSONANT_SYMBOLS = [
  'X',
  'CX',
  'GH',
  'QR',
  'RR',
  'NY',
  'LY',
  'LC',
  'TS',
  'DZ',
  'SJ',
  'ZJ',
  'CJ',
  'JJ',
  'BV',
  'Q',
  'WY',
] as const
export type VowelSymbol = (typeof VOWEL_SYMBOLS)[number] | (typeof WORLD_VOWEL_SYMBOLS)[number]
export type ConsonantSymbol = (typeof CONSONANT_SYMBOLS)[number] | (typeof WORLD_CONSONANT_SYMBOLS)[number]
export type PhoneSymbol = VowelSymbol | ConsonantSymbol

const vowels: ReadonlySet<string> = new Set([...VOWEL_SYMBOLS, ...WORLD_VOWEL_SYMBOLS])
export const isVowel = (symbol: PhoneSymbol): symbol is VowelSymbol => vowels.has(symbol)

export interface Phone {
  readonly symbol: PhoneSymbol
  /** Of vowels: 0 none, 1 secondary, 2 primary. Consonants carry 0. */
  readonly stress: 0 | 1 | 2
  /** Times the length it has by the rules; 1 unless a language counts length. */
  readonly length?: number
  /** A vowel with the velum open. */
  readonly nasal?: boolean
  /** A voiceless stop whose voice follows at once, as in Spanish. */
  readonly unaspirated?: boolean
}

export interface SpokenWord {
  /** As it stands in the text, for subtitles: "3.5", "TTYL". Several spoken words may share one written word; then all but the first are ''. */
  readonly written: string
  readonly phones: readonly Phone[]
  /** A function word in weak form: no accent, shorter. */
  readonly weak: boolean
  /** 0 = ordinary, 1 = *stressed* or ALL CAPS; in between what the context stresses. */
  readonly emphasis: number
  /** Height of its accent against an ordinary one; 1 when not given, 0 = none (what was just said, the tail of a compound). */
  readonly accent?: number
  /** Length against the ordinary one; 1 when not given. */
  readonly stretch?: number
  /** 0..1: breath instead of voice, and a raised voice; 0 when not given. */
  readonly whisper?: number
  readonly effort?: number
  /** No word but a sound such as a laugh; the phones are then only what the mouth does. */
  readonly sound?: SoundCall
}

/** A vocal sound as it is asked for. `size`: pulses of a laugh, clicks of a tsk; elsewhere length against the ordinary one. */
export interface SoundCall {
  readonly kind: VocalSound
  readonly size: number
}

/** What the melody does at the end of a phrase, where the ending alone does not tell. */
export type Tune = 'fall' | 'rise' | 'list' | 'level' | 'low' | 'tag'

/** What a phrase is in its sentence: some stand apart in height, width and speed. */
export type PhraseRole = 'aside' | 'vocative' | 'tag' | 'quotation' | 'hesitation' | 'sound'

export type PhraseEnding = 'continues' | 'statement' | 'question' | 'wh-question' | 'exclamation' | 'trailing'

/** A stretch said in one go; the ending decides melody and pause. 'continues' = comma, semicolon, colon, dash. */
export interface Phrase {
  readonly words: readonly SpokenWord[]
  readonly ending: PhraseEnding
  readonly tune?: Tune
  readonly role?: PhraseRole
  /** True where a sentence goes on; then the melody is not begun anew. */
  readonly inside?: boolean
  /** Before the next phrase; by the ending when not given. */
  readonly pauseMs?: Ms
  /** Breath is drawn in that pause, and heard. */
  readonly breath?: boolean
}

/** One word in letters → its phones, or null when the dictionary has none. Sources by name, best first, are in pronounce.ts. */
export interface Pronouncer {
  lookUp(word: string): readonly Phone[] | null
}
