// The puppet moved by parameters, with Tori's own rig and with a rig small enough to reckon by hand.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { Rig } from '@psiona/shared/rig'
import { describe, expect, it } from 'vitest'
import { FaceLinks, OWN_LINKS } from './avatar-links'
import { PuppetRig } from './puppet-rig'

const file = path.join(import.meta.dirname, '../../../../live2d-models/tori/tori.rig.json')
const toriRig = Rig.parse(JSON.parse(readFileSync(file, 'utf8')))

const applyFace = (puppet: PuppetRig, face: Float32Array): void => {
  const links = new FaceLinks(OWN_LINKS, toriRig.parameters)
  const values = new Float32Array(toriRig.parameters.length)
  links.write(face, values)
  for (const parameter of links.linked) puppet.set(parameter, values[parameter]!)
}

const tori = (face: Partial<Record<keyof typeof FACE_INDEX, number>> = {}): PuppetRig => {
  const puppet = new PuppetRig(toriRig)
  const frame = restFace()
  for (const [channel, value] of Object.entries(face)) frame[FACE_INDEX[channel as keyof typeof FACE_INDEX]] = value
  applyFace(puppet, frame)
  puppet.update()
  return puppet
}

const meshOf = (puppet: PuppetRig, id: string) => {
  const mesh = puppet.meshes.find((m) => m.rig.id === id)
  if (!mesh) throw new Error(`No mesh ${id}.`)
  return mesh
}

const pointsOf = (puppet: PuppetRig, id: string): [number, number][] => {
  const { firstPoint, pointCount } = meshOf(puppet, id)
  return Array.from({ length: pointCount }, (_, i) => [
    puppet.points[2 * (firstPoint + i)]!,
    puppet.points[2 * (firstPoint + i) + 1]!,
  ])
}

const centre = (puppet: PuppetRig, id: string): [number, number] => {
  const points = pointsOf(puppet, id)
  return [0, 1].map((k) => points.reduce((sum, p) => sum + p[k as 0 | 1], 0) / points.length) as [number, number]
}

const areaOf = (puppet: PuppetRig, id: string): number => {
  const points = pointsOf(puppet, id)
  const { indices } = meshOf(puppet, id).rig
  let area = 0
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [points[indices[i]!]!, points[indices[i + 1]!]!, points[indices[i + 2]!]!]
    area += Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
  }
  return area
}

const opacity = (puppet: PuppetRig, id: string): number => meshOf(puppet, id).opacity

describe("Tori's mouth", () => {
  it('has nothing inside when it is closed, in every form, and opens smoothly', () => {
    for (const mouthForm of [-1, 0, 0.55, 1])
      for (const mouthRound of [0, 1]) {
        const closed = tori({ mouthOpen: 0, mouthForm, mouthRound })
        expect(opacity(closed, 'mouth_cavity')).toBe(0)
        expect(areaOf(closed, 'mouth_cavity')).toBeLessThan(5)
      }
    const areas = [0, 0.1, 0.3, 0.6, 0.9, 1.2].map((mouthOpen) => areaOf(tori({ mouthOpen }), 'mouth_cavity'))
    for (let i = 1; i < areas.length; i++) expect(areas[i]).toBeGreaterThan(areas[i - 1]!)
  })

  it('shows teeth and tongue when open, no teeth when round', () => {
    const wide = tori({ mouthOpen: 0.9 })
    expect([opacity(wide, 'mouth_teeth'), opacity(wide, 'mouth_tongue')]).toEqual([1, 1])
    expect(opacity(tori({ mouthOpen: 0.7, mouthRound: 1 }), 'mouth_teeth')).toBe(0)
    expect(opacity(wide, 'mouth_corner_L')).toBe(0)
  })
})

describe("Tori's eyes", () => {
  it('hide iris, light and white when shut, each eye alone', () => {
    const wink = tori({ eyeOpenL: 0 })
    for (const part of ['iris', 'iris_shade', 'eye_light', 'eye_white', 'lash_low']) {
      expect(opacity(wink, `${part}_L`), part).toBe(0)
      expect(opacity(wink, `${part}_R`), part).toBeGreaterThan(0)
    }
    expect(opacity(wink, 'eyelid_L')).toBe(1)
  })

  it('look where the gaze goes and follow the size of the iris', () => {
    const [x, y] = centre(tori(), 'iris_L')
    const [rightX] = centre(tori({ gazeX: 1 }), 'iris_L')
    const [, upY] = centre(tori({ gazeY: 1 }), 'iris_L')
    expect(rightX - x).toBeGreaterThan(20)
    expect(y - upY).toBeGreaterThan(15)
    expect(areaOf(tori({ irisScale: 0.8 }), 'iris_L') / areaOf(tori(), 'iris_L')).toBeCloseTo(0.64, 1)
  })
})

describe("Tori's head", () => {
  it('moves the nose more than the ears when it turns', () => {
    const [still, turned] = [tori(), tori({ angleX: 30 })]
    const shift = (id: string) => centre(turned, id)[0] - centre(still, id)[0]
    expect(shift('nose')).toBeGreaterThan(60)
    for (const ear of ['ear_L', 'ear_R']) expect(shift('nose')).toBeGreaterThan(1.4 * Math.abs(shift(ear)))
  })

  it('tilts clockwise and leaves skirt and feet where they are', () => {
    const [still, tilted] = [tori(), tori({ angleZ: 30 })]
    expect(centre(tilted, 'ahoge')[0] - centre(still, 'ahoge')[0]).toBeGreaterThan(250)
    expect(Math.abs(centre(tilted, 'skirt')[0] - centre(still, 'skirt')[0])).toBeLessThan(5)
  })

  it('is carried by the body, which breathes', () => {
    const [still, leaning] = [tori(), tori({ bodyZ: 10 })]
    expect(centre(leaning, 'face')[0] - centre(still, 'face')[0]).toBeGreaterThan(20)
    expect(centre(tori({ breath: 1 }), 'face')[1]).toBeLessThan(centre(still, 'face')[1] - 4)
  })
})

describe("Tori's effects", () => {
  it('show as their channels say', () => {
    expect(tori().meshes.filter((m) => m.rig.id.startsWith('fx_') && m.opacity > 0)).toEqual([])
    expect(opacity(tori({ heart: 1 }), 'fx_heart_1')).toBe(1)
    expect(opacity(tori({ star: 0.3 }), 'fx_star_1')).toBeGreaterThan(0)
    expect(opacity(tori({ cheek: 0.5 }), 'cheek_L')).toBeCloseTo(0.5)
  })
})

describe('the puppet', () => {
  it('updates only what its parameters move', () => {
    const puppet = tori()
    puppet.update()
    expect([puppet.pointsChanged, puppet.opacitiesChanged]).toEqual([false, false])
    const before = centre(puppet, 'skirt')
    puppet.set(puppet.indexOf('ParamEyeBallX'), 0.5)
    puppet.update()
    expect(puppet.pointsChanged).toBe(true)
    expect(puppet.opacitiesChanged).toBe(false)
    expect(centre(puppet, 'skirt')).toEqual(before)
  })

  it('comes back to the same place whatever lay between, hidden parts included', () => {
    const [fresh, moved] = [tori({ mouthOpen: 0.8, angleX: 10, star: 1 }), tori({ angleX: -30, angleZ: 20 })]
    const frame = restFace()
    frame[FACE_INDEX.mouthOpen] = 0.8
    frame[FACE_INDEX.angleX] = 10
    frame[FACE_INDEX.star] = 1
    applyFace(moved, frame)
    moved.update()
    for (const { rig, opacity: shown } of fresh.meshes)
      if (shown > 0) expect(pointsOf(moved, rig.id), rig.id).toEqual(pointsOf(fresh, rig.id))
  })

  it('keeps values in range and ignores what is not a number', () => {
    const puppet = tori()
    const angle = puppet.indexOf('ParamAngleX')
    puppet.set(angle, 99)
    expect(puppet.get(angle)).toBe(30)
    puppet.set(angle, Number.NaN)
    expect(puppet.get(angle)).toBe(30)
    expect(puppet.indexOf('ParamNobody')).toBe(-1)
  })
})

describe('a small rig', () => {
  const square = [0, 0, 1, 0, 0, 1, 1, 1]
  const mesh = {
    part: 'All',
    texture: 0,
    uvs: square,
    indices: [0, 1, 2],
    masks: [],
    maskOnly: false,
    bindings: [],
    opacities: [1],
  }
  const rig = Rig.parse({
    version: 1,
    name: 'Small',
    licence: 'MIT',
    canvas: { width: 100, height: 100 },
    framings: { full: { x: 0, y: 0, width: 100, height: 100 }, bust: { x: 0, y: 0, width: 100, height: 50 } },
    textures: [{ file: 'small.webp', width: 8, height: 8 }],
    parameters: [
      { id: 'A', min: 0, max: 1, default: 0 },
      { id: 'B', min: -1, max: 1, default: 0 },
    ],
    parts: [{ id: 'All' }],
    deformers: [
      {
        kind: 'warp',
        id: 'warp',
        part: 'All',
        parent: null,
        columns: 1,
        rows: 1,
        bindings: [
          { parameter: 'A', keys: [0, 1] },
          { parameter: 'B', keys: [-1, 1] },
        ],
        // A moves by 10 to the right, B by 100 downwards.
        positions: [-100, 100].flatMap((dy) => [0, 10].map((dx) => square.map((v, i) => v * 50 + (i % 2 ? dy : dx)))),
      },
      {
        kind: 'rotation',
        id: 'turn',
        part: 'All',
        parent: 'warp',
        bindings: [{ parameter: 'A', keys: [0, 1] }],
        keyforms: [0, 90].map((degrees) => ({ x: 0.5, y: 0.5, degrees, scale: 2 })),
      },
    ],
    meshes: [
      { ...mesh, id: 'flat', parent: 'warp', drawOrder: 2, positions: [square] },
      { ...mesh, id: 'turned', parent: 'turn', drawOrder: 1, positions: [[0, 0, 10, 0, 0, 10, 10, 10]] },
    ],
    pendulums: [],
    rhythms: [],
  })

  it('takes the first binding as the fastest and mixes what lies between keys', () => {
    const puppet = new PuppetRig(rig)
    puppet.set(0, 0.5)
    puppet.set(1, 0.25)
    puppet.update()
    expect(pointsOf(puppet, 'flat')[0]).toEqual([5, 25])
    expect(pointsOf(puppet, 'flat')[3]).toEqual([55, 75])
  })

  it('turns children about their origin, clockwise on the screen, and scales them', () => {
    const puppet = new PuppetRig(rig)
    puppet.set(0, 1)
    puppet.update()
    const [origin, right] = pointsOf(puppet, 'turned')
    expect(origin).toEqual([35, 25])
    expect(right![0]).toBeCloseTo(35)
    expect(right![1]).toBeCloseTo(45)
  })

  it('draws in the order it is told', () => {
    expect(new PuppetRig(rig).meshes.map((m) => m.rig.id)).toEqual(['turned', 'flat'])
  })
})
