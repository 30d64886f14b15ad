// What goes to the graphics card: triangles in draw order, masks in channels of their own, a frame that fits the screen.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Rig } from '@psiona/shared/rig'
import { describe, expect, it } from 'vitest'
import { viewOf } from './avatar-framing'
import { PuppetBuffers } from './puppet-buffers'
import { maskChannels } from './puppet-masks'
import { PuppetRig } from './puppet-rig'

const file = path.join(import.meta.dirname, '../../../../live2d-models/tori/tori.rig.json')
const rig = Rig.parse(JSON.parse(readFileSync(file, 'utf8')))

describe('masks', () => {
  const puppet = new PuppetRig(rig)
  const channels = maskChannels(puppet)
  const at = (id: string) => puppet.meshes.findIndex((m) => m.rig.id === id)

  it('show a mesh in the channel its mask is painted into', () => {
    for (const [i, { rig: mesh }] of puppet.meshes.entries()) {
      if (mesh.masks.length === 0) expect(channels.maskedBy[i]).toBe(-1)
      for (const mask of mesh.masks) expect(channels.maskedBy[i], mesh.id).toBe(channels.paintsInto[at(mask)])
    }
  })

  it('share a channel only where they lie apart', () => {
    expect(channels.paintsInto[at('eye_white_L')]).toBe(channels.paintsInto[at('eye_white_R')])
    expect(channels.paintsInto[at('eye_white_L')]).not.toBe(channels.paintsInto[at('lid_shade_L')])
    expect(channels.paintsInto[at('face_mask')]).not.toBe(channels.paintsInto[at('eye_white_L')])
  })
})

describe('buffers', () => {
  it('hold the triangles of what can be seen, bottom to top, and empty triangles after them', () => {
    const puppet = new PuppetRig(rig)
    const buffers = new PuppetBuffers(puppet)
    const seen = puppet.meshes.filter((m) => m.opacity > 0 && !m.rig.maskOnly)
    const expected = seen.flatMap((m) => m.rig.indices.map((i) => i + m.firstPoint))
    expect([...buffers.indices.subarray(0, expected.length)]).toEqual(expected)
    expect(buffers.indices.subarray(expected.length).every((i) => i === 0)).toBe(true)
    puppet.set(puppet.indexOf('ParamHeart'), 1)
    puppet.update()
    buffers.updateOpacities()
    const heart = puppet.meshes.find((m) => m.rig.id === 'fx_heart_1')!
    expect(buffers.indices.includes(heart.firstPoint)).toBe(true)
    expect(buffers.opacities[heart.firstPoint]).toBe(1)
  })
})

describe('framing', () => {
  const frame = { x: 100, y: 50, width: 200, height: 400 }
  const place = (width: number, height: number, x: number, y: number) => {
    const view = viewOf(frame, width, height)
    return [x * view.scaleX + view.offsetX, y * view.scaleY + view.offsetY]
  }

  it('stands on the lower edge, centred, as large as fits', () => {
    for (const [width, height] of [
      [200, 400],
      [1920, 1080],
      [300, 900],
    ] as const) {
      const [left, bottom] = place(width, height, 100, 450)
      const [right, top] = place(width, height, 300, 50)
      expect(bottom).toBeCloseTo(-1)
      expect(left! + right!).toBeCloseTo(0)
      expect(Math.max(right!, top!)).toBeCloseTo(1)
    }
  })

  it('keeps squares square', () => {
    const view = viewOf(frame, 1920, 1080)
    expect(view.scaleX * 1920).toBeCloseTo(-view.scaleY * 1080)
  })
})
