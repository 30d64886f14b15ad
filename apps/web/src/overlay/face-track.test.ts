import { FORECAST_KNOT_SAMPLES, FORECAST_LENGTH } from '@psiona/shared/face-forecast'
import { FACE_CHANNEL_COUNT, FACE_INDEX } from '@psiona/shared/face-frame'
import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { FaceTrack } from './face-track'

const face = (value: number) => new Float32Array(FACE_CHANNEL_COUNT).fill(value)
const frame = (index: number, value: number, epoch = 0) => ({
  atSample: index * BLOCK_SAMPLES,
  epoch,
  face: face(value),
  forecast: null,
})

describe('FaceTrack', () => {
  const at = (track: FaceTrack, sample: number) => {
    const out = face(-1)
    return track.at(sample, out) ? out[5] : null
  }
  it('draws a straight line between two frames', () => {
    const track = new FaceTrack()
    for (let i = 0; i < 4; i++) track.push(frame(i, i))
    expect(at(track, 400)).toBe(1)
    expect(at(track, 500)).toBeCloseTo(1.25)
    expect(at(track, 799)).toBeCloseTo(2, 1)
  })
  it('holds the ends', () => {
    const track = new FaceTrack()
    track.push(frame(10, 1))
    track.push(frame(11, 2))
    expect(at(track, 0)).toBe(1)
    expect(at(track, 11 * BLOCK_SAMPLES + 399)).toBe(2)
    expect(track.end).toBe(12 * BLOCK_SAMPLES)
  })
  it('foretells what moves without sound, and the mouth only when it is asked to relax', () => {
    const track = new FaceTrack()
    const forecast = new Float32Array(FORECAST_LENGTH).fill(7)
    track.push({ ...frame(10, 1), forecast })
    const out = face(-1)
    track.at(10 * BLOCK_SAMPLES + FORECAST_KNOT_SAMPLES / 2, out)
    expect([out[FACE_INDEX.angleX], out[FACE_INDEX.mouthForm], out[FACE_INDEX.vowelA]]).toEqual([4, 1, 1])
    track.relaxMouth(10 * BLOCK_SAMPLES + FORECAST_KNOT_SAMPLES / 2, out)
    expect([out[FACE_INDEX.angleX], out[FACE_INDEX.mouthForm], out[FACE_INDEX.vowelA]]).toEqual([4, 4, 0])
    expect(track.behind(12 * BLOCK_SAMPLES)).toBe(2 * BLOCK_SAMPLES)
  })
  it('has nothing before the first frame', () => {
    expect(at(new FaceTrack(), 0)).toBeNull()
    expect(new FaceTrack().end).toBeNull()
  })
  it('draws no line over a gap', () => {
    const track = new FaceTrack()
    track.push(frame(0, 0))
    track.push(frame(10, 1))
    expect(at(track, 5 * BLOCK_SAMPLES)).toBe(0)
  })
  it('forgets what a cut has ended', () => {
    const track = new FaceTrack()
    for (let i = 0; i < 4; i++) track.push(frame(i, 1))
    track.push(frame(20, 2, 1))
    track.cut(1)
    expect(at(track, 0)).toBe(2)
    track.cut(2)
    expect(at(track, 0)).toBeNull()
  })
  it('remembers the newest of many', () => {
    const track = new FaceTrack()
    for (let i = 0; i < 1000; i++) track.push(frame(i, i))
    expect(at(track, 999 * BLOCK_SAMPLES)).toBe(999)
    expect(at(track, 950 * BLOCK_SAMPLES + 200)).toBeCloseTo(950.5)
  })
})
