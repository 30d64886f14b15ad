import { FACE_CHANNELS, FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { describe, expect, it } from 'vitest'
import { GlanceOffset } from './avatar-glance'

const after = (glance: GlanceOffset, seconds: number, base = restFace()) => {
  let face = base.slice()
  for (let passed = 0; passed < seconds; passed += 1 / 60) {
    face = base.slice()
    glance.step(face, 1 / 60)
  }
  return face
}

describe('where she looks', () => {
  it('turns the eyes first, then the head, as far as is natural', () => {
    const glance = new GlanceOffset(0)
    glance.look({ x: 1, y: 1 })
    const soon = after(glance, 0.1)
    expect(soon[FACE_INDEX.gazeX]! / 0.8).toBeGreaterThan(2 * (soon[FACE_INDEX.angleX]! / 14))
    const late = after(glance, 3)
    expect(late[FACE_INDEX.gazeX]).toBeCloseTo(0.8, 2)
    expect(late[FACE_INDEX.angleX]).toBeCloseTo(14, 1)
    expect(late[FACE_INDEX.angleY]).toBeCloseTo(9, 1)
  })
  it('is straight ahead at the height of her eyes', () => {
    const glance = new GlanceOffset(0.4)
    glance.look({ x: 0, y: 0.4 })
    expect(after(glance, 3)[FACE_INDEX.gazeY]).toBeCloseTo(0)
    glance.look({ x: 0, y: -1 })
    expect(after(glance, 3)[FACE_INDEX.gazeY]).toBeLessThan(-0.6)
  })
  it('comes on top of the frame and never leaves the channel', () => {
    const base = restFace()
    base[FACE_INDEX.gazeX] = 0.9
    base[FACE_INDEX.angleX] = -20
    const glance = new GlanceOffset(0)
    glance.look({ x: 5, y: 0 })
    const face = after(glance, 3, base)
    expect(face[FACE_INDEX.gazeX]).toBe(FACE_CHANNELS[FACE_INDEX.gazeX]!.max)
    expect(face[FACE_INDEX.angleX]).toBeCloseTo(-6, 1)
  })
  it('goes back where the frame looks', () => {
    const glance = new GlanceOffset(0)
    glance.look({ x: -1, y: 0 })
    after(glance, 2)
    glance.look(null)
    expect(after(glance, 3)[FACE_INDEX.gazeX]).toBeCloseTo(0, 3)
  })
})
