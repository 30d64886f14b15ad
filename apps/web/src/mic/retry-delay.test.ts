// How soon the microphone knocks again.
import { expect, test } from 'vitest'
import { retryDelayMs } from './retry-delay'

test('at once, then longer, then every second for ever', () => {
  expect([0, 1, 2, 3, 4, 5, 1000].map(retryDelayMs)).toEqual([0, 125, 250, 500, 1000, 1000, 1000])
})
