import type { ChannelLink } from '@psiona/shared/avatar-map'
import { FACE_CHANNELS, FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { describe, expect, it } from 'vitest'
import type { Dial } from './avatar-dials'
import { FaceLinks, OWN_LINKS } from './avatar-links'

const dials: readonly Dial[] = [
  { id: 'Mouth', min: 0, max: 2, default: 0 },
  { id: 'Lid', min: 0, max: 1, default: 1 },
  { id: 'Else', min: -1, max: 1, default: 0.25 },
]
const link = (channel: ChannelLink['channel'], parameter: string, from: [number, number], to: [number, number]): ChannelLink => ({
  ...{ channel, parameter, from, to },
})
const written = (links: readonly ChannelLink[], values: Partial<Record<keyof typeof FACE_INDEX, number>>) => {
  const face = restFace()
  for (const [channel, value] of Object.entries(values)) face[FACE_INDEX[channel as keyof typeof FACE_INDEX]] = value
  const out = Float32Array.from(dials, (d) => d.default)
  new FaceLinks(links, dials).write(face, out)
  return out
}

describe('links', () => {
  it('map a range of a channel to a range of a parameter, held at both ends', () => {
    const links = [link('mouthOpen', 'Mouth', [0, 1], [0, 2])]
    expect(written(links, { mouthOpen: 0.25 })[0]).toBeCloseTo(0.5)
    expect(written(links, { mouthOpen: 1.2 })[0]).toBe(2)
    expect(written(links, { mouthOpen: -1 })[0]).toBe(0)
  })
  it('may run backwards', () => {
    expect(written([link('eyeOpenL', 'Lid', [0, 1], [1, 0])], { eyeOpenL: 0.25 })[1]).toBeCloseTo(0.75)
  })
  it('to one parameter add up around its default', () => {
    const links = [link('vowelA', 'Mouth', [0, 1], [0, 1]), link('vowelO', 'Mouth', [0, 1], [0, 0.6])]
    expect(written(links, { vowelA: 0.5, vowelO: 0.5 })[0]).toBeCloseTo(0.8)
    const lids = [link('eyeOpenL', 'Lid', [0, 1], [0, 1]), link('eyeSmileL', 'Lid', [0, 1], [1, 0.6])]
    expect(written(lids, { eyeOpenL: 1, eyeSmileL: 1 })[1]).toBeCloseTo(0.6)
  })
  it('step where their range has no width', () => {
    const links = [link('tear', 'Mouth', [0.5, 0.5], [0, 1])]
    expect(written(links, { tear: 0.4 })[0]).toBe(0)
    expect(written(links, { tear: 0.6 })[0]).toBe(1)
  })
  it('to a parameter that is not there do nothing', () => {
    const links = new FaceLinks([link('tear', 'Nobody', [0, 1], [0, 1])], dials)
    expect(links.linked.size).toBe(0)
  })
  it('leave a parameter at rest when the face holds no number', () => {
    expect(written([link('mouthOpen', 'Lid', [0, 1], [0, 1])], { mouthOpen: Number.NaN })[1]).toBe(1)
  })
  it('tell lips from the rest', () => {
    const links = new FaceLinks([link('mouthOpen', 'Mouth', [0, 1], [0, 1]), link('browYL', 'Else', [-1, 1], [-1, 1])], dials)
    expect([...links.lips]).toEqual([0])
    expect([...links.linked]).toEqual([0, 2])
  })
})

describe('the links of our own rigs', () => {
  it('hand every channel through', () => {
    expect(OWN_LINKS).toHaveLength(FACE_CHANNELS.length)
    const own = FACE_CHANNELS.map(({ parameter, min, max, rest }) => ({ id: parameter, min, max, default: rest }))
    const face = Float32Array.from(FACE_CHANNELS, ({ min, max }) => min + 0.3 * (max - min))
    const out = new Float32Array(own.length)
    new FaceLinks(OWN_LINKS, own).write(face, out)
    for (const [i, value] of out.entries()) expect(value).toBeCloseTo(face[i]!, 5)
  })
})
