// A line of IPA as espeak-ng prints it (words by spaces, sounds by "_" or by nothing) flows in, words of our phones flow out.
import symbols from './ipa-symbols.json'
import { type LanguageRules, languageRules, rhythmOf } from './language-rules'
import {
  CONSONANT_SYMBOLS,
  isVowel,
  type Phone,
  type PhoneSymbol,
  VOWEL_SYMBOLS,
  WORLD_CONSONANT_SYMBOLS,
  WORLD_VOWEL_SYMBOLS,
} from './phone'

export interface ParsedIpa {
  readonly words: readonly (readonly Phone[])[]
  /** Signs that stand in no table; each has been said as its nearest letter, or as a murmur when it has none. */
  readonly unknown: readonly string[]
}

const phoneNames: ReadonlyMap<string, PhoneSymbol> = new Map(
  [...VOWEL_SYMBOLS, ...CONSONANT_SYMBOLS, ...WORLD_VOWEL_SYMBOLS, ...WORLD_CONSONANT_SYMBOLS].map((name) => [name, name]),
)
/** "T CX" → two phones; null when one of them is none of ours. */
export function phonesNamed(names: string): readonly PhoneSymbol[] | null {
  const found = names.split(' ').flatMap((name) => phoneNames.get(name) ?? [])
  return found.length === names.split(' ').length ? found : null
}

type Sounds = ReadonlyMap<string, readonly PhoneSymbol[]>
const soundsOf = (...tables: readonly Readonly<Record<string, string>>[]): Sounds =>
  new Map(
    tables.flatMap((table) => Object.entries(table)).map(([ipa, names]) => [ipa.normalize('NFD'), phonesNamed(names) ?? []]),
  )
const common = soundsOf(symbols.letters, symbols.vowels, symbols.consonants)
const cache = new Map<LanguageRules, Sounds>()
function soundsFor(rules: LanguageRules): Sounds {
  if (!rules.sounds) return common
  const known = cache.get(rules) ?? new Map([...common, ...soundsOf(rules.sounds)])
  cache.set(rules, known)
  return known
}
/** The circle only carries the mark in the table. */
const bare = (mark: string) => mark.replace('◌', '')
const marks = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).map(([mark, what]) => [bare(mark), what]))
const lengthens = marks(symbols.lengthens)
const gives = marks(symbols.gives)
const precedes = soundsOf(symbols.before)
const silent: ReadonlySet<string> = new Set(symbols.silent.split(' ').map(bare))

/** They bind what the table holds as one anyway. */
const TIES = /[\u{35c}\u{361}]/gu

/** Of a long or doubled consonant; of half-long and extra-short sounds. */
const GEMINATE = 1.8
const HALF_LONG = 1.25
const EXTRA_SHORT = 0.7
/** The two halves of a diphthong that has no phone of its own. */
const DIPHTHONG_START = 0.85
const DIPHTHONG_END = 0.55
/** Of the glide or breath that a mark behind a consonant stands for, and of the vowel in a syllabic consonant. */
const OFFGLIDE = 0.6

const VOICELESS_STOPS: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>(['P', 'T', 'K'])
const ASPIRABLE: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>(['P', 'T', 'K', 'TS', 'CH', 'CJ'])
const BREATHY: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>(['B', 'D', 'G', 'JH', 'JJ', 'DX'])
/** What is never doubled: two of these are a glide and the mark for one. */
const SINGLE: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>(['Y', 'W', 'WY', 'HH'])
const HIGH_FRONT: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>(['IY', 'IH', 'Y'])
const GLIDES: Readonly<Partial<Record<PhoneSymbol, PhoneSymbol>>> = { IY: 'Y', U: 'W', UE: 'WY' }
/** After these a high vowel is the second half of a falling diphthong, not a glide. */
const FALLING: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>(['IY', 'IH', 'U', 'UH', 'UE', 'UI', 'AX', 'WX', 'IX'])

interface Sound {
  symbol: PhoneSymbol
  stress: Phone['stress']
  length: number
  nasal: boolean
  aspirated: boolean
  /** Which stretch between separators it comes from. */
  readonly chunk: number
}

export function parseIpa(ipa: string, language: string): ParsedIpa {
  const words: (readonly Phone[])[] = []
  const unknown: string[] = []
  let rules = languageRules(language)
  // "(en)" says that what follows is in English, "(de)" that it is German again; a word may hold both.
  for (const part of ipa.normalize('NFD').replace(TIES, '').split(/\s+/)) {
    const word: Phone[] = []
    for (const piece of part.split(/(\([\p{L}\d-]+\))/u)) {
      if (piece.startsWith('(')) rules = languageRules(piece.slice(1, -1))
      else if (piece) word.push(...new WordReader(rules, unknown).read(piece))
    }
    if (word.length > 0) words.push(word)
  }
  return { words, unknown }
}

class WordReader {
  private readonly rules: LanguageRules
  private readonly sounds: Sounds
  private readonly unknown: string[]
  private readonly said: Sound[] = []
  private stress: Phone['stress'] = 0
  private offglide: PhoneSymbol | null = null
  private chunk = 0

  constructor(rules: LanguageRules, unknown: string[]) {
    this.rules = rules
    this.sounds = soundsFor(rules)
    this.unknown = unknown
  }

  read(word: string): readonly Phone[] {
    const before = this.unknown.length
    for (const chunk of word.split('_')) {
      this.readChunk(chunk)
      this.chunk++
    }
    // A word of signs that nobody knows is a murmur, not silence.
    if (this.said.length === 0 && this.unknown.length > before) this.add('AX')
    return finish(this.said, this.rules)
  }

  private readChunk(chunk: string): void {
    for (let at = 0; at < chunk.length; ) {
      const sign = String.fromCodePoint(chunk.codePointAt(at) ?? 0)
      if (sign === 'ˈ' || sign === 'ˌ') this.stress = sign === 'ˈ' ? 2 : 1
      else if (!this.isTone(sign) && !this.isBreath(sign)) {
        const key = this.longestAt(chunk, at)
        if (key !== null) {
          for (const symbol of this.sounds.get(key) ?? []) this.add(symbol)
          at += key.length
          continue
        }
        if (!this.mark(sign)) this.guess(sign)
      }
      at += sign.length
    }
  }

  private longestAt(chunk: string, at: number): string | null {
    for (let length = 4; length > 0; length--) {
      const key = chunk.slice(at, at + length)
      if (key.length === length && this.sounds.has(key)) return key
    }
    return null
  }

  /** The third tone is printed as the vowel that looks like a 3. */
  private isTone(sign: string): boolean {
    return (
      sign === 'ɜ' && this.rules.tonal === true && this.said.some(({ symbol, chunk }) => chunk === this.chunk && isVowel(symbol))
    )
  }
  /** "th" within one sound of a tonal language is a t with breath. */
  private isBreath(sign: string): boolean {
    const last = this.said.at(-1)
    if (sign !== 'h' || !this.rules.tonal || last?.chunk !== this.chunk || !ASPIRABLE.has(last.symbol)) return false
    last.aspirated = true
    return true
  }

  private add(symbol: PhoneSymbol, length = 1): void {
    const vowel = isVowel(symbol)
    if (this.offglide && vowel && !HIGH_FRONT.has(symbol)) this.push(this.offglide, 0, OFFGLIDE)
    this.offglide = null
    this.push(symbol, vowel ? this.stress : 0, length)
    if (vowel) this.stress = 0
  }
  private push(symbol: PhoneSymbol, stress: Phone['stress'], length: number): void {
    this.said.push({ symbol, stress, length, nasal: false, aspirated: false, chunk: this.chunk })
  }

  /** What a mark does to the sound before it; false when it is no mark. */
  private mark(sign: string): boolean {
    const last = this.said.at(-1)
    const length = lengthens.get(sign)
    if (length && last) {
      const long = isVowel(last.symbol) ? rhythmOf(this.rules).long : GEMINATE
      last.length *= length === 'long' ? long : length === 'half-long' ? HALF_LONG : EXTRA_SHORT
      return true
    }
    if (last && gives.has(sign)) {
      this.give(gives.get(sign) ?? '', last)
      return true
    }
    for (const symbol of precedes.get(sign) ?? []) this.add(symbol, OFFGLIDE)
    return precedes.has(sign) || silent.has(sign) || lengthens.has(sign) || gives.has(sign)
  }

  private give(what: string, last: Sound): void {
    switch (what) {
      case 'nasal':
        last.nasal = isVowel(last.symbol)
        return
      case 'palatal':
        this.offglide = 'Y'
        return
      case 'rounded':
        this.offglide = 'W'
        return
      case 'breathy':
      case 'aspirated':
        if (BREATHY.has(last.symbol)) this.push('HH', 0, OFFGLIDE)
        else last.aspirated = true
        return
      case 'syllabic':
        this.said.pop()
        this.push('AX', this.stress, OFFGLIDE)
        this.stress = 0
        this.said.push(last)
    }
  }

  /** The letter without its marks, small or large. */
  private guess(sign: string): void {
    this.unknown.push(sign)
    const base = String.fromCodePoint(sign.normalize('NFKD').codePointAt(0) ?? 0)
    const phones = [base, base.toLowerCase(), base.toUpperCase()].map((key) => this.sounds.get(key)).find(Boolean)
    for (const symbol of phones ?? []) this.add(symbol)
  }
}

function finish(said: readonly Sound[], rules: LanguageRules): readonly Phone[] {
  const rhythm = rhythmOf(rules)
  return said
    .reduce<Sound[]>(joinDoubled, [])
    .map(asDiphthong)
    .map((sound, i, all) => (rules.vocalicR ? asVowel(sound, all[i - 1], all[i + 1]) : sound))
    .map(({ symbol, stress, length, nasal, aspirated }) => {
      const timed = length * rhythm.pace * (isVowel(symbol) && stress === 0 ? rhythm.unstressed : 1)
      return {
        symbol,
        stress,
        ...(timed === 1 ? {} : { length: timed }),
        ...(nasal ? { nasal } : {}),
        ...(rules.unaspirated && !aspirated && VOICELESS_STOPS.has(symbol) ? { unaspirated: true } : {}),
      }
    })
}

function joinDoubled(joined: Sound[], sound: Sound): Sound[] {
  const last = joined.at(-1)
  if (last?.symbol !== sound.symbol || isVowel(sound.symbol)) joined.push(sound)
  else last.length = SINGLE.has(sound.symbol) ? 1 : Math.max(GEMINATE, last.length)
  return joined
}

/** Two vowels in one sound: the first is a glide ("iɛ") or the second is short ("æi"). */
function asDiphthong(sound: Sound, i: number, all: readonly Sound[]): Sound {
  const [left, right] = [all[i - 1], all[i + 1]]
  const within = (other: Sound | undefined): other is Sound =>
    other !== undefined && other.chunk === sound.chunk && isVowel(other.symbol) && isVowel(sound.symbol)
  if (within(right)) {
    const glide = FALLING.has(right.symbol) ? undefined : GLIDES[sound.symbol]
    if (!glide) return { ...sound, length: sound.length * DIPHTHONG_START }
    right.stress = sound.stress
    return { ...sound, symbol: glide, stress: 0 }
  }
  return within(left) && (FALLING.has(sound.symbol) || !GLIDES[left.symbol])
    ? { ...sound, length: sound.length * DIPHTHONG_END }
    : sound
}

const asVowel = (sound: Sound, left: Sound | undefined, right: Sound | undefined): Sound =>
  sound.symbol === 'QR' && left && isVowel(left.symbol) && !(right && isVowel(right.symbol))
    ? { ...sound, symbol: 'AH', length: OFFGLIDE }
    : sound
