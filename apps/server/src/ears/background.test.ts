// What stands out of a room, told from made-up frames and probabilities.
import { createRandom } from '@psiona/psi/random'
import { beforeEach, describe, expect, it } from 'vitest'
import { VAD_FRAME_SAMPLES } from '../organs'
import { type Background, createBackground } from './background'

const NO_SPEECH = 0.001
const SECOND = 31
const random = createRandom(1)
/** White noise of this RMS. */
const noise = (level: number) => Float32Array.from({ length: VAD_FRAME_SAMPLES }, () => level * random.normal())

let background: Background
const live = (frames: number, frame: () => Float32Array, probability = NO_SPEECH) => {
  for (let i = 0; i < frames; i++) background.take(frame(), probability)
}
const evidenceOf = (level: number, probability: number) => {
  background.take(noise(level), probability)
  return background.evidence
}
beforeEach(() => {
  random.reseed(1)
  background = createBackground()
})

describe('background', () => {
  it('tells the level of a frame above the bass', () => {
    background.take(noise(0.1), NO_SPEECH)
    expect(background.levelDb).toBeGreaterThan(-23)
    expect(background.levelDb).toBeLessThan(-19)
    const bass = (at: number) => 0.1 * Math.SQRT2 * Math.sin((2 * Math.PI * 50 * at) / 16_000)
    live(2, () => Float32Array.from({ length: VAD_FRAME_SAMPLES }, (_, i) => bass(i)))
    expect(background.levelDb).toBeLessThan(-40)
  })

  it('believes in a voice sooner when it is louder than the room', () => {
    live(4 * SECOND, () => noise(0.01))
    const asLoud = evidenceOf(0.01, 0.3)
    const louder = evidenceOf(0.03, 0.3)
    expect(louder - asLoud).toBeGreaterThan(2)
  })

  it('trusts loudness less where the room is restless', () => {
    live(4 * SECOND, () => noise(0.01))
    const steady = evidenceOf(0.02, 0.3)
    background.reset()
    live(4 * SECOND, () => noise(0.01 * 10 ** random.between(-0.6, 0.6)))
    const restless = evidenceOf(0.02, 0.3)
    expect(steady - restless).toBeGreaterThan(1)
  })

  it('lets neither loudness nor silence decide alone', () => {
    live(4 * SECOND, () => noise(0.001))
    expect(evidenceOf(0.5, NO_SPEECH)).toBeLessThan(-1)
    live(4 * SECOND, () => noise(0.1))
    expect(evidenceOf(0.001, 0.99)).toBeGreaterThan(1)
  })

  it('asks more where the room sounds like speech', () => {
    live(8 * SECOND, () => noise(0.01), 0.0005)
    const plain = evidenceOf(0.01, 0.5)
    background.reset()
    live(8 * SECOND, () => noise(0.01), 0.05)
    const music = evidenceOf(0.01, 0.5)
    expect(plain - music).toBeGreaterThan(1)
  })

  it('learns the room from no speech, nor from what leads up to it', () => {
    live(4 * SECOND, () => noise(0.01))
    const before = evidenceOf(0.01, 0.3)
    for (let word = 0; word < 40; word++) {
      live(3, () => noise(0.1))
      live(10, () => noise(0.1), 0.9)
    }
    expect(Math.abs(evidenceOf(0.01, 0.3) - before)).toBeLessThan(1)
  })

  it('learns nothing from digital silence', () => {
    live(4 * SECOND, () => noise(0.01))
    const before = evidenceOf(0.01, 0.3)
    live(8 * SECOND, () => new Float32Array(VAD_FRAME_SAMPLES))
    expect(Math.abs(evidenceOf(0.01, 0.3) - before)).toBeLessThan(1)
  })
})
