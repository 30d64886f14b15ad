// The loudness meter against what BS.1770 and EBU Tech 3341 say of known signals, and at any rate.
import { describe, expect, it } from 'vitest'
import { fromDecibels } from './decibel'
import { measureLoudness } from './loudness-meter'

const sine = (seconds: number, rateHz: number, dbfs: number, hertz = 997, phase = 0) =>
  Float32Array.from(
    { length: seconds * rateHz },
    (_, n) => fromDecibels(dbfs) * Math.sin((2 * Math.PI * hertz * n) / rateHz + phase),
  )
const joined = (...parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]))
const lufs = (pcm: Float32Array, rateHz = 24_000) => measureLoudness(pcm, rateHz).lufs!
const truePeak = (pcm: Float32Array) => measureLoudness(pcm, 24_000).truePeakDbtp!

describe('loudness', () => {
  it.each([16_000, 22_050, 24_000, 48_000])('of a full sine of 997 Hz in one channel is −3.01 LUFS, at %d Hz', (rateHz) => {
    expect(Math.abs(lufs(sine(3, rateHz, 0), rateHz) + 3.01)).toBeLessThan(0.05)
    expect(Math.abs(lufs(sine(3, rateHz, -20), rateHz) + 23.01)).toBeLessThan(0.05)
  })

  it('weighs by frequency: bass little, treble more', () => {
    // Table 1 and 2 of BS.1770 as a response: −13.1 dB at 20 Hz, +3.3 dB at 10 kHz about 1 kHz.
    const middle = lufs(sine(3, 48_000, -20), 48_000)
    expect(Math.abs(lufs(sine(3, 48_000, -20, 20), 48_000) - middle + 13.8)).toBeLessThan(0.3)
    expect(Math.abs(lufs(sine(3, 48_000, -20, 10_000), 48_000) - middle - 3.3)).toBeLessThan(0.3)
  })

  it('leaves out what is 10 LU softer than the rest, and silence', () => {
    const loud = sine(20, 24_000, -20)
    const alone = lufs(loud)
    expect(Math.abs(lufs(joined(sine(10, 24_000, -40), loud, sine(10, 24_000, -40))) - alone)).toBeLessThan(0.1)
    expect(Math.abs(lufs(joined(new Float32Array(240_000), loud)) - alone)).toBeLessThan(0.1)
    expect(lufs(joined(sine(20, 24_000, -26), loud))).toBeLessThan(alone - 1)
  })

  it('is that of one block for what is shorter, and nothing for silence', () => {
    expect(Math.abs(lufs(sine(0.2, 24_000, -20)) + 26)).toBeLessThan(0.2)
    for (const silence of [new Float32Array(0), new Float32Array(24_000)])
      expect(measureLoudness(silence, 24_000)).toEqual({ lufs: null, truePeakDbtp: null })
    expect(measureLoudness(sine(1, 24_000, -80), 24_000).lufs).toBeNull()
  })
})

describe('true peak', () => {
  it('is seen between the samples', () => {
    // EBU Tech 3341, case 16: a quarter of the rate at 45°, whose samples stop at 3 dB below.
    const between = sine(1, 24_000, -6, 6000, Math.PI / 4)
    expect(20 * Math.log10(between.reduce((most, x) => Math.max(most, Math.abs(x)), 0))).toBeCloseTo(-9.03, 1)
    expect(Math.abs(truePeak(between.subarray(0, 12_000)) + 6)).toBeLessThan(0.4)
    expect(Math.abs(truePeak(sine(1, 24_000, -6)) + 6)).toBeLessThan(0.1)
  })
})
