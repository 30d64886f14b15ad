import { FACE_CHANNEL_COUNT, FACE_CHANNELS, FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { FaceMotion } from './face-motion'
import { FaceTrack } from './face-track'
import { IdleFace } from './idle-face'

const FRAME_MS = 1000 / 60
const MOUTH = FACE_INDEX.mouthOpen
const TURN = FACE_INDEX.angleX

function setUp() {
  const track = new FaceTrack()
  const motion = new FaceMotion(track, new IdleFace(() => 0.5))
  const push = (index: number, mouth: number, turn: number, epoch = 0) => {
    const face = restFace()
    face[MOUTH] = mouth
    face[TURN] = turn
    track.push({ atSample: index * BLOCK_SAMPLES, epoch, face })
  }
  let nowMs = 0
  const draw = (sample: number | null) => {
    nowMs += FRAME_MS
    return Float32Array.from(motion.face(sample, nowMs))
  }
  return { track, motion, push, draw }
}
/** Plays frames 0 to `count` and gives the last face. */
const play = ({ push, draw }: ReturnType<typeof setUp>, count: number, mouth: number, turn: number) => {
  let face = restFace()
  for (let i = 0; i < count; i++) {
    push(i, mouth, turn)
    face = draw(i * BLOCK_SAMPLES)
  }
  return face
}

describe('FaceMotion', () => {
  it('draws the stream as it is once it has settled', () => {
    const face = play(setUp(), 120, 0.8, 12)
    expect(face[MOUTH]).toBeCloseTo(0.8, 3)
    expect(face[TURN]).toBeCloseTo(12, 1)
  })
  it('closes the mouth within 0.1 s of a cut, without a jump of the head', () => {
    const parts = setUp()
    let before = play(parts, 120, 0.8, 12)
    parts.track.cut(1)
    parts.motion.jump()
    parts.push(140, 0, -12, 1)
    for (let i = 0; i < 6; i++) {
      const face = parts.draw((i < 2 ? 119 : 140) * BLOCK_SAMPLES)
      expect(Math.abs(face[TURN]! - before[TURN]!)).toBeLessThan(9)
      before = face
    }
    expect(before[MOUTH]).toBeLessThan(0.08)
  })
  it('holds through a short gap, then idles by herself and never stands still', () => {
    const parts = setUp()
    const last = play(parts, 120, 0.8, 12)
    expect(parts.draw(120 * BLOCK_SAMPLES)[TURN]).toBeCloseTo(last[TURN]!, 1)
    const faces = Array.from({ length: 300 }, () => parts.draw(120 * BLOCK_SAMPLES))
    expect(faces[60]![MOUTH]).toBeLessThan(0.01)
    expect(faces.some((face) => face[FACE_INDEX.eyeOpenL]! < 0.3)).toBe(true)
    for (let i = 60; i < 300; i++) {
      expect(faces[i]).not.toEqual(faces[i - 1])
      expect(Math.abs(faces[i]![TURN]! - faces[i - 1]![TURN]!)).toBeLessThan(1)
    }
  })
  it('eases back when frames return', () => {
    const parts = setUp()
    let before = parts.draw(null)
    for (let i = 0; i < 60; i++) before = parts.draw(null)
    for (let i = 500; i < 560; i++) {
      parts.push(i, 0, 25)
      const face = parts.draw(i * BLOCK_SAMPLES)
      expect(Math.abs(face[TURN]! - before[TURN]!)).toBeLessThan(3)
      before = face
    }
    expect(before[TURN]).toBeGreaterThan(24)
  })
  it('never leaves the range of a channel', () => {
    const parts = setUp()
    for (let i = 0; i < 200; i++) {
      parts.push(i, i % 2 ? 1.2 : 0, i % 3 ? 30 : -30)
      if (i % 7 === 0) parts.motion.jump()
      const face = parts.draw(i * BLOCK_SAMPLES)
      for (let c = 0; c < FACE_CHANNEL_COUNT; c++) {
        expect(face[c]).toBeGreaterThanOrEqual(Math.fround(FACE_CHANNELS[c]!.min))
        expect(face[c]).toBeLessThanOrEqual(Math.fround(FACE_CHANNELS[c]!.max))
      }
    }
  })
})
