// Time as people say it. In: milliseconds and dates. Out: "three days ago", "evening", "half past nine".
import { DAY_MS, HOUR_MS, MINUTE_MS } from './moment'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
export const numberWord = (n: number): string => NUMBERS[n] ?? String(n)
const many = (n: number, unit: string) =>
  `${n === 1 ? (unit === 'hour' ? 'an' : 'a') : numberWord(n)} ${unit}${n === 1 ? '' : 's'}`

/** A length of time; never negative, whatever the clocks did. */
export function span(ms: number): string {
  const past = Math.max(0, ms)
  if (past < 1.5 * MINUTE_MS) return 'a minute'
  if (past < HOUR_MS) return many(Math.round(past / MINUTE_MS), 'minute')
  if (past < 22 * HOUR_MS) return many(Math.max(1, Math.round(past / HOUR_MS)), 'hour')
  const days = Math.max(1, Math.round(past / DAY_MS))
  if (days < 14) return many(days, 'day')
  if (days < 60) return many(Math.round(days / 7), 'week')
  return days < 700 ? many(Math.round(days / 30), 'month') : many(Math.round(days / 365), 'year')
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
/** "just now", "earlier today", "yesterday", "three weeks ago". */
export function ago(then: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(then)) / DAY_MS)
  if (now - then < 2 * MINUTE_MS) return 'just now'
  if (now - then < HOUR_MS) return `${span(now - then)} ago`
  if (days <= 0) return 'earlier today'
  return days === 1 ? 'yesterday' : `${span(now - then)} ago`
}

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'
export function dayPart(now: Date): DayPart {
  const hour = now.getHours()
  return hour < 5 || hour >= 23 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'
}
