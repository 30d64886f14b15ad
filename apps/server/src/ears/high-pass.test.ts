// What lies under a frequency is taken away, and it does not matter in which pieces the sound comes.
import { MIC_RATE } from '@psiona/shared'
import { expect, it } from 'vitest'
import { createHighPass, VOICE_FROM_HZ } from './high-pass'

const tone = (hz: number, length = MIC_RATE) =>
  Float32Array.from({ length }, (_, i) => Math.sin((2 * Math.PI * hz * i) / MIC_RATE))
const gainDb = (hz: number) => {
  const out = new Float32Array(MIC_RATE)
  createHighPass(VOICE_FROM_HZ).filter(tone(hz), out)
  const settled = out.subarray(MIC_RATE / 2)
  return 10 * Math.log10((2 * settled.reduce((sum, value) => sum + value * value, 0)) / settled.length)
}

it('takes the bass and leaves the voice', () => {
  expect(gainDb(50)).toBeLessThan(-35)
  expect(gainDb(VOICE_FROM_HZ)).toBeCloseTo(-3, 1)
  expect(gainDb(1000)).toBeGreaterThan(-0.2)
  expect(gainDb(5000)).toBeCloseTo(0, 1)
})

it('gives the same in pieces as at once, and after a reset as new', () => {
  const sound = tone(333, 3000)
  const whole = new Float32Array(3000)
  const highPass = createHighPass(VOICE_FROM_HZ)
  highPass.filter(sound, whole)
  highPass.reset()
  const pieces = new Float32Array(3000)
  for (const [from, to] of [
    [0, 7],
    [7, 1024],
    [1024, 3000],
  ] as const)
    highPass.filter(sound.subarray(from, to), pieces.subarray(from, to))
  expect(pieces).toEqual(whole)
})
