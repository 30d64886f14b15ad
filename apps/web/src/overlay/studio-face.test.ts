import { FACE_CHANNELS, FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { StudioMessage } from '@psiona/shared/studio-wire'
import { describe, expect, it } from 'vitest'
import { IdleFace } from './idle-face'
import { StudioFace } from './studio-face'

/** Never blinks within a test. */
const studioFace = () => new StudioFace(new IdleFace(() => 1))
const spoken = () => {
  const face = restFace()
  face[FACE_INDEX.mouthOpen] = 0.8
  return [...face]
}

describe('the face in the studio', () => {
  it('is the posted one while they come', () => {
    const face = studioFace()
    face.face(0)
    for (let nowMs = 16; nowMs < 1600; nowMs += 16) {
      face.take(spoken(), nowMs)
      face.face(nowMs)
    }
    expect(face.face(1600)[FACE_INDEX.mouthOpen]).toBeCloseTo(0.8, 3)
  })
  it('idles without any, and 300 ms after the last', () => {
    const face = studioFace()
    expect(face.face(0)[FACE_INDEX.mouthOpen]).toBe(0)
    face.take(spoken(), 100)
    face.face(120)
    const held = face.face(390)[FACE_INDEX.mouthOpen]!
    expect(held).toBeGreaterThan(0.5)
    face.face(410)
    expect(face.face(2000)[FACE_INDEX.mouthOpen]).toBeCloseTo(0, 3)
  })
  it('idles at once at null, without a jump', () => {
    const face = studioFace()
    for (let nowMs = 0; nowMs < 1000; nowMs += 16) {
      face.take(spoken(), nowMs)
      face.face(nowMs)
    }
    const before = face.face(1000)[FACE_INDEX.mouthOpen]!
    face.take(null, 1001)
    const after = face.face(1016)[FACE_INDEX.mouthOpen]!
    expect(Math.abs(after - before)).toBeLessThan(0.15)
    expect(face.face(3000)[FACE_INDEX.mouthOpen]).toBeCloseTo(0, 3)
  })
  it('stays within the bounds of each channel', () => {
    const face = studioFace()
    for (let nowMs = 0; nowMs < 2000; nowMs += 16) {
      face.take(
        FACE_CHANNELS.map(() => 1e6),
        nowMs,
      )
      face.face(nowMs)
    }
    const drawn = [...face.face(2000)]
    for (const [index, { max }] of FACE_CHANNELS.entries()) expect(drawn[index]).toBeLessThanOrEqual(max + 1e-3)
  })
})

describe('what may be posted', () => {
  const puppet = { url: '/models/tori/', file: 'tori.rig.json' }
  const model = {
    id: 'tori',
    url: '/models/tori/',
    live2d: { file: 'tori.model3.json', core: '/cubism/live2dcubismcore.min.js' },
    puppet,
    map: { mouth: 'none', links: [] },
    parameters: {},
    crossfadeMs: 0,
    variant: 'default',
  }
  const message = { type: 'psiona-studio', model, face: null }
  it('takes a model of this server and a whole face', () => {
    expect(StudioMessage.safeParse(message).success).toBe(true)
    expect(StudioMessage.safeParse({ ...message, face: spoken() }).success).toBe(true)
  })
  it.each([
    { ...message, type: 'other' },
    { ...message, model: { ...model, url: 'https://elsewhere.example/models/tori/' } },
    { ...message, model: { ...model, puppet: { ...puppet, url: '//elsewhere.example/models/' } } },
    { ...message, model: { ...model, live2d: { ...model.live2d, core: '/api/cubism' } } },
    { ...message, face: [1, 2] },
    { ...message, face: spoken().map(() => Number.NaN) },
  ])('takes no %o', (odd) => {
    expect(StudioMessage.safeParse(odd).success).toBe(false)
  })
})
