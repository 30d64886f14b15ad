import { expect, test } from 'vitest'
import { counted, dayText, durationText, levelText, momentText, sameDay, strengthText, timeOfDay } from './figure-text'

test('a time of day has two digits everywhere', () => {
  const at = new Date(2026, 0, 2, 3, 4, 5).getTime()
  expect(timeOfDay(at)).toBe('03:04')
  expect(timeOfDay(at, true)).toBe('03:04:05')
})

test('another day is said as a day', () => {
  const friday = new Date(2026, 0, 2, 23, 59).getTime()
  const saturday = new Date(2026, 0, 3, 0, 1).getTime()
  expect(sameDay(friday, saturday)).toBe(false)
  expect(dayText(friday)).toBe('Friday 2 January')
  expect(momentText(friday, friday)).toBe('23:59')
  expect(momentText(friday, saturday)).toBe('2 Jan')
})

test('durations are whole milliseconds, long ones seconds', () => {
  expect(durationText(571.4)).toBe('571 ms')
  expect(durationText(9999)).toBe('9999 ms')
  expect(durationText(9999.6)).toBe('10.0 s')
  expect(durationText(12_340)).toBe('12.3 s')
})

test('levels carry a true minus, silence is said as such', () => {
  expect(levelText(-18.4, -60)).toBe('−18 dB')
  expect(levelText(0, -60)).toBe('0 dB')
  expect(levelText(-120, -60)).toBe('−∞ dB')
})

test('strengths keep one digit, counts their number', () => {
  expect(strengthText(0.6)).toBe('0.6')
  expect(strengthText(1)).toBe('1.0')
  expect(counted(1, 'word')).toBe('1 word')
  expect(counted(0, 'reply', 'replies')).toBe('0 replies')
})
