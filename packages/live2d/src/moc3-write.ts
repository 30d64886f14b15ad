// A model in, the bytes of its .moc3 out, in the oldest format that holds it: 1 is read by every Cubism Core, 2 from Cubism 3.3 on.
import { Moc3Columns } from './moc3-columns'
import { DEFORMER_KIND, ID_BYTES, MESH_FLAGS, OLDEST_FORMAT, POSITIONS_ALIGN, QUADS_FORMAT } from './moc3-layout'
import type { Moc3Binding, Moc3Deformer, Moc3Mesh, Moc3Model } from './moc3-model'

/** The Core mixes at most this many keyforms' worth of parameters for one object. */
const MOST_BINDINGS = 4
/** Decimals an editor shows of a parameter. */
const DECIMALS = 3
const PART_DRAW_ORDER = 500
const ON = 1
const NONE = -1

/** Throws an Error that names the object when the model is not one: the caller is a program, not a person. */
export function writeMoc3(model: Moc3Model): Uint8Array {
  return new Moc3Writer(model).bytes()
}

const indexById = (objects: readonly { readonly id: string }[]): ReadonlyMap<string, number> => {
  const at = new Map(objects.map(({ id }, i) => [id, i]))
  if (at.size !== objects.length) throw new Error('Two objects of one kind have the same id.')
  const long = objects.find(({ id }) => id === '' || new TextEncoder().encode(id).length >= ID_BYTES)
  if (long) throw new Error(`The id ${long.id} does not have 1 to ${ID_BYTES - 1} bytes.`)
  return at
}

class Moc3Writer {
  readonly #model: Moc3Model
  readonly #quads: boolean
  readonly #columns: Moc3Columns
  readonly #parts: ReadonlyMap<string, number>
  readonly #deformers: ReadonlyMap<string, number>
  readonly #meshes: ReadonlyMap<string, number>
  /** Equal lists of bindings share a band, equal key lists of a parameter a binding. */
  readonly #bands = new Map<string, number>()
  readonly #bindings = new Map<string, number>()

  constructor(model: Moc3Model) {
    this.#model = model
    this.#quads = model.deformers.some((d) => d.kind === 'warp' && d.cells === 'quads')
    this.#columns = new Moc3Columns(this.#quads ? QUADS_FORMAT : OLDEST_FORMAT)
    this.#parts = indexById(model.parts)
    this.#deformers = indexById(model.deformers)
    this.#meshes = indexById(model.meshes)
  }

  bytes(): Uint8Array {
    const { parameters, parts, deformers, meshes, canvas } = this.#model
    indexById(parameters)
    this.#writeParameters()
    this.#band([])
    for (const part of parts) {
      this.#columns.id('parts', part.id)
      const formBegin = this.#columns.push('partForms.drawOrder', PART_DRAW_ORDER)
      const parent = this.#found(this.#parts, part.parent, part.id)
      this.#columns.row('parts', { band: this.#band([]), formBegin, formCount: 1, visible: ON, enabled: ON, parent })
    }
    for (const [i, deformer] of deformers.entries()) this.#writeDeformer(deformer, i)
    for (const [i, mesh] of meshes.entries()) this.#writeMesh(mesh, i)
    if (this.#columns.length('masks.mesh') === 0) this.#columns.push('masks.mesh', NONE)
    this.#writeGroup()
    return this.#columns.bytes(canvas)
  }

  /** A parameter owns a run of bindings, so all key lists are gathered before any object is written. */
  #writeParameters(): void {
    const { parameters, deformers, meshes } = this.#model
    const known = new Set(parameters.map(({ id }) => id))
    const lists = new Map<string, Map<string, Moc3Binding>>()
    for (const { id, bindings } of [...deformers, ...meshes])
      for (const binding of bindings) {
        if (!known.has(binding.parameter)) throw new Error(`${id} is bound to ${binding.parameter}, which there is not.`)
        const own = lists.get(binding.parameter) ?? new Map<string, Moc3Binding>()
        lists.set(binding.parameter, own.set(bindingKey(binding), binding))
      }
    for (const { id, min, max, default: rest } of parameters) {
      this.#columns.id('parameters', id)
      const bindingBegin = this.#columns.length('bindings.keyBegin')
      for (const [key, { keys }] of lists.get(id) ?? []) {
        const keyBegin = this.#columns.push('keys.value', ...keys)
        this.#bindings.set(key, this.#columns.row('bindings', { keyBegin, keyCount: keys.length }))
      }
      const bindingCount = lists.get(id)?.size ?? 0
      this.#columns.row('parameters', { max, min, default: rest, repeat: 0, decimals: DECIMALS, bindingBegin, bindingCount })
    }
  }

  #band(bindings: readonly Moc3Binding[]): number {
    const key = bindings.map(bindingKey).join('|')
    const known = this.#bands.get(key)
    if (known !== undefined) return known
    if (bindings.length > MOST_BINDINGS) throw new Error(`An object is bound to ${bindings.length} parameters.`)
    const at = bindings.map((binding) => this.#bindings.get(bindingKey(binding)) ?? NONE)
    const begin = this.#columns.push('bandBindings.binding', ...at)
    const band = this.#columns.row('bands', { begin: at.length === 0 ? 0 : begin, count: at.length })
    this.#bands.set(key, band)
    return band
  }

  #writeDeformer(deformer: Moc3Deformer, index: number): void {
    const { id, kind, bindings, keyforms } = deformer
    const band = this.#band(bindings)
    this.#checkForms(deformer)
    const parent = this.#found(this.#deformers, deformer.parent, id)
    if (parent >= index) throw new Error(`${id} stands before its parent.`)
    const part = this.#found(this.#parts, deformer.part, id)
    const formCount = keyforms.length
    let at: number
    if (kind === 'warp') {
      const { rows, columns } = deformer
      const quads = this.#quads ? { quads: deformer.cells === 'quads' ? 1 : 0 } : {}
      const pointCount = (rows + 1) * (columns + 1)
      const formBegin = this.#columns.length('warpForms.opacity')
      for (const { positions, opacity } of deformer.keyforms)
        this.#columns.row('warpForms', { opacity, positionBegin: this.#positions(id, positions, pointCount) })
      at = this.#columns.row('warps', { band, formBegin, formCount, pointCount, rows, columns, ...quads })
    } else {
      const formBegin = this.#columns.length('rotationForms.opacity')
      for (const { opacity, degrees, x, y, scale } of deformer.keyforms)
        this.#columns.row('rotationForms', { opacity, degrees, x, y, scale, flipX: 0, flipY: 0 })
      at = this.#columns.row('rotations', { band, formBegin, formCount, baseDegrees: 0 })
    }
    this.#columns.id('deformers', id)
    this.#columns.row('deformers', { band, visible: ON, enabled: ON, part, parent, kind: DEFORMER_KIND[kind], index: at })
  }

  #writeMesh(mesh: Moc3Mesh, index: number): void {
    const { id, bindings, keyforms, uvs, indices, texture } = mesh
    const band = this.#band(bindings)
    this.#checkForms(mesh)
    const pointCount = uvs.length / 2
    if (indices.length % 3 !== 0 || indices.some((i) => i >= pointCount))
      throw new Error(`${id} has a triangle without a vertex.`)
    const formBegin = this.#columns.length('meshForms.opacity')
    for (const { positions, opacity, drawOrder } of keyforms)
      this.#columns.row('meshForms', { opacity, drawOrder, positionBegin: this.#positions(id, positions, pointCount) })
    const masks = mesh.masks.map((mask) => this.#found(this.#meshes, mask, id))
    if (masks.includes(index)) throw new Error(`${id} masks itself.`)
    const maskBegin = this.#columns.push('masks.mesh', ...masks)
    const blend = mesh.blend === 'normal' ? 0 : MESH_FLAGS[mesh.blend]
    const flags = blend | (mesh.doubleSided ? MESH_FLAGS.doubleSided : 0) | (mesh.invertMasks ? MESH_FLAGS.invertMasks : 0)
    this.#columns.id('meshes', id)
    this.#columns.row('meshes', {
      ...{ band, formBegin, formCount: keyforms.length, visible: ON, enabled: ON },
      ...{ part: this.#found(this.#parts, mesh.part, id), parent: this.#found(this.#deformers, mesh.parent, id) },
      ...{ texture, flags, pointCount, uvBegin: this.#columns.push('uvs.value', ...uvs) },
      ...{ indexBegin: this.#columns.push('indices.value', ...indices), indexCount: indices.length },
      ...{ maskBegin: masks.length === 0 ? 0 : maskBegin, maskCount: masks.length },
    })
  }

  /** All meshes are sorted among each other: parts order nothing. */
  #writeGroup(): void {
    const { meshes } = this.#model
    const orders = meshes.flatMap((m) => m.keyforms.map((k) => k.drawOrder))
    const [minOrder, maxOrder] = [Math.min(PART_DRAW_ORDER, ...orders), Math.max(PART_DRAW_ORDER, ...orders)]
    this.#columns.row('groups', { begin: 0, count: meshes.length, total: meshes.length, maxOrder, minOrder })
    for (const index of meshes.keys()) this.#columns.row('groupObjects', { kind: 0, index, group: NONE })
  }

  #positions(id: string, positions: readonly number[], pointCount: number): number {
    if (positions.length !== pointCount * 2)
      throw new Error(`A keyform of ${id} has ${positions.length / 2} points of ${pointCount}.`)
    if (!positions.every(Number.isFinite)) throw new Error(`A keyform of ${id} has a point nowhere.`)
    const padding = new Array<number>((POSITIONS_ALIGN - (positions.length % POSITIONS_ALIGN)) % POSITIONS_ALIGN).fill(0)
    const at = this.#columns.push('positions.value', ...positions)
    this.#columns.push('positions.value', ...padding)
    return at
  }

  #checkForms({ id, bindings, keyforms }: Moc3Deformer | Moc3Mesh): void {
    const count = bindings.reduce((product, { keys }) => product * keys.length, 1)
    if (keyforms.length !== count) throw new Error(`${id} needs ${count} keyforms and has ${keyforms.length}.`)
  }

  #found(at: ReadonlyMap<string, number>, id: string | null, by: string): number {
    if (id === null) return NONE
    const index = at.get(id)
    if (index === undefined) throw new Error(`${by} refers to ${id}, which there is not.`)
    return index
  }
}

const bindingKey = ({ parameter, keys }: Moc3Binding): string => `${parameter}:${keys.join(',')}`
