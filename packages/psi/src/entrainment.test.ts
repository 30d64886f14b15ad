// The syllable oscillator: finds the rate of a beat in its band, stays on its circle, says how sure it is.
import { describe, expect, it } from 'vitest'
import { FASTEST_BEAT_HZ, SLOWEST_BEAT_HZ, SyllableOscillator } from './entrainment'
import { createRandom } from './random'

const HOP_SECONDS = 0.005
/** Onsets of a swell at this rate, about their mean. Returns the oscillator's mean rate in the last two seconds. */
function follow(oscillator: SyllableOscillator, rateHz: number, seconds: number): number {
  const hops = seconds / HOP_SECONDS
  const last = 2 / HOP_SECONDS
  let before = 0
  let sum = 0
  for (let hop = 0; hop < hops; hop++) {
    const swell = 0.5 - 0.5 * Math.cos(2 * Math.PI * rateHz * hop * HOP_SECONDS)
    // The mean of the rises of one swell of height 1 is its rate.
    oscillator.step(Math.max(0, swell - before) / HOP_SECONDS / rateHz - 1, HOP_SECONDS)
    before = swell
    if (hop >= hops - last) sum += oscillator.rateHz
  }
  return sum / last
}

describe('SyllableOscillator', () => {
  it.each([2.8, 3.5, 4.5, 6, 7.5])('finds %d syllables a second within eight seconds', (rateHz) => {
    const oscillator = new SyllableOscillator()
    expect(Math.abs(follow(oscillator, rateHz, 8) / rateHz - 1)).toBeLessThan(0.03)
    expect(oscillator.coherence).toBeGreaterThan(0.7)
  })

  it('follows a change of rate', () => {
    const oscillator = new SyllableOscillator()
    follow(oscillator, 3.2, 6)
    expect(Math.abs(follow(oscillator, 5, 6) / 5 - 1)).toBeLessThan(0.03)
  })

  it('stays in its band and on finite numbers whatever drives it, and turns on in silence', () => {
    const oscillator = new SyllableOscillator()
    const random = createRandom(1)
    for (let hop = 0; hop < 4000; hop++) {
      oscillator.step(8 * random.normal(), HOP_SECONDS)
      expect(oscillator.rateHz).toBeGreaterThanOrEqual(SLOWEST_BEAT_HZ - 1e-9)
      expect(oscillator.rateHz).toBeLessThanOrEqual(FASTEST_BEAT_HZ + 1e-9)
      expect(oscillator.phase).toBeGreaterThanOrEqual(0)
      expect(oscillator.phase).toBeLessThan(2 * Math.PI + 1e-9)
    }
    expect(oscillator.coherence).toBeLessThan(0.6)
    const { rateHz } = oscillator
    for (let hop = 0; hop < 2000; hop++) oscillator.step(0, HOP_SECONDS)
    expect(oscillator.rateHz).toBe(rateHz)
    const before = oscillator.phase
    oscillator.step(0, HOP_SECONDS)
    expect((oscillator.phase - before + 2 * Math.PI) % (2 * Math.PI)).toBeCloseTo(2 * Math.PI * rateHz * HOP_SECONDS, 6)
  })
})
