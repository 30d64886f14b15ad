import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { OutputLevel } from './output-level'

function setUp() {
  const told: string[] = []
  let at = 0
  const level = new OutputLevel({
    level: (rms, left) => told.push(`${rms.toFixed(2)} at ${at - left}`),
    soundBegan: (left) => told.push(`began at ${at - left}`),
    soundEnded: () => told.push('ended'),
  })
  const take = (value: number, length: number) => {
    at += length
    return level.take(new Float32Array(length).fill(value), length)
  }
  return { told, take }
}

describe('OutputLevel', () => {
  it('tells the level of every block and the very sample at which sound begins', () => {
    const { told, take } = setUp()
    take(0, 100)
    take(0.5, BLOCK_SAMPLES - 100)
    expect(told).toEqual(['began at 100', `${(0.5 * Math.sqrt(0.75)).toFixed(2)} at 399`])
  })
  it('calls it an end only after a block of silence', () => {
    const { told, take } = setUp()
    take(0.5, 10)
    take(0, BLOCK_SAMPLES - 20)
    take(0.5, 10)
    expect(told).not.toContain('ended')
    take(0, BLOCK_SAMPLES)
    expect(told.filter((event) => event === 'ended')).toHaveLength(1)
    expect(told.filter((event) => event.startsWith('began'))).toHaveLength(1)
  })
  it('says whether anything sounded', () => {
    const { take } = setUp()
    expect(take(0.00005, 10)).toBe(false)
    expect(take(-0.01, 10)).toBe(true)
  })
})
