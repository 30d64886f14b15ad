// Abbreviations, initialisms, stretched and joined words, and plain words → words in lower case; letters to be named end in a full stop.
import abbreviations from './abbreviations.json'
import { cardinal, codeNumber, digitByDigit, ordinal, romanToDigits } from './numbers'
import type { Phone } from './phone'
import type { English } from './pronounce'
import { type Around, fromTable, letterName, type Rule } from './rule'
import { isStretched, shorten } from './stretched-word'
import { spelledSound } from './vocal-words'

const table = (rows: Readonly<Record<string, string>>) => new Map(Object.entries(rows))
const anyCase = table(abbreviations.anyCase)
const inCapitals = table(abbreviations.inCapitals)
const withFullStop = table(abbreviations.withFullStop)
const titles = table(abbreviations.titles)
const afterCapital = table(abbreviations.afterCapital)
const beforeNumber = table(abbreviations.beforeNumber)
const weekdays = table(abbreviations.weekdays)

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
  /^(vol|ch|pt|ep|chapter|part|act|scene|volume|book|war|episode|season|phase|type|class|level|fantasy|souls|theft|auto|title|section|grade|bowl|rocky|version|mark|generation|gen|gta|civ|civilization|mortal|quest|legion|round|stage|level|tier|world|mode|appendix|article|figure|table|lesson|unit|step)$/i
const sovereigns =
  /^(henry|louis|george|edward|elizabeth|charles|james|john|pope|paul|richard|william|philip|napoleon|benedict|pius|catherine|frederick)$/i

function sayRoman(core: string, { previous }: Around): string[] | null {
  const digits = /^[IVXLC]+$/.test(core) ? romanToDigits(core) : null
  if (!digits || !previous || (previous.after && !/^(?:vol|ch|pt|ep)\.$/i.test(previous.core + previous.after))) return null
  if (sovereigns.test(previous.core) && isCapitalised(previous.core)) return ['the', ...ordinal(digits)]
  const sequel = /^(?:I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XVI?)$/.test(core) && isCapitalised(previous.core)
  return numbered.test(previous.core) || sequel ? cardinal(digits) : null
}

/** Laughter stays as it is spelled: how it sounds is a matter of the voice. */
const isLaughter = (core: string): boolean => {
  const kind = /^[a-z]+$/i.test(core) ? spelledSound(core)?.kind : undefined
  return kind !== undefined && /^(?:laugh|chuckle|giggle|burst)$/.test(kind)
}

const leetLetters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' }
function sayLeet(core: string, { pronouncer }: Around): string[] | null {
  if (!/^[a-z]*[a-z][013457]+[a-z][a-z013457]*$/i.test(core)) return null
  const word = core.toLowerCase().replace(/\d/g, (digit) => leetLetters[digit] ?? digit)
  return pronouncer.known(word) ? [word] : null
}

/** Of a code: "a" is a letter, and so are the letters of "co". */
const sayCodeParts = (part: string, say: Around['say']): readonly string[] => {
  if (/^[a-z]$/i.test(part)) return [letterName(part)]
  return /^[A-Z]{2,3}$/.test(part) ? spell(part) : say(part)
}

/** Codes of letters and digits: "PS5", "B747", "gpt4". */
function sayMixed(core: string, { say }: Around): string[] | null {
  const parts = core.replace(/^([A-Z]{1,3})-(?=\d{3}$)/, '$1').match(/\d+(?:\.\d+)?|[^\d]+/g) ?? []
  if (parts.length < 2 || !parts.every((part) => /^[a-z\d.]+$/i.test(part))) return null
  return parts.flatMap((part) =>
    /^\d{3}$/.test(part) && /^[a-z]{1,3}-?\d/i.test(core) ? codeNumber(part) : sayCodeParts(part.replace(/^\.|\.$/g, ''), say),
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
  const parts = core
    .replace(/(?<=\w)@(?=\w)/g, ' at ')
    .replace(/(?<=\w)&(?=\w)/g, ' and ')
    .replace(/^([a-z]+)%$/i, '$1 percent')
    .replace(/(?<=[a-z])=(?=\w)/gi, ' equals ')
    .split(/[^a-z\d'.,]+|(?<=[a-z])[.,]+(?=[a-z\d])|[.,]+$/i)
    .filter(Boolean)
  if (parts.length === 1 && parts[0] === core) return null
  const letters = parts.length > 1 && parts.every((part) => /^[a-z]$/i.test(part))
  return letters ? parts.map(letterName) : parts.flatMap((part) => say(part))
}

function sayWord(core: string, { pronouncer, say }: Around): string[] | null {
  const word = core.toLowerCase()
  if (!/^[a-z']+$/.test(word)) return null
  if (/^[a-z]$/.test(word) && word !== 'a' && word !== 'i') return [letterName(word)]
  if (pronouncer.listed(word) || pronouncer.listed(word.replace(/'?s$/, ''))) return [word]
  const joined = core.split(/(?<=[a-z])(?=[A-Z])/)
  if (joined.length > 1)
    return joined.flatMap((part) =>
      /^[A-Z]{2,}$/.test(part) || !isSpellable(part) || pronouncer.known(part) ? say(part) : spell(part),
    )
  return isSpellable(word) && word.length <= LONGEST_SPELLING && !pronouncer.known(word) ? spell(word) : [word]
}

/** A capital inside a sentence is no article, unless all words have capitals. */
function sayLetterA(core: string, { piece, previous, next, shouting }: Around): string[] | null {
  const inside = previous !== undefined && !/[.!?:\n"(]/.test(previous.after) && !/["(]/.test(piece.before)
  if (core !== 'A' || !inside || shouting || piece.marked) return null
  const last = next === undefined || piece.after !== ''
  return last || /^an$/i.test(previous.core) || /^(?:to|and|or|for|is|was|then|while|vs|versus|button|key|side)$/.test(next.core)
    ? [letterName(core)]
    : null
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
  {
    example: ['Mon, Dec 25', 'monday december twenty fifth'],
    says: (core, around) => {
      const { next } = around
      const dated = /^\d/.test(next?.core ?? '') || beforeNumber.get(next?.core.toLowerCase() ?? '') !== undefined
      return isCapitalised(core) && next && (dated || (dotted(around) && !/^(?:Sun|Sat|Wed)$/.test(core)))
        ? fromRow(weekdays.get(core.toLowerCase()))
        : null
    },
  },
  {
    example: ['GTX 1080 Ti', 'g. t. x. ten eighty t. i.'],
    says: (core, { previous }) => (core === 'Ti' && /^\d{3,4}$/.test(previous?.core ?? '') ? spell(core) : null),
  },
  { example: ['Dr. Smith', 'doctor smith'], says: sayTitle },
  {
    example: ['vol. 3 has no 5 stars', 'volume three has no five stars'],
    says: (core, around) => {
      const numbered = /^(?:#?\d|[IVXLC]+$)/.test(around.next?.core ?? '') && /^\.?$/.test(around.piece.after)
      const short = dotted(around) || (isCapitalised(core) && core !== 'No') || /^(?:ep|ch|vol|lvl)$/.test(core)
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
  {
    example: ["U.S.A. and the E.U.'s", "u. s. a. and the e. u.'s"],
    says: (core) => {
      const [, letters, s] = /^((?:[a-z]\.)+[a-z])(\.'s)?$/i.exec(core) ?? []
      const names = letters ? spell(letters) : []
      return s ? [...names.slice(0, -1), `${names.at(-1) ?? ''}'s`] : letters ? names : null
    },
  },
  { example: ['hahahaha lol', 'hahahaha lol'], says: (core) => (isLaughter(core) ? [core.toLowerCase()] : null) },
  {
    example: ['sooooo goooood plssss', 'so good please'],
    says: (core, { pronouncer, say }) => {
      if (!isStretched(core) || pronouncer.own(core)) return null
      const word = shorten(core.toLowerCase(), (each) => anyCase.has(each) || pronouncer.listed(each) !== null)
      return anyCase.has(word) ? [...say(word)] : [word]
    },
  },
  { example: ['OBS and NASA', 'o. b. s. and nasa'], says: sayCapitals },
  { example: ['h3llo n00b', 'hello noob'], says: sayLeet },
  { example: ['gpt4', 'g. p. t. four'], says: sayMixed },
  { example: ['press A to jump, on Team A', 'press a. to jump on team a.'], says: sayLetterA },
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
