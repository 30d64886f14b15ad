import { FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { describe, expect, it } from 'vitest'
import { EyeContact } from './overlay-eye-contact'

describe('EyeContact', () => {
  const turned = () => {
    const face = restFace()
    face[FACE_INDEX.angleX] = 20
    face[FACE_INDEX.gazeX] = 0.6
    return face
  }
  it('leaves the face alone unless it holds', () => {
    const face = turned()
    new EyeContact().step(face, false, 1)
    expect(face).toEqual(turned())
  })
  it('turns the eyes against the head, eased', () => {
    const contact = new EyeContact()
    const eyes = [0, 1, 2, 3, 120].map((frames) => {
      let face = turned()
      for (let i = 0; i < frames; i++) {
        face = turned()
        contact.step(face, true, 1 / 60)
      }
      return face[FACE_INDEX.gazeX]!
    })
    for (let i = 1; i < eyes.length; i++) expect(eyes[i]).toBeLessThan(eyes[i - 1]!)
    expect(eyes.at(-1)).toBeLessThan(-0.3)
    expect(eyes.at(-1)).toBeGreaterThan(-0.6)
  })
})
