import { expect, test } from 'vitest'
import { leftText } from './left-text'

test('minutes and seconds, then seconds, then none; never below', () => {
  expect([245_000, 60_000, 58_100, 1, 0, -5].map(leftText)).toEqual(['4:05 min', '1:00 min', '59 s', '1 s', '0 s', '0 s'])
})
