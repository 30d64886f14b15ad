import { BLOCK_SAMPLES, msFromSamples } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { ArrivalJitter } from './arrival-jitter'

const BLOCK_MS = msFromSamples(BLOCK_SAMPLES)

/** Blocks from `first` on, each as late as it is told. */
const run = (jitter: ArrivalJitter, first: number, count: number, lateMs: (i: number) => number, elastic = true) => {
  for (let i = first; i < first + count; i++) jitter.note(i * BLOCK_SAMPLES, 1000 + i * BLOCK_MS + lateMs(i), elastic)
  return jitter.holdBlocks
}

describe('ArrivalJitter', () => {
  it('holds two blocks in calm, though timers tremble', () => {
    expect(run(new ArrivalJitter(), 0, 600, (i) => (i * 7) % 12)).toBe(2)
  })
  it('holds as many as one in twenty needs', () => {
    const jitter = new ArrivalJitter()
    expect(run(jitter, 0, 600, (i) => (i % 10 === 0 ? 90 : 0))).toBe(7)
    expect(run(jitter, 600, 600, (i) => (i % 100 === 0 ? 90 : 0))).toBe(2)
  })
  it('counts every block of a burst that a gap has held back', () => {
    const gap = (i: number) => (i % 100 < 12 ? (12 - (i % 100)) * BLOCK_MS : 0)
    expect(run(new ArrivalJitter(), 0, 600, gap)).toBeGreaterThan(6)
  })
  it('[R112] never holds more than 200 ms', () => {
    expect(run(new ArrivalJitter(), 0, 600, (i) => (i % 3) * 400)).toBe(12)
  })
  it('[R112] takes no speech sent ahead for the time at which silence should come', () => {
    const jitter = new ArrivalJitter()
    run(jitter, 0, 100, () => 0)
    run(jitter, 100, 60, () => -300, false)
    expect(run(jitter, 160, 300, () => 0)).toBe(2)
  })
  it('takes a stream that is later for good as it is', () => {
    const jitter = new ArrivalJitter()
    run(jitter, 0, 200, () => 0)
    run(jitter, 200, 200, () => 60)
    expect(run(jitter, 400, 600, () => 60)).toBe(2)
  })
})
