import type { AvatarMap } from '@psiona/shared/avatar-map'
import { FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { describe, expect, it } from 'vitest'
import type { Dial } from './avatar-dials'
import type { ModelExpression } from './avatar-expressions'
import { EMPTY_SHELF, type MotionShelf } from './avatar-motions'
import { AvatarPose, type PoseParts } from './avatar-pose'

const parameters: readonly Dial[] = [
  { id: 'Mouth', min: 0, max: 1, default: 0 },
  { id: 'Lid', min: 0, max: 1.2, default: 1 },
  { id: 'Coat', min: 0, max: 1, default: 0 },
  { id: 'Arm', min: -1, max: 1, default: 0 },
  { id: 'Brow', min: -1, max: 1, default: 0 },
]
const parts: readonly Dial[] = [{ id: 'PartHat', min: 0, max: 1, default: 1 }]
const [MOUTH, LID, COAT, ARM, BROW, HAT, SWITCH] = [0, 1, 2, 3, 4, 5, 6] as const

const links: AvatarMap['links'] = [
  { channel: 'mouthOpen', parameter: 'Mouth', from: [0, 1], to: [0, 1] },
  { channel: 'eyeOpenL', parameter: 'Lid', from: [0, 1], to: [0, 1] },
  { channel: 'browYL', parameter: 'Brow', from: [-1, 1], to: [-1, 1] },
]
const expression: ModelExpression = {
  ...{ name: 'Wide', fadeIn: 0, fadeOut: 0 },
  parts: [
    { parameter: MOUTH, value: 1, blend: 'Add' },
    { parameter: LID, value: 0.2, blend: 'Add' },
    { parameter: BROW, value: 0.5, blend: 'Add' },
    { parameter: COAT, value: 0.25, blend: 'Add' },
  ],
}
const shelf: MotionShelf = {
  groups: ['Idle', 'Boop'],
  load: async (group) => [
    {
      ...{ durationSeconds: 100, loop: true, fadeIn: 0, fadeOut: 0, dials: [MOUTH, COAT, ARM, SWITCH] },
      valueAt: () => (group === 'Idle' ? 0.5 : -1),
    },
  ],
}
const posed = (more: Partial<PoseParts> = {}) =>
  new AvatarPose({
    ...{ parameters, parts, links, expressions: [expression], shelf: EMPTY_SHELF, eyeLevel: 0 },
    map: { expressions: { surprise: 'Wide' }, motions: {}, taps: {} },
    ...more,
  })
const face = (values: Partial<Record<keyof typeof FACE_INDEX, number>>) => {
  const frame = restFace()
  for (const [channel, value] of Object.entries(values)) frame[FACE_INDEX[channel as keyof typeof FACE_INDEX]] = value
  return frame
}
const read = () => new Promise((resolve) => setImmediate(resolve))

describe('a pose', () => {
  it('is the frame for what is linked, and the default for the rest', () => {
    const pose = posed()
    pose.step(face({ mouthOpen: 0.7, eyeOpenL: 0 }), 0.1)
    expect([...pose.values].map((v) => Math.round(v * 100) / 100)).toEqual([0.7, 0, 0, 0, 0, 1])
  })
  it('gives the frame the last word over motions', async () => {
    const pose = posed({ shelf, map: { expressions: {}, motions: { idle: 'Idle' }, taps: {} } })
    pose.step(face({}), 0)
    await read()
    pose.step(face({ mouthOpen: 0.1 }), 0.1)
    expect(pose.values[MOUTH]).toBeCloseTo(0.1)
    expect(pose.values[ARM]).toBeCloseTo(0.5)
  })
  it('lets a motion of a moment turn what the frame turns, but not form sounds', async () => {
    const nod: MotionShelf = {
      groups: ['Nod'],
      load: async () => [
        { durationSeconds: 9, loop: false, fadeIn: 0, fadeOut: 0, dials: [MOUTH, BROW], valueAt: (i) => (i === 0 ? 1 : -0.6) },
      ],
    }
    const pose = posed({ shelf: nod, map: { expressions: {}, motions: { tap: 'Nod', idle: 'Nod' }, taps: {} } })
    pose.cue('tap')
    await read()
    pose.step(face({ browYL: 0.5 }), 0.1)
    expect(pose.values[MOUTH]).toBe(0)
    expect(pose.values[BROW]).toBeCloseTo(0.2)
    pose.step(face({ browYL: 1 }), 0.1)
    expect(pose.values[BROW]).toBe(1)
  })
  it('keeps clothes on through motions', async () => {
    const pose = posed({ shelf, map: { expressions: {}, motions: { idle: 'Idle' }, taps: {} } })
    pose.wear({ Coat: 1, PartHat: 0 }, 0)
    pose.step(face({}), 0)
    await read()
    pose.step(face({}), 0.1)
    expect([pose.values[COAT], pose.values[HAT]]).toEqual([1, 0])
    expect([COAT, HAT, ARM, LID].map((dial) => pose.isFirm(dial))).toEqual([true, true, false, true])
  })
  it('lets motions move what chooses parts', async () => {
    const pose = posed({
      ...{ shelf, map: { expressions: {}, motions: { idle: 'Idle' }, taps: {} } },
      switches: [{ id: 'PartHat', min: 0, max: 1, default: 1 }],
    })
    pose.step(face({}), 0)
    await read()
    pose.step(face({}), 0.1)
    expect([pose.values[HAT], pose.values[SWITCH]]).toEqual([1, 0.5])
  })
  it('blends expressions with the frame, but for the lips', () => {
    const pose = posed()
    pose.feel({ surprise: 1 })
    pose.step(face({ mouthOpen: 0.1 }), 0.1)
    expect(pose.values[MOUTH]).toBeCloseTo(0.1)
    expect(pose.values[LID]).toBeCloseTo(1.2)
    expect(pose.values[BROW]).toBeCloseTo(0.5)
    expect(pose.values[COAT]).toBeCloseTo(0.25)
    pose.step(face({ eyeOpenL: 0, browYL: 0.8 }), 0.1)
    expect(pose.values[LID]).toBeCloseTo(0)
    expect(pose.values[BROW]).toBeCloseTo(0.8)
  })
  it('holds what the panel tries on over everything, within the range of the model', () => {
    const pose = posed()
    pose.tryOn({ held: { Mouth: 9, Coat: 0.5, Nobody: 1 }, expression: null })
    pose.step(face({ mouthOpen: 0 }), 0.1)
    expect([pose.values[MOUTH], pose.values[COAT]]).toEqual([1, 0.5])
    pose.tryOn({ held: {}, expression: null })
    pose.step(face({ mouthOpen: 0 }), 0.1)
    expect([pose.values[MOUTH], pose.values[COAT]]).toEqual([0, 0])
  })
  it('answers a touch by the group of the area, else by the cue', async () => {
    const map = { expressions: {}, motions: { tap: 'Idle' }, taps: { Head: 'Boop' } }
    const boop = posed({ shelf, map })
    expect(boop.touch(['Body', 'Head'])).toBe(true)
    await read()
    boop.step(face({}), 0.1)
    expect(boop.values[ARM]).toBe(-1)
    const other = posed({ shelf, map })
    expect(other.touch(['Body'])).toBe(true)
    expect(posed().touch(['Head'])).toBe(false)
  })
})
