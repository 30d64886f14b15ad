// Abbreviations, initialisms, stretched and joined words, and plain words → words in lower case; letters to be named end in a full stop.
import abbreviations from './abbreviations.json'
import { cardinal, digitByDigit, ordinal, romanToDigits } from './numbers'
import type { Phone } from './phone'
import type { English } from './pronounce'
import { type Around, fromTable, letterName, type Rule } from './rule'

const table = (rows: Readonly<Record<string, string>>) => new Map(Object.entries(rows))
const anyCase = table(abbreviations.anyCase)
const inCapitals = table(abbreviations.inCapitals)
const withFullStop = table(abbreviations.withFullStop)
const titles = table(abbreviations.titles)
const afterCapital = table(abbreviations.afterCapital)
const beforeNumber = table(abbreviations.beforeNumber)

const isCapitalised = (text: string | undefined): boolean => text !== undefined && /^[A-Z][a-z]/.test(text)
const dotted = ({ piece }: Around): boolean => piece.after.startsWith('.') && !piece.after.startsWith('..')
const fromRow = (text: string | undefined): string[] | null => (text === undefined ? null : fromTable(text))
const spell = (text: string): string[] =>
  [...text].flatMap((sign) => (/[a-z]/i.test(sign) ? [letterName(sign)] : /\d/.test(sign) ? digitByDigit(sign) : []))

/** "Dr." before a name is a person, after one a street. */
function sayTitle(core: string, around: Around): string[] | null {
  const key = core.toLowerCase()
  const beforeName = isCapitalised(around.next?.core) && /^\.?$/.test(around.piece.after)
  if (afterCapital.has(key) && dotted(around) && isCapitalised(around.previous?.core) && (!beforeName || !titles.has(key)))
    return fromRow(afterCapital.get(key))
  if (!titles.has(key) || !isCapitalised(core)) return null
  return beforeName || (dotted(around) && around.next === undefined) || /^(mr|mrs|ms|dr)$/.test(key)
    ? fromRow(titles.get(key))
    : null
}

const numbered =
  /^(chapter|part|act|scene|volume|book|war|episode|season|phase|type|class|level|fantasy|souls|theft|auto|title|section|grade|bowl|rocky|version|mark|generation|gen)$/i
const sovereigns =
  /^(henry|louis|george|edward|elizabeth|charles|james|john|pope|paul|richard|william|philip|napoleon|benedict|pius|catherine|frederick)$/i

function sayRoman(core: string, { previous }: Around): string[] | null {
  const digits = /^[IVXLC]+$/.test(core) ? romanToDigits(core) : null
  if (!digits || !previous || previous.after) return null
  if (sovereigns.test(previous.core) && isCapitalised(previous.core)) return ['the', ...ordinal(digits)]
  return numbered.test(previous.core) ? cardinal(digits) : null
}

/** Short words that names in the dictionary would win over: "soo", "noo", "yess"; and those whose two letters belong there: "too". */
const endsSingle = new Set('so no go yo bro do who hello me he she we be the yes this us is was plus oh'.split(' '))
const endsDouble = new Set('too woo boo zoo moo goo voodoo yahoo'.split(' '))

/** Runs of three and more are for effect: "sooooo" is "so", "goooood" is "good". Inside a word two letters are likelier, at its end one. */
function shorten(word: string, { listed }: English): string {
  if (/^(.)\1+$/.test(word))
    return { a: 'ah', e: 'ee', h: 'hmm', i: 'i', m: 'hmm', o: 'ooh', u: 'ooh', y: 'why' }[word[0] ?? ''] ?? word[0] ?? ''
  const single = word.replace(/(.)\1{2,}/g, '$1')
  const double = word.replace(/(.)\1{2,}/g, '$1$1')
  const doubleInside = word.replace(/(.)\1{2,}(?=.)/g, '$1$1').replace(/(.)\1{2,}$/, '$1')
  const atEnd = /(.)\1{2,}$/.test(word)
  const singleFirst = endsSingle.has(single) || (atEnd && !/[lsfe]$/.test(word) && !endsDouble.has(double))
  const order = singleFirst ? [single, doubleInside, double] : [double, doubleInside, single]
  return order.find((each) => listed(each) !== null) ?? single
}

const laughter = /^(?:a*(?:ha){2,}h?|(?:he){2,}h?|(?:hi){3,}h?|(?:ho){2,}|(?:ja){2,}|l(?:ol){2,}z?|x?(?:ah){2,}a?|(?:ke){2,})$/
const MOST_LAUGHS = 4
function laugh(word: string): string[] {
  const [, syllable = 'ha'] = /(?:l(?=ol))?(ol|h[aeio]|ja|ke)/.exec(word) ?? []
  const count = word.split(syllable).length - 1
  const said = syllable === 'ol' ? 'lol' : syllable.replace('j', 'h')
  return Array.from({ length: Math.min(MOST_LAUGHS, count) }, () => said)
}

const leetLetters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' }
function sayLeet(core: string, { pronouncer }: Around): string[] | null {
  if (!/^[a-z]*[a-z][013457]+[a-z][a-z013457]*$/i.test(core)) return null
  const word = core.toLowerCase().replace(/\d/g, (digit) => leetLetters[digit] ?? digit)
  return pronouncer.known(word) ? [word] : null
}

/** Codes of letters and digits: "PS5", "B747", "gpt4". */
function sayMixed(core: string, { say }: Around): string[] | null {
  const parts = core.match(/\d+(?:\.\d+)?|[^\d]+/g) ?? []
  if (parts.length < 2 || !/^[a-z\d.]+$/i.test(core)) return null
  return parts.flatMap((part) =>
    /^\d{3}$/.test(part) && /[1-9]\d[1-9]/.test(part)
      ? [...cardinal(part[0] ?? ''), ...cardinal(part.slice(1))]
      : say(part.replace(/^\.|\.$/g, '')),
  )
}

const isSpellable = (core: string) => !/[aeiouy]/i.test(core)
/** A name of four capitals and fewer that no dictionary has is read by its letters. */
const LONGEST_INITIALISM = 4
const LONGEST_SPELLING = 8

/** The dictionary has some initialisms as words, "fbi". */
function isSpelled(letters: string, phones: readonly Phone[], pronouncer: English): boolean {
  const named = [...letters].flatMap((letter) => pronouncer.listed(letterName(letter)) ?? [])
  return named.length === phones.length && named.every((each, i) => each.symbol === phones[i]?.symbol)
}

function sayCapitals(core: string, { pronouncer, shouting }: Around): string[] | null {
  const [, letters, s = ''] = /^([A-Z]{2,})('?s)?$/.exec(core) ?? []
  if (!letters) return null
  const known = pronouncer.known(core)
  if (known && (shouting || !isSpellable(letters)) && !isSpelled(letters, known, pronouncer)) return [core.toLowerCase()]
  if (letters.length > LONGEST_INITIALISM && !(isSpellable(letters) && letters.length <= LONGEST_SPELLING)) return null
  if (shouting && !isSpellable(letters)) return null
  const names = spell(letters)
  return s ? [...names.slice(0, -1), `${names.at(-1) ?? ''}'s`] : names
}

/** Joined by hyphen, slash, underscore or any other sign. */
function sayParts(core: string, { say }: Around): string[] | null {
  const parts = core.split(/[^a-z\d'.,]+|(?<=[a-z])[.,]+(?=[a-z\d])|[.,]+$/i).filter(Boolean)
  if (parts.length === 1 && parts[0] === core) return null
  return parts.flatMap((part) => say(part))
}

function sayWord(core: string, { pronouncer }: Around): string[] | null {
  const word = core.toLowerCase()
  if (!/^[a-z']+$/.test(word)) return null
  if (/^[a-z]$/.test(word) && word !== 'a' && word !== 'i') return [letterName(word)]
  if (pronouncer.listed(word)) return [word]
  const joined = core.split(/(?<=[a-z])(?=[A-Z])/)
  if (joined.length > 1)
    return joined.flatMap((part) => (pronouncer.known(part) || !isSpellable(part) ? [part.toLowerCase()] : spell(part)))
  return isSpellable(word) && word.length <= LONGEST_SPELLING && !pronouncer.known(word) ? spell(word) : [word]
}

/** "wi-fi's" is what "wi-fi" is, with an s. */
function withPossessive(core: string, says: (plain: string) => string[] | null): string[] | null {
  const owner = /^(.+)'s$/i.exec(core)?.[1]
  const words = owner ? says(owner) : null
  return words ? [...words.slice(0, -1), `${words.at(-1) ?? ''}'s`] : says(core)
}

/** Asked before most: "24/7" is not a fraction. */
export const abbreviationRules: readonly Rule[] = [
  {
    example: ["the US vs us, the UK's", "the u. s. versus us the u. k.'s"],
    says: (core, { shouting }) => (shouting ? null : withPossessive(core, (plain) => fromRow(inCapitals.get(plain)))),
  },
  {
    example: ["BTW, wi-fi's up, brb", "by the way wifi's up be right back"],
    says: (core) => withPossessive(core, (plain) => fromRow(anyCase.get(plain.toLowerCase()))),
  },
]
export const wordRules: readonly Rule[] = [
  { example: ['Dr. Smith', 'doctor smith'], says: sayTitle },
  {
    example: ['vol. 3 has no 5 stars', 'volume three has no five stars'],
    says: (core, around) => {
      const numbered = /^#?\d/.test(around.next?.core ?? '') && /^\.?$/.test(around.piece.after)
      const short = dotted(around) || (isCapitalised(core) && core !== 'No')
      return numbered && short ? fromRow(beforeNumber.get(core.toLowerCase())) : null
    },
  },
  {
    example: ['5 Aug. 1999', 'the fifth of august nineteen ninety nine'],
    says: (core, { previous }) =>
      /^\d{1,2}$/.test(previous?.core ?? '') && isCapitalised(core) ? fromRow(beforeNumber.get(core.toLowerCase())) : null,
  },
  {
    example: ['approx. ten', 'approximately ten'],
    says: (core, around) => (dotted(around) ? fromRow(withFullStop.get(core.toLowerCase())) : null),
  },
  { example: ['Chapter IV', 'chapter four'], says: sayRoman },
  { example: ['U.S.A.', 'u. s. a.'], says: (core) => (/^(?:[a-z]\.)+[a-z]$/i.test(core) ? spell(core) : null) },
  {
    example: ['hahahaha', 'ha ha ha ha'],
    says: (core) => (laughter.test(core.toLowerCase()) ? laugh(core.toLowerCase()) : null),
  },
  {
    example: ['sooooo goooood', 'so good'],
    says: (core, { pronouncer }) =>
      /^[a-z']*([a-z])\1\1[a-z']*$/i.test(core) && !pronouncer.own(core) ? [shorten(core.toLowerCase(), pronouncer)] : null,
  },
  { example: ['OBS and NASA', 'o. b. s. and nasa'], says: sayCapitals },
  { example: ['h3llo n00b', 'hello noob'], says: sayLeet },
  { example: ['gpt4', 'g. p. t. four'], says: sayMixed },
  { example: ['PlayStation fan', 'playstation fan'], says: sayWord },
  { example: ['well-known and/or x_y', 'well known and or x. y.'], says: sayParts },
]

export const isAbbreviation = (core: string): boolean => inCapitals.has(core) || anyCase.has(core.toLowerCase())
/** Said as the title of whoever comes next. */
export const isTitle = (core: string, words: readonly string[]): boolean => titles.get(core.toLowerCase()) === words.join(' ')
/** Whether the full stop belongs to what was shortened, and ends no sentence unless what follows begins one. */
export function ownsFullStop(core: string, words: readonly string[]): boolean {
  const said = words.join(' ')
  const tables = [titles, withFullStop, beforeNumber, afterCapital]
  return (
    tables.some((rows) => rows.get(core.toLowerCase()) === said) ||
    /^(?:etc|vs|e\.?g|i\.?e|a\.k\.a|ph\.d|(?:[a-z]\.)+[a-z])$/i.test(core)
  )
}
/** Of those, the ones that often stand last in a sentence. */
export const mayEndSentence = (core: string): boolean =>
  /^(?:etc|inc|ltd|corp|co|jr|sr|st|rd|ave|dr|ph\.d|(?:[a-z]\.)+[a-z])$/i.test(core)
