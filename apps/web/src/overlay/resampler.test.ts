import { describe, expect, it } from 'vitest'
import { Resampler } from './resampler'

/** Runs a ramp (sample n has the value n) through in quanta and gives what comes out. */
function rampThrough(from: number, to: number, quanta: number) {
  const resampler = new Resampler(from, to)
  const heard: number[] = []
  let next = 0
  for (let q = 0; q < quanta; q++) {
    const input = Float32Array.from({ length: resampler.needed(128) }, () => next++)
    const out = new Float32Array(128)
    resampler.run(input, out)
    heard.push(...out)
  }
  return { heard, taken: next }
}

describe('Resampler', () => {
  it.each([
    [24_000, 48_000],
    [24_000, 44_100],
    [24_000, 16_000],
  ])('keeps a straight line straight from %i to %i Hz, across quanta', (from, to) => {
    const { heard, taken } = rampThrough(from, to, 40)
    const steps = heard.slice(10).map((value, i, all) => (i === 0 ? from / to : value - all[i - 1]!))
    for (const step of steps) expect(step).toBeCloseTo(from / to, 3)
    expect(taken).toBeCloseTo((40 * 128 * from) / to, -1)
  })
})
