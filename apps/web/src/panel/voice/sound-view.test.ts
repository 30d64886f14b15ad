import { expect, test } from 'vitest'
import { shareIn, soundView } from './sound-view'

test('the whole is the whole, and so is a short one from close by', () => {
  expect(soundView(5, 4, 500, 'whole')).toEqual({ start: 0, end: 5 })
  expect(soundView(1, 0.5, 500, 'close')).toEqual({ start: 0, end: 1 })
})
test('close, it shows a page that holds the place, and ends with the sound', () => {
  for (const at of [0, 1, 2.3, 4.9, 7]) {
    const { start, end } = soundView(7, at, 460, 'close')
    expect(end - start).toBeCloseTo(2)
    expect(start).toBeLessThanOrEqual(at)
    expect(end).toBeGreaterThanOrEqual(at)
    expect(end).toBeLessThanOrEqual(7)
  }
  expect(soundView(7, 0.1, 460, 'close')).toEqual(soundView(7, 1.9, 460, 'close'))
})
test('a place within the view is a share of it', () => {
  expect(shareIn({ start: 2, end: 4 }, 3)).toBe(0.5)
})
