import { expect, test } from 'vitest'
import { median } from './median'

test('the middle figure, whatever the order', () => {
  expect(median([900, 80, 100])).toBe(100)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([7])).toBe(7)
})

test('nothing measured has no usual value', () => {
  expect(median([])).toBeNull()
})
