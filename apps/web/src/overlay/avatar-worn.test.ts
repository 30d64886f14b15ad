import { describe, expect, it } from 'vitest'
import { WornValues } from './avatar-worn'

const dials = [
  { id: 'Coat', min: 0, max: 1, default: 0 },
  { id: 'Hat', min: 0, max: 1, default: 1 },
  { id: 'Mouth', min: 0, max: 1, default: 0 },
]

describe('what she wears', () => {
  it('comes over the given time, softly at both ends', () => {
    const worn = new WornValues(dials)
    worn.put({ Coat: 1 }, 1000)
    expect(worn.value(0)).toBe(0)
    const seen = Array.from({ length: 11 }, () => {
      worn.step(0.1)
      return worn.value(0)
    })
    expect(seen[4]).toBeCloseTo(0.5)
    expect(seen[0]).toBeLessThan(0.05)
    expect(seen.at(-1)).toBe(1)
  })
  it('is on at once when no time is given', () => {
    const worn = new WornValues(dials)
    worn.put({ Coat: 1 }, 0)
    expect(worn.value(0)).toBe(1)
  })
  it('goes back to the default when it is not named any more, and is then nobody’s', () => {
    const worn = new WornValues(dials)
    worn.put({ Hat: 0 }, 0)
    worn.put({}, 100)
    expect(worn.has(1)).toBe(true)
    worn.step(0.2)
    expect(worn.value(1)).toBe(1)
    expect(worn.has(1)).toBe(false)
  })
  it('changes its mind halfway without a jump', () => {
    const worn = new WornValues(dials)
    worn.put({ Coat: 1 }, 1000)
    worn.step(0.5)
    worn.put({ Coat: 0 }, 1000)
    expect(worn.value(0)).toBeCloseTo(0.5)
    worn.step(0.01)
    expect(worn.value(0)).toBeCloseTo(0.5, 2)
  })
  it('stays within the model’s range and leaves to others what is theirs', () => {
    const worn = new WornValues(dials, new Set([2]))
    worn.put({ Coat: 9, Mouth: 1, Nobody: 1 }, 0)
    expect(worn.value(0)).toBe(1)
    expect(worn.has(2)).toBe(false)
  })
})
