// Time and date. In: "what time is it", "what day is it", "how long until Friday". Out: the answer, by the moment's own clock.

import type { Rule } from './moment'
import { DAY_MS } from './moment'
import { numberWord, span } from './time-words'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const clockTime = (now: Date) =>
  `${now.getHours() % 12 || 12}:${String(now.getMinutes()).padStart(2, '0')} ${now.getHours() < 12 ? 'a.m.' : 'p.m.'}`

const FEASTS: readonly { readonly name: RegExp; readonly called: string; readonly month: number; readonly day: number }[] = [
  { name: /\bchristmas eve\b/, called: 'Christmas Eve', month: 11, day: 24 },
  { name: /\b(?:christmas|xmas)\b/, called: 'Christmas', month: 11, day: 25 },
  { name: /\bnew year s eve\b/, called: 'New Year’s Eve', month: 11, day: 31 },
  { name: /\bnew year\b/, called: 'New Year', month: 0, day: 1 },
  { name: /\bhalloween\b/, called: 'Halloween', month: 9, day: 31 },
  { name: /\bvalentine/, called: 'Valentine’s Day', month: 1, day: 14 },
  { name: /\bpi day\b/, called: 'Pi Day', month: 2, day: 14 },
]
const dayStart = (year: number, month: number, day: number) => new Date(year, month, day).getTime()
const daysUntil = (then: number, now: Date) =>
  Math.round((then - dayStart(now.getFullYear(), now.getMonth(), now.getDate())) / DAY_MS)
const inDays = (days: number) =>
  days === 0
    ? 'That is today!'
    : days === 1
      ? 'That is tomorrow!'
      : `${days <= 12 ? numberWord(days).replace(/^./, (c) => c.toUpperCase()) : days} days to go.`

export const almanac: Rule = (moment) => {
  const { now, at } = moment
  const { plain } = moment.said
  if (
    /\b(?:what time is it|what is the time|what time|got the time|do you have the time|know what time|current time)\b/.test(
      plain,
    ) &&
    !/\bwhat time (?:do|does|did|will|are|should|can|were|was)\b/.test(plain)
  )
    return {
      text: moment.pick(
        [
          '[calm:0.4] {time}, by this machine’s clock.',
          '[calm:0.4] It is {time}.',
          '[joy:0.4] {time}. Time flies like a wave packet.',
        ],
        { time: clockTime(now) },
      ),
    }
  if (
    /\b(?:what (?:is the )?(?:date|day)(?: is it| is today| today)?|what day (?:is it|is today|of the week)|today s date|which day is it|what is today)\b/.test(
      plain,
    ) &&
    !/\bwhat day (?:do|does|did|will|are|should|was|were)\b/.test(plain)
  )
    return {
      text: moment.pick(
        ['[calm:0.4] {day}, {date}.', '[calm:0.4] Today is {day}, {date}.', '[joy:0.4] It is {day}, {date}, all day long.'],
        { day: DAYS[now.getDay()]!, date: `${MONTHS[now.getMonth()]} ${now.getDate()}` },
      ),
    }
  if (/\bwhat year (?:is it|is this|are we)\b/.test(plain))
    return {
      text: moment.pick(['[calm:0.4] {year}, unless somebody turned the clock.', '[calm:0.4] It is {year}.'], {
        year: String(now.getFullYear()),
      }),
    }
  if (/\bwhat month\b/.test(plain))
    return { text: moment.pick(['[calm:0.4] {month}.', '[calm:0.4] It is {month}.'], { month: MONTHS[now.getMonth()]! }) }
  const isDay = /\bis (?:it|today) (?:a )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/.exec(plain)
  if (isDay && moment.said.question) {
    const right = DAYS[now.getDay()]!.toLowerCase() === isDay[1]
    return {
      text: right
        ? moment.pick(['[joy:0.5] [nod] It is indeed.', '[joy:0.5] [nod] All day.'])
        : moment.pick(['[calm:0.4] [shake] No, it is {day}.'], { day: DAYS[now.getDay()]! }),
    }
  }
  if (!/\b(?:how (?:long|many days|much time)|when is|days until|time until|countdown)\b/.test(plain)) return null
  const feast = FEASTS.find(({ name }) => name.test(plain))
  if (feast) {
    const thisYear = dayStart(now.getFullYear(), feast.month, feast.day)
    const then = daysUntil(thisYear, now) >= 0 ? thisYear : dayStart(now.getFullYear() + 1, feast.month, feast.day)
    return {
      text: moment.pick(['[joy:0.5] {feast}: {days}', '[joy:0.5] {days} {feast} can hardly wait either.'], {
        feast: feast.called,
        days: inDays(daysUntil(then, now)),
      }),
    }
  }
  const weekday = DAYS.findIndex((day) => new RegExp(`\\b${day.toLowerCase()}\\b`).test(plain))
  const weekend = /\bweekend\b/.test(plain)
  if (weekday >= 0 || weekend) return { text: `[joy:0.5] ${inDays(((weekend ? 6 : weekday) - now.getDay() + 7) % 7)}` }
  if (/\bmidnight\b/.test(plain))
    return { text: `[calm:0.4] About ${span(dayStart(now.getFullYear(), now.getMonth(), now.getDate() + 1) - at)}.` }
  return null
}
