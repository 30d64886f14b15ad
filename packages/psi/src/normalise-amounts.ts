// Money, units, percentages, signs and plain numbers → words.

import { cardinal, decimal, digitByDigit, year } from './numbers'
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
  return /^0\d+$/.test(plain) ? digitByDigit(plain) : decimal(plain)
}

const isNumber = (text: string | undefined): boolean => text !== undefined && endsInNumber.test(text)
const magnitude = /^(hundred|thousand|million|billion|trillion)$/i
const magnitudeLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: 'thousand',
    m: 'million',
    mn: 'million',
    b: 'billion',
    bn: 'billion',
    t: 'trillion',
  }),
)
const currencies: Readonly<Record<string, readonly [one: string, many: string, hundredth: string]>> = {
  $: ['dollar', 'dollars', 'cent'],
  '€': ['euro', 'euros', 'cent'],
  '£': ['pound', 'pounds', 'penny'],
  '¥': ['yen', 'yen', 'sen'],
  '₹': ['rupee', 'rupees', 'paisa'],
  '₩': ['won', 'won', 'jeon'],
}
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
const sign = (text = ''): string[] => signWords.get(text)?.split(' ') ?? []

const money = new RegExp(`^([-–+~<>]?)([$€£¥₹₩])(${NUMBER})([kKmMbBtT]|mn|bn)?(\\+?)$`)
const moneyAfter = new RegExp(`^([-–+~<>]?)(${NUMBER})([kKmMbB]|mn|bn)?([$€£¥₹₩])$`)

function sayMoney(symbol: string, digits: string, letter: string | undefined, around: Around): string[] {
  const [one, many, hundredth] = currencies[symbol] ?? ['', '', '']
  if (letter) return [...amount(digits), magnitudeLetters.get(letter.toLowerCase()) ?? '', many]
  if (magnitude.test(around.next?.core ?? '') && !around.piece.after) return amount(digits)
  const [whole = '', cents] = digits.replaceAll(',', '').split('.')
  if (cents?.length !== 2) return [...amount(digits), Number(digits) === 1 ? one : many]
  const small = Number(cents) === 1 ? hundredth : hundredth === 'penny' ? 'pence' : `${hundredth}s`
  const coins = Number(cents) ? [...cardinal(cents), small] : []
  if (Number(whole) === 0 && coins.length) return coins
  return [...cardinal(whole || '0'), Number(whole) === 1 ? one : many, ...(coins.length ? ['and', ...coins] : [])]
}

const unitTable: Readonly<Record<string, readonly string[]>> = units
/** Alone after a number these are rather words or names: "5 in the morning", "page 5 A". */
const onlyAttached = new Set('in A B D G T V W K k M i p v x t d s g h m l L am pm st mo + mi pt'.split(' '))

function unit(symbol: string, digits: string): string[] | null {
  const [one, many] = (Object.hasOwn(unitTable, symbol) && unitTable[symbol]) || []
  return one && many ? fromTable(digits === '1' ? one : many) : null
}

/** Heights of pictures are read in pairs: ten eighty. */
const inPairs = (digits: string, symbol: string) => symbol === 'p' && /^\d{4}$/.test(digits)

function sayMeasured(core: string): string[] | null {
  const [, before, digits, symbol] = measured.exec(core) ?? []
  if (!digits || !symbol) return null
  // Resolutions: "4K" is a name, "4k" four thousand.
  if (/^[2458]K$/.test(core)) return [...cardinal(digits), letterName('k')]
  const words = unit(symbol.replace(/^-(?=[a-z])/i, ''), digits)
  if (!words) return null
  return [...sign(before), ...(inPairs(digits, symbol) ? year(digits) : amount(digits)), ...words]
}

const between = (around: Around) => /\d$/.test(around.previous?.core ?? '') && /^[-+]?[\d.$]/.test(around.next?.core ?? '')
const arithmetic: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-': 'minus',
    '–': 'minus',
    '*': 'times',
    x: 'times',
    '/': 'divided by',
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
function looksLikeYear(digits: string, { next, piece }: Around): boolean {
  if (!/^(1[1-9]|20)\d\d$/.test(digits)) return false
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
]

export const amountRules: readonly Rule[] = [
  {
    example: ['$3.50', 'three dollars and fifty cents'],
    says: (core, around) => {
      const [, before, symbol, digits, letter, more] = money.exec(core) ?? []
      return symbol && digits ? [...sign(before), ...sayMoney(symbol, digits, letter, around), ...(more ? ['plus'] : [])] : null
    },
  },
  {
    example: ['5€', 'five euros'],
    says: (core, around) => {
      const [, before, digits, letter, symbol] = moneyAfter.exec(core) ?? []
      return symbol && digits ? [...sign(before), ...sayMoney(symbol, digits, letter, around)] : null
    },
  },
  {
    example: ['£2 million', 'two million pounds'],
    says: (core, { previous }) => {
      const symbol = /^[-+~<>]?([$€£¥₹₩])[\d.,]+$/.exec(previous?.core ?? '')?.[1]
      return symbol && magnitude.test(core) ? [core.toLowerCase(), currencies[symbol]?.[1] ?? ''] : null
    },
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
  { example: ['#1', 'number one'], says: (core) => (/^#\d+$/.test(core) ? ['number', ...amount(core.slice(1))] : null) },
]
