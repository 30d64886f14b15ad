import { describe, expect, it } from 'vitest'
import type { Clock } from './clock'
import { createMood } from './mood'

const setUp = () => {
  let ms = 0
  let tick = () => {}
  const told: unknown[] = []
  const every = (_ms: number, call: () => void) => {
    tick = call
    return () => {}
  }
  const clock = { monotonicMs: () => ms, every } as unknown as Clock
  const mood = createMood({ clock, baseline: { calm: 0.4 }, onChange: (emotion) => told.push(emotion) })
  const pass = (milliseconds: number) => {
    ms += milliseconds
    tick()
  }
  return { mood, pass, told }
}

describe('mood', () => {
  it('takes a feeling at once and lets it fade to the baseline', () => {
    const { mood, pass } = setUp()
    mood.feel({ joy: 0.9 })
    expect(mood.current().joy).toBe(0.9)
    pass(20_000)
    expect(mood.current().joy).toBeCloseTo(0.33, 1)
    pass(600_000)
    expect(mood.current()).toEqual({ calm: 0.4 })
  })
  it('feels nothing from the moment on in which it is numbed, and again when it may', () => {
    const { mood, pass, told } = setUp()
    mood.feel({ joy: 0.9 })
    mood.numb(true)
    expect(mood.current()).toEqual({})
    expect(told.at(-1)).toEqual({})
    mood.feel({ anger: 1 })
    pass(60_000)
    expect(mood.current()).toEqual({})
    mood.numb(false)
    pass(600_000)
    expect(mood.current()).toEqual({ calm: 0.4 })
  })
  it('mixes what is left with what is new', () => {
    const { mood } = setUp()
    mood.feel({ joy: 0.8 })
    mood.feel({ surprise: 0.6 })
    expect(mood.current()).toMatchObject({ joy: 0.4, surprise: 0.6 })
  })
  it('tells of changes that can be seen, and of no others', () => {
    const { mood, pass, told } = setUp()
    pass(250)
    expect(told).toHaveLength(0)
    mood.feel({ joy: 0.5 })
    expect(told).toHaveLength(1)
    pass(1)
    expect(told).toHaveLength(1)
  })
  it('does not go wild when the clock jumps', () => {
    const { mood, pass } = setUp()
    mood.feel({ joy: 0.5 })
    pass(-5000)
    expect(mood.current().joy).toBeLessThanOrEqual(0.5)
  })
})
