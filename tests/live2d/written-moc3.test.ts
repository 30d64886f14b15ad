// What Tori does not need of the format: nested deformers, blend modes, inverted masks, parts in parts. The real Core must take it too.
import type { Moc3Model } from '@psiona/live2d/moc3-model'
import { readMoc3 } from '@psiona/live2d/moc3-read'
import { writeMoc3 } from '@psiona/live2d/moc3-write'
import { describe, expect, it } from 'vitest'
import { testCore } from '../test-core'
import { CONSTANT, type CubismCoreModel, DYNAMIC, loadMoc } from './cubism-core'

const SQUARE = [0, 0, 1, 0, 0, 1, 1, 1]
const common = {
  part: 'Inner',
  texture: 0,
  doubleSided: true,
  masks: [],
  invertMasks: false,
  uvs: SQUARE,
  indices: [0, 1, 2, 1, 3, 2],
} as const
const form = { opacity: 1, drawOrder: 500 }
/** In the 0..1 of a warp, in its middle. */
const INSIDE = SQUARE.map((v) => 0.25 + v / 2)

const modelWith = (cells: 'triangles' | 'quads'): Moc3Model => ({
  canvas: { pixelsPerUnit: 100, originX: 50, originY: 50, width: 100, height: 100 },
  parameters: [
    { id: 'Turn', min: -1, max: 1, default: 0 },
    { id: 'Bend', min: 0, max: 1, default: 0 },
    { id: 'Fade', min: 0, max: 1, default: 1 },
  ],
  parts: [
    { id: 'Outer', parent: null },
    { id: 'Inner', parent: 'Outer' },
  ],
  deformers: [
    {
      kind: 'warp',
      id: 'Field',
      part: 'Outer',
      parent: null,
      bindings: [{ parameter: 'Bend', keys: [0, 1] }],
      columns: 1,
      rows: 1,
      cells,
      // One corner moves out by 1: a bent cell.
      keyforms: [0, 1].map((bent) => ({ positions: SQUARE.map((v, i) => v - 0.5 + (i >= 6 ? bent : 0)), opacity: 1 })),
    },
    {
      kind: 'rotation',
      id: 'Hinge',
      part: 'Outer',
      parent: 'Field',
      bindings: [{ parameter: 'Turn', keys: [-1, 0, 1] }],
      keyforms: [-90, 0, 90].map((degrees) => ({ x: 0.5, y: 0.5, degrees, scale: 1, opacity: 1 })),
    },
    {
      kind: 'rotation',
      id: 'Elbow',
      part: 'Inner',
      parent: 'Hinge',
      bindings: [],
      keyforms: [{ x: 0.1, y: 0, degrees: 0, scale: 2, opacity: 0.5 }],
    },
  ],
  meshes: [
    {
      ...common,
      ...{ id: 'Plain', parent: 'Elbow', blend: 'normal', bindings: [] },
      keyforms: [{ positions: SQUARE.map((v) => v / 10), ...form }],
    },
    { ...common, id: 'Glow', parent: 'Field', blend: 'add', bindings: [], keyforms: [{ positions: INSIDE, ...form }] },
    {
      ...common,
      ...{ id: 'Shade', parent: null, blend: 'multiply', doubleSided: false, masks: ['Plain', 'Glow'], invertMasks: true },
      bindings: [
        { parameter: 'Fade', keys: [0, 1] },
        { parameter: 'Bend', keys: [0, 1] },
      ],
      keyforms: [0, 1, 2, 3].map((i) => ({ positions: SQUARE.map((v) => v + i), opacity: i % 2, drawOrder: 400 + 100 * i })),
    },
  ],
})

const poseOf = (model: CubismCoreModel, values: Readonly<Record<string, number>>): void => {
  for (const [i, id] of model.parameters.ids.entries())
    model.parameters.values[i] = values[id] ?? model.parameters.defaultValues[i]!
  model.drawables.resetDynamicFlags()
  model.update()
}
const pointsOf = (model: CubismCoreModel, id: string): number[] =>
  [...model.drawables.vertexPositions[model.drawables.ids.indexOf(id)]!].map((v) => Math.round(v * 1e4) / 1e4 + 0)

describe('a written moc3', () => {
  it('is of the oldest format that holds it', () => {
    expect(readMoc3(writeMoc3(modelWith('triangles'))).format).toBe(1)
    expect(readMoc3(writeMoc3(modelWith('quads'))).format).toBe(2)
  })

  it('is read back', () => {
    const facts = readMoc3(writeMoc3(modelWith('quads')))
    expect(facts.parts).toEqual([{ id: 'Outer' }, { id: 'Inner' }])
    expect(facts.parameters).toEqual(modelWith('quads').parameters)
    expect(facts.drawables.map((d) => [d.id, d.blend, d.maskCount])).toEqual([
      ['Plain', 'normal', 0],
      ['Glow', 'add', 0],
      ['Shade', 'multiply', 2],
    ])
  })
})

describe.skipIf(testCore === null)(
  `in the Cubism Core${testCore === null ? ' (missing: the copy that npm test fetches)' : ''}`,
  () => {
    const load = (cells: 'triangles' | 'quads'): CubismCoreModel => loadMoc(testCore ?? '', writeMoc3(modelWith(cells))).model

    it('has its flags and masks', () => {
      const { drawables } = load('quads')
      expect([...drawables.constantFlags]).toEqual([
        CONSTANT.doubleSided,
        CONSTANT.add | CONSTANT.doubleSided,
        CONSTANT.multiply | CONSTANT.invertedMask,
      ])
      expect(drawables.masks.map((m) => [...m])).toEqual([[], [], [0, 1]])
    })

    it('turns what hangs in a bent grid, scaled and clockwise', () => {
      const model = load('quads')
      poseOf(model, {})
      // y is up in the Core: the square lies below and right of its hinge.
      expect(pointsOf(model, 'Plain')).toEqual([0.1, 0, 0.3, 0, 0.1, -0.2, 0.3, -0.2])
      poseOf(model, { Turn: 1 })
      expect(pointsOf(model, 'Plain')).toEqual([0, -0.1, 0, -0.3, -0.2, -0.1, -0.2, -0.3])
      expect(model.drawables.opacities[0]).toBeCloseTo(0.5)
    })

    it('bends a cell as quads or as triangles', () => {
      const [quads, triangles] = [load('quads'), load('triangles')]
      for (const model of [quads, triangles]) poseOf(model, { Bend: 1 })
      // The first corner, a quarter into the cell: a share of the moved corner in one, none in the other.
      expect(pointsOf(quads, 'Glow')[0]).toBeCloseTo(-0.25 + 1 / 16)
      expect(pointsOf(triangles, 'Glow')[0]).toBeCloseTo(-0.25)
    })

    it('mixes opacity and draw order of keyforms, the first binding fastest', () => {
      const model = load('quads')
      poseOf(model, { Fade: 1, Bend: 0 })
      const order = [...model.drawables.renderOrders]
      expect(model.drawables.opacities[2]).toBe(1)
      expect(pointsOf(model, 'Shade').slice(0, 2)).toEqual([1, -1])
      poseOf(model, { Fade: 0, Bend: 0 })
      expect(model.drawables.opacities[2]).toBe(0)
      expect((model.drawables.dynamicFlags[2]! & DYNAMIC.visible) === 0).toBe(true)
      expect([...model.drawables.renderOrders]).toEqual([1, 2, 0])
      poseOf(model, { Fade: 0, Bend: 1 })
      expect([...model.drawables.renderOrders]).toEqual([0, 1, 2])
      expect(order).toEqual([0, 1, 2])
    })
  },
)
