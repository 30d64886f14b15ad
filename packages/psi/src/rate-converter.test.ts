// Another rate: the same sound in its place, nothing folded over, whatever the pieces.
import { describe, expect, it } from 'vitest'
import { RateConverter } from './rate-converter'

const sine = (hertz: number, rateHz: number, seconds: number) =>
  Float32Array.from({ length: Math.round(seconds * rateHz) }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / rateHz))

function convert(sound: Float32Array, fromHz: number, toHz: number, pieces: readonly number[] = [sound.length]): number[] {
  const converter = new RateConverter(fromHz, toHz)
  const out: number[] = []
  const keep = (piece: Float32Array) => out.push(...piece)
  for (let at = 0, i = 0; at < sound.length; i++) {
    const length = pieces[i % pieces.length]!
    converter.push(sound.subarray(at, at + length), keep)
    at += length
  }
  converter.end(keep)
  return out
}
/** Away from the ends, where the sound begins and stops. */
const errorDb = (heard: readonly number[], expected: (n: number) => number) => {
  const inner = heard.slice(500, -500)
  const power = inner.reduce((sum, x, i) => sum + (x - expected(i + 500)) ** 2, 0) / inner.length
  return 10 * Math.log10(2 * power)
}

describe('RateConverter', () => {
  it.each([
    [48_000, 16_000],
    [44_100, 16_000],
    [24_000, 16_000],
    [8000, 16_000],
    [22_050, 16_000],
    [44_099, 16_000],
  ])('%d → %d Hz keeps a tone to −80 dB and lets nothing through that has no place', (fromHz, toHz) => {
    const lower = Math.min(fromHz, toHz)
    for (const hertz of [100, 0.2 * lower, 0.4 * lower])
      expect(
        errorDb(convert(sine(hertz, fromHz, 0.3), fromHz, toHz), (n) => Math.sin((2 * Math.PI * hertz * n) / toHz)),
      ).toBeLessThan(-80)
    if (fromHz <= toHz) return
    for (const hertz of [0.51 * toHz, 0.62 * toHz, 0.7 * toHz])
      expect(errorDb(convert(sine(hertz, fromHz, 0.3), fromHz, toHz), () => 0)).toBeLessThan(-75)
  })

  it('gives as many samples as fit, and the same ones whatever the pieces', () => {
    const sound = sine(440, 44_100, 0.5)
    const whole = convert(sound, 44_100, 16_000)
    expect(whole.length).toBe(8000)
    for (const pieces of [[1], [7, 1000, 3], [9000, 10_000]]) expect(convert(sound, 44_100, 16_000, pieces)).toEqual(whole)
    expect(convert(new Float32Array(0), 44_100, 16_000)).toEqual([])
  })
})
