// Money → words.
import { amount, describes, NUMBER, sign } from './normalise-amounts'
import { cardinal } from './numbers'
import type { Around, Rule } from './rule'

/** 1.299,50 as much of Europe writes it, only beside a euro sign. */
const EUROPEAN = '\\d{1,3}(?:\\.\\d{3})*,\\d\\d'
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
const money = new RegExp(`^([-–+~<>]?)([$€£¥₹₩])(${NUMBER})([kKmMbBtT]|mn|bn)?(\\+?)$`)
const moneyAfter = new RegExp(`^([-–+~<>]?)(${EUROPEAN}|${NUMBER})([kKmMbB]|mn|bn)?([$€£¥₹₩])$`)
const moneyApart = new RegExp(`^([-–+~<>]?)(${EUROPEAN}|${NUMBER})([kKmMbB]|mn|bn)?$`)
const moneyAbroad = new RegExp(`^(US|CA|C|AU|A|NZ)\\$(${NUMBER})([kKmMbB]|mn|bn)?$`)
const nations: Readonly<Record<string, string>> = {
  US: 'u. s.',
  CA: 'canadian',
  C: 'canadian',
  AU: 'australian',
  A: 'australian',
  NZ: 'new zealand',
}
const withPoint = (digits: string): string => (/,\d\d$/.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : digits)

function sayMoney(symbol: string, digits: string, letter: string | undefined, around: Around): string[] {
  const [one, many, hundredth] = currencies[symbol] ?? ['', '', '']
  if (letter) return [...amount(digits), magnitudeLetters.get(letter.toLowerCase()) ?? '', many]
  if (magnitude.test(around.next?.core ?? '') && !around.piece.after) return amount(digits)
  const [whole = '', cents] = digits.replaceAll(',', '').split('.')
  if (cents?.length !== 2) return [...amount(digits), Number(digits) === 1 || describes(around) ? one : many]
  const small = Number(cents) === 1 ? hundredth : hundredth === 'penny' ? 'pence' : `${hundredth}s`
  const coins = Number(cents) ? [...cardinal(cents), small] : []
  if (Number(whole) === 0 && coins.length) return coins
  return [...cardinal(whole || '0'), Number(whole) === 1 ? one : many, ...(coins.length ? ['and', ...coins] : [])]
}

/** What a price is for, as it is cut short. */
const per: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mo: 'month',
    yr: 'year',
    hr: 'hour',
    h: 'hour',
    wk: 'week',
    d: 'day',
    kg: 'kilogram',
    l: 'liter',
    lb: 'pound',
  }),
)

export const moneyRules: readonly Rule[] = [
  {
    example: ['$5/mo', 'five dollars per month'],
    says: (core, { say }) => {
      const [, price = '', what = ''] = /^([$€£].*|.*[€£]|[\d.,]+[kKmM]?)\/([a-z]{1,8})$/i.exec(core) ?? []
      const isPrice =
        /[$€£]/.test(price) ||
        per.has(what) ||
        /^(?:day|week|month|year|hour|minute|second|person|game|stream|sub|piece)$/.test(what)
      return price && isPrice ? [...say(price), 'per', per.get(what.toLowerCase()) ?? what.toLowerCase()] : null
    },
  },
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
      return symbol && digits ? [...sign(before), ...sayMoney(symbol, withPoint(digits), letter, around)] : null
    },
  },
  {
    example: ['3,50 € each', 'three euros and fifty cents each'],
    says: (core, around) => {
      const { piece, previous, next } = around
      const [, before, digits, letter] =
        (Object.hasOwn(currencies, next?.core ?? '') && !piece.after && moneyApart.exec(core)) || []
      if (digits && next) return [...sign(before), ...sayMoney(next.core, withPoint(digits), letter, around)]
      return Object.hasOwn(currencies, core) && !previous?.after && moneyApart.test(previous?.core ?? '') ? [] : null
    },
  },
  {
    example: ['US$20', 'twenty u. s. dollars'],
    says: (core) => {
      const [, nation = '', digits, letter] = moneyAbroad.exec(core) ?? []
      const thousands = letter ? [magnitudeLetters.get(letter.toLowerCase()) ?? ''] : []
      return digits ? [...amount(digits), ...thousands, ...(nations[nation] ?? '').split(' '), 'dollars'] : null
    },
  },
  {
    example: ['50¢', 'fifty cents'],
    says: (core) => {
      const digits = /^(\d+)¢$/.exec(core)?.[1]
      return digits ? [...cardinal(digits), digits === '1' ? 'cent' : 'cents'] : null
    },
  },
  {
    example: ['£2 million', 'two million pounds'],
    says: (core, { previous }) => {
      const symbol = /^[-+~<>]?([$€£¥₹₩])[\d.,]+$/.exec(previous?.core ?? '')?.[1]
      return symbol && magnitude.test(core) ? [core.toLowerCase(), currencies[symbol]?.[1] ?? ''] : null
    },
  },
]
