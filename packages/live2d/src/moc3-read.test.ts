// A .moc3 from anybody: what is sound is read, what is not is called by name, and nothing else ever happens.
import { describe, expect, it } from 'vitest'
import { COUNTS, HEADER_BYTES, OFFSETS_AT } from './moc3-layout'
import type { Moc3Model } from './moc3-model'
import { Moc3Mistake, type Moc3MistakeCode, readMoc3 } from './moc3-read'
import { writeMoc3 } from './moc3-write'

const SQUARE = [0, 0, 1, 0, 0, 1, 1, 1]
const model: Moc3Model = {
  canvas: { pixelsPerUnit: 1000, originX: 500, originY: 600, width: 1000, height: 1200 },
  parameters: [
    { id: 'ParamAngleX', min: -30, max: 30, default: 0 },
    { id: '口の開き', min: 0, max: 1, default: 0.25 },
  ],
  parts: [{ id: 'Part', parent: null }],
  deformers: [
    {
      ...{ kind: 'warp', id: 'Warp', part: 'Part', parent: null, columns: 1, rows: 1, cells: 'quads' },
      bindings: [{ parameter: 'ParamAngleX', keys: [-30, 30] }],
      keyforms: [-1, 1].map((by) => ({ positions: SQUARE.map((v) => v + by), opacity: 1 })),
    },
  ],
  meshes: ['A', 'B', 'C'].map((id, i) => ({
    ...{
      id,
      part: 'Part',
      parent: 'Warp',
      bindings: [],
      texture: i,
      blend: 'normal',
      doubleSided: true,
      masks: [],
      invertMasks: false,
    },
    ...{ uvs: SQUARE, indices: [0, 1, 2], keyforms: [{ positions: SQUARE, opacity: 1, drawOrder: 500 }] },
  })),
}
const sound = writeMoc3(model)

const changed = (change: (view: DataView, bytes: Uint8Array) => void): Uint8Array => {
  const bytes = Uint8Array.from(sound)
  change(new DataView(bytes.buffer), bytes)
  return bytes
}
const mistakeIn = (bytes: Uint8Array): Moc3MistakeCode | null => {
  try {
    readMoc3(bytes)
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(Moc3Mistake)
    return error instanceof Moc3Mistake ? error.code : null
  }
}

describe('a sound moc3', () => {
  it('tells its canvas, parameters, parts, meshes and textures', () => {
    const facts = readMoc3(sound)
    expect(facts).toMatchObject({ format: 2, canvas: model.canvas, parameters: model.parameters, parts: [{ id: 'Part' }] })
    expect(facts.drawables.map(({ id, texture, pointCount }) => [id, texture, pointCount])).toEqual([
      ['A', 0, 4],
      ['B', 1, 4],
      ['C', 2, 4],
    ])
    expect(facts.textureCount).toBe(3)
  })

  it('may lie anywhere in a larger piece of memory', () => {
    const room = new Uint8Array(sound.length + 100)
    room.set(sound, 33)
    expect(readMoc3(room.subarray(33, 33 + sound.length)).parameters).toEqual(model.parameters)
  })
})

describe('an unsound one', () => {
  it.each<[string, Moc3MistakeCode | null, Uint8Array]>([
    ['is empty', 'not-moc3', new Uint8Array()],
    ['is of Cubism 2', 'not-moc3', new TextEncoder().encode('moc\u000b and so on')],
    ['is a picture', 'not-moc3', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['ends after its name', 'truncated', sound.subarray(0, 5)],
    ['ends in its header', 'truncated', sound.subarray(0, 500)],
    ['ends in its body', 'truncated', sound.subarray(0, sound.length - 128)],
    ['is for other processors', 'big-endian', changed((_, bytes) => bytes.fill(1, 5, 6))],
    ['has no format', 'damaged', changed((_, bytes) => bytes.fill(0, 4, 5))],
    [
      'counts below nothing',
      'damaged',
      changed((view) => view.setInt32(HEADER_BYTES + 4 * COUNTS.indexOf('parameters'), -1, true)),
    ],
    [
      'counts beyond reason',
      'damaged',
      changed((view) => view.setInt32(HEADER_BYTES + 4 * COUNTS.indexOf('meshes'), 2 ** 30, true)),
    ],
    [
      'has more points than bytes',
      'truncated',
      changed((view) => view.setInt32(HEADER_BYTES + 4 * COUNTS.indexOf('positions'), 2 ** 30, true)),
    ],
    ['points into its header', 'damaged', changed((view) => view.setUint32(OFFSETS_AT + 4 * 3, 8, true))],
    ['points beyond its end', 'truncated', changed((view) => view.setUint32(OFFSETS_AT + 4 * 3, 0xffff_fff0, true))],
  ])('that %s is called %s', (_, code, bytes) => {
    expect(mistakeIn(bytes)).toBe(code)
  })

  it('of a format to come tells that format and nothing else', () => {
    expect(readMoc3(changed((_, bytes) => bytes.fill(7, 4, 5)))).toMatchObject({ format: 7, parameters: [], drawables: [] })
  })

  it('whatever its bytes are, is a mistake or is read', () => {
    let state = 12_345
    const chance = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    let read = 0
    for (let round = 0; round < 6000; round++) {
      const bytes = Uint8Array.from(sound)
      // Most flips in the part that says where things are: the rest is numbers.
      for (let flips = 1 + chance(6); flips > 0; flips--)
        bytes[chance(3) > 0 ? 4 + chance(HEADER_BYTES + 200) : chance(bytes.length)] = chance(256)
      const cut = chance(4) === 0 ? bytes.subarray(0, chance(bytes.length + 1)) : bytes
      if (mistakeIn(cut) === null) read++
    }
    expect(read).toBeGreaterThan(100)
  })
})

describe('the writer', () => {
  const [mesh] = model.meshes
  it.each<[string, Moc3Model, RegExp]>([
    [
      'a keyform is missing',
      { ...model, deformers: [{ ...model.deformers[0]!, bindings: [] }] },
      /Warp needs 1 keyforms and has 2/,
    ],
    ['a mask is not there', { ...model, meshes: [{ ...mesh!, masks: ['Z'] }] }, /A refers to Z/],
    ['a triangle has no vertex', { ...model, meshes: [{ ...mesh!, indices: [0, 1, 9] }] }, /A has a triangle without a vertex/],
    ['an id is too long', { ...model, parts: [{ id: '長'.repeat(30), parent: null }] }, /does not have 1 to 63 bytes/],
    ['a parameter is not there', { ...model, parameters: [] }, /Warp is bound to ParamAngleX/],
    [
      'a point is nowhere',
      { ...model, meshes: [{ ...mesh!, keyforms: [{ positions: SQUARE.map(() => Number.NaN), opacity: 1, drawOrder: 1 }] }] },
      /a point nowhere/,
    ],
  ])('says so when %s', (_, wrong, sentence) => {
    expect(() => writeMoc3(wrong)).toThrow(sentence)
  })
})
