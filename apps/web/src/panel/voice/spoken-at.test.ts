import { expect, test } from 'vitest'
import { spokenAt } from './spoken-at'

const words = [
  { start: 0.1, end: 0.4 },
  { start: 0.4, end: 0.6 },
  { start: 0.9, end: 1.2 },
]
test('the stretch that holds the moment, and none between two', () => {
  expect([0, 0.1, 0.39, 0.4, 0.7, 1.1, 1.2].map((seconds) => spokenAt(words, seconds))).toEqual([null, 0, 0, 1, null, 2, null])
})
