import { expect, test } from 'vitest'
import { leftNow, leftText, shareLeft } from './countdown'

test('what is left runs down from when it was told, and not below nothing', () => {
  expect(leftNow(6000, 1000, 1000)).toBe(6000)
  expect(leftNow(6000, 1000, 3500)).toBe(3500)
  expect(leftNow(6000, 1000, 60_000)).toBe(0)
})

test('news from a clock that seems ahead adds no time', () => {
  expect(leftNow(6000, 2000, 1000)).toBe(6000)
})

test('the bar is full at most, also when the wait was shortened meanwhile', () => {
  expect(shareLeft(3000, 6000)).toBe(0.5)
  expect(shareLeft(9000, 6000)).toBe(1)
  expect(shareLeft(3000, 0)).toBe(0)
})

test('seconds are rounded up, so that the last one is not nothing', () => {
  expect(leftText(5001, 'skipped')).toBe('skipped in 6 s')
  expect(leftText(200, 'said')).toBe('said in 1 s')
  expect(leftText(0, 'skipped')).toBe('skipped now')
})
