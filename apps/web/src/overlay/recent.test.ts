import { describe, expect, it } from 'vitest'
import { Recent } from './recent'

const filled = (count: number) => {
  const recent = new Recent<number>(10)
  for (let i = 0; i < count; i++) recent.add(i)
  return recent
}

describe('Recent', () => {
  it('keeps the newest, oldest first', () => {
    expect(filled(3).all).toEqual([0, 1, 2])
    expect(filled(107).all).toEqual([97, 98, 99, 100, 101, 102, 103, 104, 105, 106])
    expect(filled(107).newest).toBe(106)
  })
  it('finds the last value up to a border', () => {
    expect(filled(8).lastWhile((value) => value <= 5)).toBe(5)
    expect(filled(8).lastWhile((value) => value <= 50)).toBe(7)
    expect(filled(8).lastWhile((value) => value < 0)).toBeUndefined()
    expect(filled(0).lastWhile(() => true)).toBeUndefined()
  })
})
