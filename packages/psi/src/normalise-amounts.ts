// Units, percentages, signs and plain numbers → words.

import { cardinal, codeNumber, decimal, digitByDigit, year } from './numbers'
import { type Around, fromTable, letterName, type Rule } from './rule'
import units from './units.json'

/** "1,234.5", ".5", "12". */
export const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*\\.\\d+|\\d+'
const number = new RegExp(`^(?:${NUMBER})$`)
const signed = new RegExp(`^([-–+±~<>≈]|[<>]=)?(${NUMBER})$`)
const measured = new RegExp(`^([-–+±~<>≈]?)(${NUMBER})(\\D.*)$`)
const endsInNumber = new RegExp(`^[-–+±~<>≈$€£¥]?(?:${NUMBER})$`)

/** "1,200" → one thousand two hundred; codes with a leading zero are read digit by digit. */
export function amount(text: string): string[] {
  const plain = text.replaceAll(',', '')
  return /^0\d+$/.test(plain) || (text === plain && isCode(plain)) ? digitByDigit(plain) : decimal(plain)
}

/** Ten digits without a comma count nothing, unless they are round. */
const isCode = (digits: string): boolean => /^\d{10,}$/.test(digits) && !/0{6}$/.test(digits)

const isNumber = (text: string | undefined): boolean => text !== undefined && endsInNumber.test(text)
const signWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-': 'minus',
    '–': 'minus',
    '+': 'plus',
    '±': 'plus or minus',
    '~': 'about',
    '≈': 'about',
    '<': 'less than',
    '>': 'more than',
    '<=': 'at most',
    '>=': 'at least',
  }),
)
export const sign = (text = ''): string[] => signWords.get(text)?.split(' ') ?? []

/** "a five dollar bill", "a thirty second timer": before what it describes the measure has no plural. */
export function describes({ previous, next, piece }: Around): boolean {
  return (
    !piece.after &&
    previous !== undefined &&
    !previous.after &&
    /^(?:a|an|another|the)$/i.test(previous.core) &&
    /^[a-z]{3,}$/.test(next?.core ?? '') &&
    !/^(?:and|that|which|who|she|they|you|are|were|had|has|have|can|will|for|off|per|from|more|less|was|with|away|ago|but|than|each|apiece|million|billion|thousand|trillion)$/.test(
      next?.core ?? '',
    )
  )
}

const unitTable: Readonly<Record<string, readonly string[]>> = units
/** Alone after a number these are rather words or names: "5 in the morning", "page 5 A". */
const onlyAttached = new Set('in A B D G T V W K k M i p v x t d s g h m l L am pm st mo + mi pt'.split(' '))

const namesOf = (symbol: string): readonly string[] => (Object.hasOwn(unitTable, symbol) && unitTable[symbol]) || []
/** "GB/s" is gigabytes per second. */
function unit(symbol: string, digits: string): string[] | null {
  const plain = symbol.replace('^', '')
  const [one, many] = namesOf(plain)
  if (one && many) return fromTable(digits === '1' ? one : many)
  const [above = '', below = '', ...rest] = plain.split('/')
  const each = namesOf(below)[0]
  const counted = above && each && rest.length === 0 && /[a-z]/i.test(below) ? unit(above, digits) : null
  return counted && each ? [...counted, 'per', ...fromTable(each)] : null
}

/** Heights of pictures are read in pairs: ten eighty, seven twenty. */
const inPairs = (digits: string, symbol: string) => /^[pi]$/.test(symbol) && /^\d{3,4}$/.test(digits)

function sayMeasured(core: string, around: Around): string[] | null {
  const [, before, digits, symbol] = measured.exec(core) ?? []
  if (!digits || !symbol) return null
  // Resolutions: "4K" is a name, "4k" four thousand.
  if (/^[2458]K$/.test(core)) return [...cardinal(digits), letterName('k')]
  if (/^\d+k$/i.test(core) && /^(?:run|race|walk|runner)s?$/.test(around.next?.core ?? ''))
    return [...cardinal(digits), letterName('k')]
  // "221B Baker Street"
  if (/^\d*[1-9]B$/.test(core) && /^[A-Z][a-z]/.test(around.next?.core ?? '')) return [...cardinal(digits), letterName('b')]
  const timed = /^(?:\d+h|hours?|hrs?)$/i.test(around.previous?.core ?? '') || around.next?.core === 'ago'
  if (symbol === 'm' && timed && !around.previous?.after) return [...amount(digits), digits === '1' ? 'minute' : 'minutes']
  const pictures = /^([2458])K(\d{2,3})$/.exec(core) ?? /^(\d{3,4})p(\d{2,3})$/.exec(core)
  if (pictures) {
    const [, height = '', rate = ''] = pictures
    return [...codeNumber(height), letterName(core[height.length] ?? ''), ...cardinal(rate)]
  }
  const words = unit(symbol.replace(/^-(?=[a-z])/i, ''), describes(around) || /^-[a-z]/i.test(symbol) ? '1' : digits)
  if (!words) return null
  return [...sign(before), ...(inPairs(digits, symbol) ? codeNumber(digits) : amount(digits)), ...words]
}

const between = (around: Around) => /\d$/.test(around.previous?.core ?? '') && /^[-+]?[\d.$]/.test(around.next?.core ?? '')
const arithmetic: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-': 'minus',
    '–': 'minus',
    '*': 'times',
    x: 'times',
    '/': 'divided by',
    '×': 'times',
    '÷': 'divided by',
    '<': 'is less than',
    '>': 'is more than',
  }),
)
const alone: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': 'and',
    '+': 'plus',
    '=': 'equals',
    '@': 'at',
    '%': 'percent',
    '°': 'degrees',
    '~': 'about',
    '<=': 'at most',
    '>=': 'at least',
  }),
)

/** From 1100 to 2099, written without a comma and not counting anything: a year. */
function looksLikeYear(digits: string, { previous, next, piece }: Around): boolean {
  if (/^year$/i.test(previous?.core ?? '') && /^[1-9]\d{3}$/.test(digits)) return true
  const early = /^10\d\d$/.test(digits) && /^(?:in|since|until|by|before|after|around|from|year)$/i.test(previous?.core ?? '')
  if (!early && !/^(1[1-9]|20)\d\d$/.test(digits)) return false
  const counts =
    !piece.after && next !== undefined && /^[a-z]+s$/.test(next.core) && !/^(was|is|as|has|its|this|does|ours)$/.test(next.core)
  return !counts && !(next && unit(next.core, digits) && !piece.after)
}

/** Asked before abbreviations: after a number "fps" is frames per second. */
export const unitRules: readonly Rule[] = [
  {
    example: ['3 km', 'three kilometers'],
    says: (core, { previous }) => {
      const counted = previous && !previous.after && isNumber(previous.core) && !onlyAttached.has(core)
      return counted ? unit(core, previous.core) : null
    },
  },
  {
    example: ['40.7° N', 'forty point seven degrees north'],
    says: (core, { previous }) => {
      const side = { N: 'north', S: 'south', E: 'east', W: 'west', C: 'celsius', F: 'fahrenheit' }[core]
      return side && /[°'"]$/.test((previous?.core ?? '') + (previous?.after ?? '')) && /°/.test(previous?.core ?? '')
        ? [side]
        : null
    },
  },
]

export const amountRules: readonly Rule[] = [
  {
    example: ['a 12" pizza', 'a twelve inch pizza'],
    says: (core, { piece, next }) =>
      /^\d{1,3}(?:\.\d)?$/.test(core) &&
      piece.after === '"' &&
      /^(?:pizza|monitor|tv|screen|sub|record|vinyl|display|tablet|laptop|pipe|ruler)s?$/i.test(next?.core ?? '')
        ? [...amount(core), 'inch']
        : null,
  },
  { example: ['16GB', 'sixteen gigabytes'], says: sayMeasured },
  {
    example: ['2 + 2 = 4', 'two plus two equals four'],
    says: (core, around) => {
      const word = (between(around) ? arithmetic.get(core) : undefined) ?? alone.get(core)
      return word?.split(' ') ?? null
    },
  },
  { example: ['in 1999', 'in nineteen ninety nine'], says: (core, around) => (looksLikeYear(core, around) ? year(core) : null) },
  {
    example: ['-5', 'minus five'],
    says: (core) => {
      const [, before, digits] = signed.exec(core) ?? []
      return digits && number.test(digits) ? [...sign(before), ...amount(digits)] : null
    },
  },
  {
    example: ['№ 5', 'number five'],
    says: (core, { next }) => (core === '#' && /^\d/.test(next?.core ?? '') ? ['number'] : null),
  },
  { example: ['#1', 'number one'], says: (core) => (/^#\d+$/.test(core) ? ['number', ...amount(core.slice(1))] : null) },
]
