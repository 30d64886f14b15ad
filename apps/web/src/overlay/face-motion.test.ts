import { FORECAST_CHANNELS, FORECAST_KNOT_SAMPLES, FORECAST_KNOTS, FORECAST_LENGTH } from '@psiona/shared/face-forecast'
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
  const push = (index: number, mouth: number, turn: number, epoch = 0, forecast: Float32Array | null = null) => {
    const face = restFace()
    face[MOUTH] = mouth
    face[TURN] = turn
    track.push({ atSample: index * BLOCK_SAMPLES, epoch, face, forecast })
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
    expect(faces[4]![MOUTH]).toBeLessThan(0.1)
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
  it('is not carried away by one jump upon another', () => {
    const parts = setUp()
    let face = restFace()
    for (let i = 0; i < 200; i++) {
      parts.push(i, 0, i < 100 ? i / 10 : 10)
      if (i >= 100) parts.motion.jump()
      face = parts.draw(i * BLOCK_SAMPLES)
    }
    expect(face[TURN]).toBeLessThan(11)
  })
  it('goes on through one late frame with her mouth as it is', () => {
    const parts = setUp()
    const before = play(parts, 120, 0.8, 12)
    expect(parts.draw(119 * BLOCK_SAMPLES)[MOUTH]).toBeCloseTo(before[MOUTH]!, 5)
    expect(parts.motion.figures.drawnFrom).toBe('track')
    parts.push(120, 0.8, 12)
    expect(parts.draw(120 * BLOCK_SAMPLES)[MOUTH]).toBeCloseTo(before[MOUTH]!, 5)
  })
  describe('through a gap of 200 ms while she moves', () => {
    /** She turns her head to and fro, talking; every frame foretells the next 300 ms rightly, or `off` by so much. */
    const turnAt = (index: number) => 14 * Math.sin(index / 9)
    const forecastAt = (index: number, off: number) => {
      const forecast = new Float32Array(FORECAST_LENGTH)
      const rest = restFace()
      for (const [k, channel] of FORECAST_CHANNELS.entries())
        for (let knot = 0; knot < FORECAST_KNOTS; knot++) {
          const then = index + ((knot + 1) * FORECAST_KNOT_SAMPLES) / BLOCK_SAMPLES
          forecast[k * FORECAST_KNOTS + knot] = channel === TURN ? turnAt(then) + off * (knot + 1) : rest[channel]!
        }
      return forecast
    }
    const perform = (leap: number, off: number) => {
      const parts = setUp()
      const moved: number[] = []
      const froms: string[] = []
      const faces: Float32Array[] = []
      const frame = (sample: number) => {
        faces.push(parts.draw(sample))
        moved.push(parts.motion.figures.moved)
        froms.push(parts.motion.figures.drawnFrom)
      }
      let index = 0
      for (; index < 120; index++) {
        parts.push(index, 0.7, turnAt(index), 0, forecastAt(index, off))
        frame(index * BLOCK_SAMPLES)
      }
      const calm = Math.max(...moved.slice(60))
      for (let i = 0; i < 12; i++) frame(index * BLOCK_SAMPLES)
      for (const first = index; index < first + 60; index++) {
        parts.push(index + leap, 0.7, turnAt(index + leap), 0, forecastAt(index + leap, off))
        frame((index + leap) * BLOCK_SAMPLES)
      }
      return { moved, froms, faces, calm }
    }

    it.each([
      ['on return goes on where she stood', 0, 0],
      ['on return has left out as much silence', 12, 0],
      ['has foretold wrongly', 0, 0.6],
    ] as const)('never stands and never jumps, when she %s', (_, leap, off) => {
      const { moved, froms, calm, faces } = perform(leap, off)
      expect(froms.slice(60).filter((from, i) => from !== froms[59 + i])).toEqual(['forecast', 'track'])
      expect(froms.filter((from) => from === 'forecast').length).toBeGreaterThan(8)
      for (const move of moved.slice(60)) expect(move).toBeGreaterThan(0)
      for (const move of moved.slice(120)) expect(move).toBeLessThan(1.5 * calm)
      expect(Math.abs(faces.at(-1)![TURN]! - turnAt(179 + leap))).toBeLessThan(0.1)
    })
    it('[R111] follows the forecast with all but the mouth, which shuts', () => {
      const { faces } = perform(0, 0)
      for (let i = 120; i < 132; i++) expect(Math.abs(faces[i]![TURN]! - turnAt(i))).toBeLessThan(0.5)
      expect(faces[125]![MOUTH]).toBeLessThan(0.1)
      expect(faces[136]![MOUTH]).toBeGreaterThan(0.6)
    })
    it('is back to the stream, but for a twentieth, within 300 ms', () => {
      const parts = setUp()
      for (let i = 0; i < 60; i++) {
        parts.push(i, 0, 0)
        parts.draw(i * BLOCK_SAMPLES)
      }
      for (let i = 0; i < 12; i++) parts.draw(60 * BLOCK_SAMPLES)
      for (let i = 60; i < 78; i++) {
        parts.push(i, 0, 0)
        parts.draw(i * BLOCK_SAMPLES)
      }
      expect(parts.motion.figures.left).toBeLessThan(0.05)
    })
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
