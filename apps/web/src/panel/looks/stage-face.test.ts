import { FACE_CHANNELS, FACE_INDEX, restFace } from '@psiona/shared'
import { expect, test } from 'vitest'
import { stageFace, type TriedFace, vowelAt } from './stage-face'

const NOTHING: TriedFace = { feeling: null, angles: { x: 0, y: 0 }, pointer: null, talking: false }

test('with nothing tried she idles by herself', () => {
  expect(stageFace(NOTHING, 1)).toBeNull()
})

test('angles, pointer and feeling add up and stay within the channels', () => {
  const feeling = [...restFace()]
  feeling[FACE_INDEX.angleX] = 10
  const face = stageFace({ ...NOTHING, feeling, angles: { x: 25, y: -5 }, pointer: { x: 1, y: 0 } }, 1)!
  expect(face[FACE_INDEX.angleX]).toBe(30)
  expect(face[FACE_INDEX.angleY]).toBe(-5)
  expect(face[FACE_INDEX.gazeX]).toBe(1)
  for (const [index, { min, max }] of FACE_CHANNELS.entries()) {
    expect(face[index]).toBeGreaterThanOrEqual(min)
    expect(face[index]).toBeLessThanOrEqual(max)
  }
})

test('talk goes through A I U E O', () => {
  const seen = new Set(Array.from({ length: 50 }, (_, index) => vowelAt(index * 0.05).vowel.channel))
  expect([...seen]).toEqual(['vowelA', 'vowelI', 'vowelU', 'vowelE', 'vowelO'])
  const face = stageFace({ ...NOTHING, talking: true }, 0.21)!
  expect(face[FACE_INDEX.vowelA]).toBeCloseTo(1, 1)
  expect(face[FACE_INDEX.mouthOpen]).toBeGreaterThan(0.8)
})
