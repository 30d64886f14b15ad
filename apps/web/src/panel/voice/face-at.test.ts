import { FACE_CHANNELS, FACE_INDEX } from '@psiona/shared'
import { expect, test } from 'vitest'
import { faceAt } from './face-at'

const film = {
  fps: 60,
  channels: ['breath', 'mouthOpen'],
  frames: [
    [0, 0],
    [0, 0.5],
    [1, 1],
  ],
}
const mouthAt = (seconds: number) => faceAt(film, seconds)?.[FACE_INDEX.mouthOpen]

test('a frame in its moment, and between two frames between the two', () => {
  expect(mouthAt(0)).toBe(0)
  expect(mouthAt(1 / 60)).toBeCloseTo(0.5)
  expect(mouthAt(1.5 / 60)).toBeCloseTo(0.75)
})
test('the last frame lasts as long as the others, then there is none', () => {
  expect(mouthAt(2.9 / 60)).toBe(1)
  expect(mouthAt(3.1 / 60)).toBeUndefined()
  expect(faceAt(film, -0.01)).toBeNull()
  expect(faceAt({ ...film, frames: [] }, 0)).toBeNull()
})
test('channels go by their names; those that are not told rest', () => {
  const face = faceAt(film, 2 / 60)!
  expect(face).toHaveLength(FACE_CHANNELS.length)
  expect(face[FACE_INDEX.breath]).toBe(1)
  expect(face[FACE_INDEX.eyeOpenL]).toBe(1)
})
