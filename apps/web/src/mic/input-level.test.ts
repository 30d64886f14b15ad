// The microphone's meter, measured on sounds whose level is known.
import { expect, test } from 'vitest'
import { type InputLevel, InputLevelMeter } from './input-level'

const RATE = 48_000
function levelsOf(wave: (at: number) => number, seconds = 1): InputLevel[] {
  const meter = new InputLevelMeter(RATE)
  const levels: InputLevel[] = []
  for (let at = 0; at < RATE * seconds; at += 128)
    meter.push(
      Float32Array.from({ length: 128 }, (_, i) => wave(at + i)),
      (level) => levels.push(level),
    )
  return levels
}
const sine = (amplitude: number) => (at: number) => amplitude * Math.sin((2 * Math.PI * 1000 * at) / RATE)

test('fifteen levels a second', () => expect(levelsOf(sine(0.1))).toHaveLength(15))

test('a sine of a tenth is −23 dB by power and −20 dB by peak', () => {
  for (const level of levelsOf(sine(0.1))) {
    expect(level.dbfs).toBeCloseTo(-23.01, 1)
    expect(level.peakDbfs).toBeCloseTo(-20, 1)
    expect(level.clips).toBe(false)
  }
})

test('full scale clips, and only in the window where it was', () => {
  const levels = levelsOf((at) => (at === 5000 ? -1 : sine(0.9)(at)))
  expect(levels.map(({ clips }) => clips).indexOf(true)).toBe(1)
  expect(levels.filter(({ clips }) => clips)).toHaveLength(1)
})

test('no sound at all is the floor, not minus infinity', () => {
  expect(levelsOf(() => 0)[0]).toEqual({ dbfs: -120, peakDbfs: -120, clips: false })
})
