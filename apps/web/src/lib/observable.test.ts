import { expect, test } from 'vitest'
import { observable } from './observable'

test('listeners hear changes, not repetitions, until they leave', () => {
  const level = observable(1)
  const seen: number[] = []
  const leave = level.subscribe(() => seen.push(level.get()))
  level.set(1)
  level.set(2)
  leave()
  level.set(3)
  expect(seen).toEqual([2])
  expect(level.get()).toBe(3)
})
