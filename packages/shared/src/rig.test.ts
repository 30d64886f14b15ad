// The rig's schema: what is accepted, and that mistakes between its parts are named.
import { describe, expect, it } from 'vitest'
import { Rig } from './rig'

const square = [0, 0, 1, 0, 0, 1, 1, 1]

const small = () => ({
  version: 1,
  name: 'Square',
  licence: 'MIT',
  canvas: { width: 100, height: 100 },
  framings: { full: { x: 0, y: 0, width: 100, height: 100 }, bust: { x: 0, y: 0, width: 100, height: 50 } },
  textures: [{ file: 'square.webp', width: 64, height: 64 }],
  parameters: [{ id: 'ParamAngleX', min: -30, max: 30, default: 0 }],
  parts: [{ id: 'PartAll' }],
  deformers: [
    {
      kind: 'warp',
      id: 'body',
      part: 'PartAll',
      parent: null,
      bindings: [{ parameter: 'ParamAngleX', keys: [-30, 30] }],
      columns: 1,
      rows: 1,
      positions: [square, square],
    },
  ],
  meshes: [
    {
      id: 'face',
      part: 'PartAll',
      parent: 'body',
      bindings: [],
      texture: 0,
      drawOrder: 500,
      uvs: square,
      indices: [0, 1, 2, 1, 3, 2],
      positions: [square],
      opacities: [1],
      masks: [] as string[],
      maskOnly: false,
    },
  ],
  pendulums: [],
  rhythms: [],
})

const mistakesOf = (change: (rig: ReturnType<typeof small>) => void): string => {
  const rig = small()
  change(rig)
  return (Rig.safeParse(rig).error?.issues ?? []).map((issue) => issue.message).join(' ')
}

describe('a rig', () => {
  it('is accepted when its parts fit together', () => {
    expect(Rig.parse(small()).meshes).toHaveLength(1)
  })

  it('needs parents to stand before their children', () => {
    expect(mistakesOf((rig) => Object.assign(rig.meshes[0]!, { parent: 'head' }))).toContain('face hangs on head')
  })

  it('needs as many keyforms as its keys make', () => {
    expect(mistakesOf((rig) => rig.deformers[0]!.positions.pop())).toContain('body needs 2 keyforms and has 1')
    expect(mistakesOf((rig) => rig.meshes[0]!.opacities.push(1))).toContain('one opacity for each keyform')
  })

  it('needs every keyform to have all its points', () => {
    expect(mistakesOf((rig) => Object.assign(rig.meshes[0]!, { positions: [[0, 0]] }))).toContain('A keyform of face')
  })

  it('binds only parameters it has, within their range', () => {
    expect(mistakesOf((rig) => Object.assign(rig.deformers[0]!.bindings[0]!, { parameter: 'ParamTail' }))).toContain('ParamTail')
    expect(mistakesOf((rig) => Object.assign(rig.deformers[0]!.bindings[0]!, { keys: [-40, 30] }))).toContain(
      'a key outside of ParamAngleX',
    )
    expect(mistakesOf((rig) => Object.assign(rig.deformers[0]!.bindings[0]!, { keys: [30, -30] }))).toContain('Keys must ascend')
  })

  it('masks only by meshes it has', () => {
    expect(mistakesOf((rig) => rig.meshes[0]!.masks.push('lid'))).toContain('masked by lid')
  })

  it('keeps ids within the 63 bytes a .moc3 has for them', () => {
    expect(mistakesOf((rig) => Object.assign(rig.parts[0]!, { id: 'P'.repeat(64) }))).toContain('63 at most')
  })

  it('names files of its own folder only', () => {
    expect(mistakesOf((rig) => Object.assign(rig.textures[0]!, { file: '../secret' }))).toContain('in the folder of the model')
  })
})
