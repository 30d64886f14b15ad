// Times of day, durations, dates, ordinals and decades → words.

import { cardinal, digitByDigit, ordinal, pluralOf, year } from './numbers'
import { form, letterName, type Rule } from './rule'

const months = 'january february march april may june july august september october november december'.split(' ')
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
/** "may" and "march" in small letters are verbs. */
const isMonth = (text: string | undefined): boolean =>
  text !== undefined &&
  !/^(?:may|mar|march)$/.test(text) &&
  /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/i.test(
    text,
  )
const halfDay = (text: string): string[] => [letterName(text[0] ?? ''), letterName('m')]
const halfDays = /^([ap])\.?m\.?$/i

function sayClock(hours: string, minutes: string, seconds: string | undefined, half: string | undefined): string[] {
  if (Number(hours) === 0 && minutes === '00' && !half && !seconds) return ['midnight']
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

/** Of hours, minutes and seconds what is not zero; three figures are how long something took, not the time of day. */
const sayDuration = (parts: readonly (string | undefined)[]): string[] =>
  parts.flatMap((digits, i) => {
    const name = ['hour', 'minute', 'second'][i] ?? ''
    return Number(digits ?? 0) > 0 ? [...cardinal(digits ?? ''), Number(digits) === 1 ? name : `${name}s`] : []
  })

/** Null when there is no such day. */
function sayDate(day: string, month: string, yearDigits: string): string[] | null {
  const name = months[Number(month) - 1]
  if (!name || Number(day) < 1 || Number(day) > 31) return null
  const full = yearDigits.length === 2 ? `${Number(yearDigits) < 50 ? 20 : 19}${yearDigits}` : yearDigits
  return [name, ...ordinal(day), ...year(full)]
}

const isDay = (text: string): boolean => Number(text) > 0 && Number(text) <= 31
const onDate = /^(?:on|by|until|till|since|before|after|from|due)$/i

/** "Mon" → monday, "Sept" → september. */
const dayOrMonth = (text: string): string | undefined =>
  [...weekdays, ...months].find((each) => text.length > 2 && each.startsWith(text.toLowerCase()))

export const dateRules: readonly Rule[] = [
  form(['Mon-Fri, Jan–Mar', 'monday to friday january to march'], /^([a-z]{3,9})-([a-z]{3,9})$/i, ([from = '', to = '']) => {
    const [first, last] = [dayOrMonth(from), dayOrMonth(to)]
    return first && last && /^[A-Z]/.test(from) ? [first, 'to', last] : null
  }),
  form(
    ['2024-05-17T14:30Z', 'may seventeenth twenty twenty four fourteen thirty'],
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/,
    ([day = '', time = ''], { say }) => [...say(day), ...say(time)],
  ),
  form(
    ['1:23.456', 'one twenty three point four five six'],
    /^(\d{1,2}):([0-5]\d)\.(\d{1,3})$/,
    ([m = '', s = '', rest = '']) => [...sayClock(m, s, undefined, 'no half').slice(0, -2), 'point', ...digitByDigit(rest)],
  ),
  form(['2h30m', 'two hours thirty minutes'], /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/, (parts) =>
    parts.filter(Boolean).length < 2 ? null : sayDuration(parts),
  ),
  form(['a 30s timer', 'a thirty second timer'], /^(\d+)s$/, ([n = ''], { next, piece }) => {
    const timed = /^(timer|cooldown|delay|countdown|clip|ad|break)s?$|^(left|ago|later|more|in)$/.exec(
      piece.after ? '' : (next?.core ?? ''),
    )
    return timed ? [...cardinal(n), timed[1] ? 'second' : 'seconds'] : null
  }),
  form(
    ["51°30'N", 'fifty one degrees thirty minutes north'],
    /^(\d{1,3})°(\d{1,2})'(?:(\d{1,2})"|(\d{1,2})'')?([NSEW])?$/,
    (parts) => {
      const [d = '', m = '', s1, s2, side] = parts
      const s = s1 ?? s2
      const name = { N: 'north', S: 'south', E: 'east', W: 'west' }[side ?? '']
      const seconds = s ? [...cardinal(s), 'seconds'] : []
      return [...cardinal(d), 'degrees', ...cardinal(m), 'minutes', ...seconds, ...(name ? [name] : [])]
    },
  ),
  form(
    ['5:30pm', 'five thirty p. m.'],
    /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:([ap])\.?m\.?)?$/i,
    ([h = '', m = '', s, half], { next }) =>
      Number(h) > 24
        ? null
        : s && !half
          ? sayDuration([h, m, s])
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
  form(
    ['31.12.99', 'december thirty first nineteen ninety nine'],
    /^(1[3-9]|2\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)$/,
    ([d = '', m = '', y = '']) => sayDate(d, m, y),
  ),
  form(["class of '05", 'class of oh five'], /^'(\d\d)$/, ([n = '']) => [...(n.startsWith('0') ? ['oh'] : []), ...cardinal(n)]),
  form(['UTC+2', 'u. t. c. plus two'], /^(UTC|GMT)([+-])(\d{1,2})(?::?\d\d)?$/, ([zone = '', side, h = ''], { say }) => [
    ...say(zone),
    side === '-' ? 'minus' : 'plus',
    ...cardinal(h),
  ]),
  form(['1000s of people', 'thousands of people'], /^(1,?000|100)s$/, ([n = '']) => [n === '100' ? 'hundreds' : 'thousands']),
  form(['S02E05', 'season two episode five'], /^S(\d{1,2})E(\d{1,2})$/i, ([season = '', episode = '']) => [
    'season',
    ...cardinal(season),
    'episode',
    ...cardinal(episode),
  ]),
  form(
    ['12-Aug-2024', 'august twelfth twenty twenty four'],
    /^(\d{1,2})-([A-Z][a-z]{2})[a-z]*-(\d{4})$/,
    ([d = '', name = '', y = '']) => {
      const month = months.findIndex((each) => each.startsWith(name.toLowerCase()))
      return month < 0 ? null : sayDate(d, String(month + 1), y)
    },
  ),
  form(['2024-05', 'may twenty twenty four'], /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/, ([y = '', m = '']) => [
    months[Number(m) - 1] ?? '',
    ...year(y),
  ]),
  form(['on 5/17', 'on may seventeenth'], /^(\d{1,2})\/(\d{1,2})$/, ([m = '', d = ''], { previous }) => {
    const month = months[Number(m) - 1]
    return month && isDay(d) && onDate.test(previous?.core ?? '') && !previous?.after ? [month, ...ordinal(d)] : null
  }),
  form(['May 3-5', 'may third to fifth'], /^(\d{1,2})[-–](\d{1,2})$/, ([from = '', to = ''], { previous }) =>
    previous && isMonth(previous.core) && /^\.?$/.test(previous.after) && isDay(from) && isDay(to)
      ? [...ordinal(from), 'to', ...ordinal(to)]
      : null,
  ),
  form(['May 5', 'may fifth'], /^(\d{1,2})$/, ([d = ''], { previous }) =>
    previous && isMonth(previous.core) && /^\.?$/.test(previous.after) && isDay(d) ? ordinal(d) : null,
  ),
  form(['5 May', 'the fifth of may'], /^(\d{1,2})$/, ([d = ''], { next, piece }) =>
    next && isMonth(next.core) && /^\.?$/.test(piece.after) && isDay(d) && /^[A-Z]/.test(next.core)
      ? ['the', ...ordinal(d), 'of']
      : null,
  ),
  form(['21st', 'twenty first'], /^(\d[\d,]*)(?:st|nd|rd|th)$/i, ([n = '']) => ordinal(n.replaceAll(',', ''))),
  form(["'90s", 'nineties'], /^'?(1[1-9]\d0|20\d0|[2-9]0)'?s$/, ([n = '']) => pluralOf(n.length === 4 ? year(n) : cardinal(n))),
]
