// In: times, durations, levels, strengths. Out: the text that stands for them, with a unit and a fixed number of digits.
const two = (value: number) => String(value).padStart(2, '0')

/** Wall clock of the reader, "21:42" or with seconds "21:42:10"; `at` in ms since 1970. */
export function timeOfDay(at: number, seconds = false): string {
  const date = new Date(at)
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`
  return seconds ? `${minutes}:${two(date.getSeconds())}` : minutes
}

export const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

const wholeDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** "Friday 2 January". */
export const dayText = (at: number): string => wholeDay.format(at).replace(',', '')

/** The time today, the day before that. */
export const momentText = (at: number, nowMs: number): string => (sameDay(at, nowMs) ? timeOfDay(at) : shortDay.format(at))

/** Milliseconds up to 10 s, then seconds: four digits are read at a glance, five are not. */
export const durationText = (ms: number): string => (ms < 9_999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)

/** "−18 dB" with a true minus; below the meter's floor there is nothing to say. */
export const levelText = (dbfs: number, floor: number): string =>
  dbfs <= floor ? '−∞ dB' : `${String(Math.round(dbfs)).replace('-', '−')} dB`

export const strengthText = (strength: number): string => strength.toFixed(1)

/** "1 word", "8 words". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
