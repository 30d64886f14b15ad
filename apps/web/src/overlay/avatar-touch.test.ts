import { describe, expect, it } from 'vitest'
import { touched } from './avatar-touch'

const boxes: Record<string, { x: number; y: number; width: number; height: number }> = {
  head: { x: 10, y: 0, width: 10, height: 10 },
  body: { x: 5, y: 8, width: 20, height: 30 },
}
const areas = [
  { name: 'Head', id: 'head' },
  { name: 'Body', id: 'body' },
  { name: 'Gone', id: 'gone' },
]
const whole = { x: 0, y: 0, width: 30, height: 40 }
const touch = (of: typeof areas, x: number, y: number) => touched(of, (id) => boxes[id] ?? null, whole, x, y)

describe('a touch', () => {
  it('names every area under it', () => {
    expect(touch(areas, 12, 5)).toEqual(['Head'])
    expect(touch(areas, 12, 9)).toEqual(['Head', 'Body'])
  })
  it('beside all areas is none', () => {
    expect(touch(areas, 1, 1)).toBeNull()
  })
  it('of a model without areas is of her as a whole', () => {
    expect(touch([], 1, 1)).toEqual([])
    expect(touch([], 31, 1)).toBeNull()
  })
})
