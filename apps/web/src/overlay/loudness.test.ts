import { SAMPLE_RATE, samplesFromMs } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { Loudness } from './loudness'

/** A steady tone of full level through `ms` of it. */
const through = (loudness: Loudness, ms: number): Float32Array => {
  const samples = new Float32Array(samplesFromMs(ms)).fill(1)
  loudness.apply(samples, samples.length)
  return samples
}
const steps = (samples: Float32Array) => Array.from(samples.subarray(1), (value, at) => Math.abs(value - samples[at]!))

describe('Loudness', () => {
  it('is silent until it is heard, and fades in within 5 ms', () => {
    const loudness = new Loudness()
    expect(through(loudness, 10).every((value) => value === 0)).toBe(true)
    loudness.setSounding(true)
    expect(through(loudness, 6).at(-1)).toBe(1)
  })

  it('[R70] is quieter by what was asked at the end of the ramp, and comes back, without a step', () => {
    const loudness = new Loudness()
    loudness.setSounding(true)
    through(loudness, 10)
    loudness.duck(-14, 60)
    const down = through(loudness, 61)
    expect(20 * Math.log10(down.at(-1)!)).toBeCloseTo(-14, 2)
    loudness.duck(0, 300)
    const up = through(loudness, 301)
    expect(up.at(-1)).toBe(1)
    expect(Math.max(...steps(down), ...steps(up))).toBeLessThan(1 / (0.05 * SAMPLE_RATE))
  })

  it('turns round in the middle of a ramp', () => {
    const loudness = new Loudness()
    loudness.setSounding(true)
    through(loudness, 10)
    loudness.duck(-20, 100)
    const half = through(loudness, 50).at(-1)!
    loudness.duck(0, 100)
    const back = through(loudness, 101)
    expect(back[0]).toBeCloseTo(half, 2)
    expect(back.at(-1)).toBe(1)
  })
})
