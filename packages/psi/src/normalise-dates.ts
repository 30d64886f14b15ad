// Times of day, dates, ordinals, ranges, fractions and other numbers with a form of their own → words.

import { amount, NUMBER } from './normalise-amounts'
import { cardinal, digitByDigit, fraction, ordinal, pluralOf, year } from './numbers'
import { type Around, letterName, type Rule } from './rule'

const months = 'january february march april may june july august september october november december'.split(' ')
const isMonth = (text: string | undefined): boolean =>
  text !== undefined &&
  /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/i.test(
    text,
  )
const halfDay = (text: string): string[] => [letterName(text[0] ?? ''), letterName('m')]
const halfDays = /^([ap])\.?m\.?$/i

function sayClock(hours: string, minutes: string, seconds: string | undefined, half: string | undefined): string[] {
  const past =
    minutes === '00'
      ? half || seconds
        ? []
        : Number(hours) > 12 || hours === '0'
          ? ['hundred']
          : ["o'clock"]
      : minutes.startsWith('0')
        ? ['oh', ...cardinal(minutes)]
        : cardinal(minutes)
  const rest = seconds ? ['and', ...cardinal(seconds), 'seconds'] : []
  return [...cardinal(hours), ...past, ...rest, ...(half ? halfDay(half) : [])]
}

/** Null when there is no such day. */
function sayDate(day: string, month: string, yearDigits: string): string[] | null {
  const name = months[Number(month) - 1]
  if (!name || Number(day) < 1 || Number(day) > 31) return null
  const full = yearDigits.length === 2 ? `${Number(yearDigits) < 50 ? 20 : 19}${yearDigits}` : yearDigits
  return [name, ...ordinal(day), ...year(full)]
}

function sayFraction(above: string, below: string): string[] {
  const whole = Number(below)
  if (whole === 10 || whole === 100 || Number(above) >= whole || whole > 20 || whole < 2) {
    return [...amount(above), whole >= 10 || Number(above) === whole ? 'out of' : 'over', ...amount(below)].flatMap((word) =>
      word.split(' '),
    )
  }
  return fraction(String(Number(above)), String(whole))
}

const range = new RegExp(
  `^((?:[$€£]?)(?:\\d{1,2}:\\d\\d|${NUMBER})[a-z%°]{0,3})[-–—]((?:[$€£]?)(?:\\d{1,2}:\\d\\d|${NUMBER})[a-z%°]{0,3})$`,
  'i',
)

/** A rule for whole pieces of one form. */
const form = (
  example: Rule['example'],
  pattern: RegExp,
  says: (parts: readonly (string | undefined)[], around: Around) => readonly string[] | null,
): Rule => ({
  example,
  says: (core, around) => {
    const found = pattern.exec(core)
    return found ? says(found.slice(1), around) : null
  },
})

export const dateRules: readonly Rule[] = [
  form(
    ['5:30pm', 'five thirty p. m.'],
    /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:([ap])\.?m\.?)?$/i,
    ([h = '', m = '', s, half], { next }) =>
      Number(h) > 24
        ? null
        : sayClock(h, m, s, half).slice(0, !half && m === '00' && halfDays.test(next?.core ?? '') ? -1 : undefined),
  ),
  form(['9am', 'nine a. m.'], /^(\d{1,2})([ap])\.?m\.?$/i, ([h = '', half = '']) => [...cardinal(h), ...halfDay(half)]),
  form(['at 7 p.m. sharp', 'at seven p. m. sharp'], halfDays, ([half = ''], { previous }) =>
    /\d$/.test(previous?.core ?? '') && !previous?.after ? halfDay(half) : null,
  ),
  form(['2024-05-17', 'may seventeenth twenty twenty four'], /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/, ([y = '', m = '', d = '']) =>
    sayDate(d, m, y),
  ),
  form(
    ['12/25/2023', 'december twenty fifth twenty twenty three'],
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)$/,
    ([a = '', b = '', y = '']) => sayDate(b, a, y) ?? sayDate(a, b, y),
  ),
  form(
    ['24.12.2023', 'december twenty fourth twenty twenty three'],
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
    ([d = '', m = '', y = '']) => sayDate(d, m, y) ?? sayDate(m, d, y),
  ),
  form(['May 5', 'may fifth'], /^(\d{1,2})$/, ([d = ''], { previous }) =>
    previous && isMonth(previous.core) && /^\.?$/.test(previous.after) && Number(d) > 0 && Number(d) <= 31 ? ordinal(d) : null,
  ),
  form(['5 May', 'the fifth of may'], /^(\d{1,2})$/, ([d = ''], { next, piece }) =>
    next && isMonth(next.core) && /^\.?$/.test(piece.after) && Number(d) > 0 && Number(d) <= 31 && /^[A-Z]/.test(next.core)
      ? ['the', ...ordinal(d), 'of']
      : null,
  ),
  form(['21st', 'twenty first'], /^(\d[\d,]*)(?:st|nd|rd|th)$/i, ([n = '']) => ordinal(n.replaceAll(',', ''))),
  form(["'90s", 'nineties'], /^'?(1[1-9]\d0|20\d0|[2-9]0)'?s$/, ([n = '']) => pluralOf(n.length === 4 ? year(n) : cardinal(n))),
  form(
    ['555-1234', 'five five five one two three four'],
    /^(?:\+?(\d{1,3})[-.])?\(?(?:(\d{3})\)?[-.])?(\d{3})[-.](\d{4})$/,
    (parts) => parts.flatMap((part) => digitByDigit(part ?? '')),
  ),
  form(['10–15', 'ten to fifteen'], range, ([from = '', to = ''], { say }) => [...say(from), 'to', ...say(to)]),
  form(['3/4', 'three quarters'], /^(\d{1,3})\/(\d{1,3})$/, ([above = '', below = '']) => sayFraction(above, below)),
  form(['1920x1080', 'nineteen twenty by ten eighty'], /^(\d+)x(\d+)$/i, ([a = '', b = '']) => [
    ...sayPixels(a),
    'by',
    ...sayPixels(b),
  ]),
  form(['1.2.3', 'one point two point three'], /^v?(\d+(?:\.\d+){2,})$/i, ([numbers = '']) =>
    numbers.split('.').flatMap((each, i) => [...(i ? ['point'] : []), ...cardinal(each)]),
  ),
  form(['v2', 'version two'], /^v(\d+(?:\.\d+)?)$/i, ([n = '']) => ['version', ...amount(n)]),
  form([`6'2"`, 'six foot two'], /^([3-8])'(\d{1,2})"?$/, ([feet = '', inches = '']) => [
    ...cardinal(feet),
    'foot',
    ...cardinal(inches),
  ]),
  form(['x10', 'times ten'], /^x(\d+)$/i, ([n = '']) => ['times', ...cardinal(n)]),
]

/** Widths and heights are read in pairs: ten eighty. */
const sayPixels = (digits: string): string[] => (digits.length === 4 && !digits.endsWith('000') ? year(digits) : cardinal(digits))
