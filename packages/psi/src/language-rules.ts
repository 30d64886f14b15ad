// A language tag (BCP 47) flows in; how that language is timed, phrased and set right flows out.
import data from './languages.json'

export interface Rhythm {
  /** Times the length of vowels without stress; 1 = reduced as in English. */
  readonly unstressed: number
  /** Times the length of what is marked long. */
  readonly long: number
  /** Times the length of everything: languages of short syllables say more of them a second. */
  readonly pace: number
}

export interface LanguageRules {
  readonly family: string
  /** p t k without breath. */
  readonly unaspirated?: boolean
  /** An r that no vowel follows is a short vowel. */
  readonly vocalicR?: boolean
  readonly tonal?: boolean
  /** "3." is the third. */
  readonly ordinalDot?: boolean
  /** IPA → phones, before the common table. */
  readonly sounds?: Readonly<Record<string, string>>
  /** Words with spaces between, like the rest. */
  readonly questionWords?: string
  /** A sentence is a question when it ends so, whatever its sign. */
  readonly questionEnds?: string
  /** Words before which one may breathe. */
  readonly breathBefore?: string
  /** Without their full stops. */
  readonly abbreviations?: string
  /** What is laughed when it is written twice and more; of every language without a list "ha he hi". */
  readonly laughs?: string
}

const families: Readonly<Record<string, Rhythm>> = data.families
const languages: Readonly<Record<string, LanguageRules>> = data.languages
export const LANGUAGES_WITH_RULES: readonly string[] = Object.keys(languages)

/** "pt-BR" → its own row, else that of "pt", else that of every language without one. */
export function languageRules(tag: string): LanguageRules {
  const parts = tag.toLowerCase().split('-')
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join('-')
    const rules = Object.hasOwn(languages, name) ? languages[name] : undefined
    if (rules) return rules
  }
  return data.otherwise
}

/** One of its word lists. */
export const wordList = (words: string | undefined): readonly string[] => words?.split(' ') ?? []

export const laughSyllables = ({ laughs }: LanguageRules): readonly string[] => wordList(laughs ?? data.otherwise.laughs)

export const rhythmOf = ({ family }: LanguageRules): Rhythm => families[family] ?? { unstressed: 1, long: 1, pace: 1 }

/** English needs no phonemiser: it has its dictionary. */
export const isEnglish = (tag: string): boolean => /^en(?:-|$)/i.test(tag)
