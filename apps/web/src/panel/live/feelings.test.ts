import { expect, test } from 'vitest'
import { strongest } from './feelings'

test('the strongest come first, faint ones not at all', () => {
  expect(strongest({ joy: 0.3, curiosity: 0.6, fear: 0.01, calm: 0.2 }, 2)).toEqual([
    { word: 'curious', strength: 0.6 },
    { word: 'joy', strength: 0.3 },
  ])
  expect(strongest({}, 3)).toEqual([])
})
