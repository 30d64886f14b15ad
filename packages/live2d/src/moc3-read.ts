// The bytes of a .moc3 in, what a mapping needs to know of it out: parameters, parts, drawables. The file may come from anybody: every
// count and offset is held against the size of the file before anything is read or made.
import {
  BIG_ENDIAN_FLAG_AT,
  CANVAS_BYTES,
  COUNTS,
  COUNTS_BYTES,
  type CountName,
  ELEMENT_BYTES,
  FIRST_SECTION,
  FORMAT_AT,
  HEADER_BYTES,
  ID_BYTES,
  MESH_FLAGS,
  MOC3_MAGIC,
  MOC3_NEWEST_FORMAT,
  OFFSETS_AT,
  OLDEST_FORMAT,
  type Section,
  sectionsOf,
} from './moc3-layout'
import type { Moc3Blend, Moc3Canvas, Moc3Parameter } from './moc3-model'

export type Moc3MistakeCode = 'not-moc3' | 'truncated' | 'damaged' | 'big-endian'

export class Moc3Mistake extends Error {
  readonly code: Moc3MistakeCode
  constructor(code: Moc3MistakeCode, message: string) {
    super(message)
    this.name = 'Moc3Mistake'
    this.code = code
  }
}

export interface Moc3Drawable {
  readonly id: string
  readonly texture: number
  readonly blend: Moc3Blend
  /** How many meshes mask it. */
  readonly maskCount: number
  readonly pointCount: number
}

export interface Moc3Facts {
  /** See MOC3_NEWEST_FORMAT; of a newer one nothing else is known, and all lists are empty. */
  readonly format: number
  readonly canvas: Moc3Canvas
  readonly parameters: readonly Moc3Parameter[]
  readonly parts: readonly { readonly id: string }[]
  readonly drawables: readonly Moc3Drawable[]
  /** One more than the highest texture that a drawable uses. */
  readonly textureCount: number
}

/** More than any artist makes; a file with more is not a model. */
const MOST_OBJECTS = 65_536
/** Textures are numbered by the model3.json; WebGL and people stop far below. */
const MOST_TEXTURES = 1024
const NO_CANVAS: Moc3Canvas = { pixelsPerUnit: 0, originX: 0, originY: 0, width: 0, height: 0 }

export function readMoc3(bytes: Uint8Array): Moc3Facts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!MOC3_MAGIC.every((byte, i) => bytes[i] === byte))
    throw new Moc3Mistake('not-moc3', 'This is not a .moc3 file. Export the model again, or look for the right file.')
  if (bytes.length <= BIG_ENDIAN_FLAG_AT) throw truncated()
  const format = view.getUint8(FORMAT_AT)
  if (format === 0) throw damaged('its format is 0')
  if (format > MOC3_NEWEST_FORMAT) return { format, canvas: NO_CANVAS, parameters: [], parts: [], drawables: [], textureCount: 0 }
  if (view.getUint8(BIG_ENDIAN_FLAG_AT) !== 0)
    throw new Moc3Mistake('big-endian', 'This .moc3 is written for another kind of processor. Export it for PC or web.')
  return new Moc3Reader(view, format).facts()
}

const truncated = (): Moc3Mistake => new Moc3Mistake('truncated', 'This .moc3 ends too early. Copy or download it again, whole.')
const damaged = (why: string): Moc3Mistake =>
  new Moc3Mistake('damaged', `This .moc3 is damaged: ${why}. Copy, download or export it again.`)

class Moc3Reader {
  readonly #view: DataView
  readonly #format: number
  readonly #sections: readonly Section[]
  readonly #counts: ReadonlyMap<CountName, number>

  constructor(view: DataView, format: number) {
    this.#view = view
    this.#format = format
    // Later formats add sections behind these, which nothing here needs.
    this.#sections = sectionsOf(OLDEST_FORMAT)
    if (view.byteLength < HEADER_BYTES) throw truncated()
    const at = this.#offset(0, COUNTS_BYTES)
    this.#counts = new Map(COUNTS.map((name, i) => [name, view.getInt32(at + 4 * i, true)]))
    for (const [name, count] of this.#counts) if (count < 0) throw damaged(`it says it has ${count} ${name}`)
    for (const name of ['parameters', 'parts', 'meshes'] as const)
      if (this.#count(name) > MOST_OBJECTS) throw damaged(`it says it has ${this.#count(name)} ${name}`)
  }

  facts(): Moc3Facts {
    // Sections that are not read must lie inside the file too, else the Core would refuse what was called sound here.
    for (const { name } of this.#sections) this.#start(name)
    const drawables = this.#drawables()
    return {
      format: this.#format,
      canvas: this.#canvas(),
      parameters: this.#parameters(),
      parts: this.#ids('parts').map((id) => ({ id })),
      drawables,
      textureCount: drawables.reduce((most, { texture }) => Math.max(most, texture + 1), 0),
    }
  }

  #count(name: CountName): number {
    return this.#counts.get(name) ?? 0
  }

  /** Where a section of that many bytes begins, when it lies inside the file. */
  #offset(section: number, bytes: number): number {
    const at = this.#view.getUint32(OFFSETS_AT + 4 * section, true)
    if (at < HEADER_BYTES) throw damaged(`section ${section} lies in its header`)
    if (at + bytes > this.#view.byteLength) throw truncated()
    return at
  }

  #start(name: string): number {
    const index = this.#sections.findIndex((s) => s.name === name)
    const section = this.#sections[index]
    if (!section) throw new Error(`A .moc3 has no section ${name}.`)
    return this.#offset(FIRST_SECTION + index, this.#count(section.count) * ELEMENT_BYTES[section.element])
  }

  #canvas(): Moc3Canvas {
    const at = this.#offset(1, CANVAS_BYTES)
    const [pixelsPerUnit = 0, originX = 0, originY = 0, width = 0, height = 0] = [0, 1, 2, 3, 4].map((i) =>
      this.#view.getFloat32(at + 4 * i, true),
    )
    const canvas = { pixelsPerUnit, originX, originY, width, height }
    if (!Object.values(canvas).every(Number.isFinite) || pixelsPerUnit <= 0) throw damaged('its canvas has no size')
    return canvas
  }

  #parameters(): Moc3Parameter[] {
    const [min, max, rest] = ['min', 'max', 'default'].map((column) => this.#start(`parameters.${column}`))
    return this.#ids('parameters').map((id, i) => {
      const at = (start = 0): number => this.#view.getFloat32(start + 4 * i, true)
      const parameter = { id, min: at(min), max: at(max), default: at(rest) }
      if (![parameter.min, parameter.max, parameter.default].every(Number.isFinite) || parameter.min > parameter.max)
        throw damaged('a parameter has no range')
      return parameter
    })
  }

  #drawables(): Moc3Drawable[] {
    const [texture = 0, flags = 0, masks = 0, points = 0] = ['texture', 'flags', 'maskCount', 'pointCount'].map((column) =>
      this.#start(`meshes.${column}`),
    )
    return this.#ids('meshes').map((id, i) => {
      const flag = this.#view.getUint8(flags + i)
      const drawable = {
        id,
        texture: this.#view.getInt32(texture + 4 * i, true),
        blend:
          flag & MESH_FLAGS.add ? ('add' as const) : flag & MESH_FLAGS.multiply ? ('multiply' as const) : ('normal' as const),
        maskCount: this.#view.getInt32(masks + 4 * i, true),
        pointCount: this.#view.getInt32(points + 4 * i, true),
      }
      if (drawable.texture < 0 || drawable.texture >= MOST_TEXTURES) throw damaged('a drawable has no texture')
      if (drawable.pointCount < 0 || drawable.maskCount < 0) throw damaged('a drawable has no points')
      return drawable
    })
  }

  #ids(table: 'parts' | 'parameters' | 'meshes'): string[] {
    const start = this.#start(`${table}.id`)
    const decoder = new TextDecoder()
    return Array.from({ length: this.#count(table) }, (_, i) => {
      const field = new Uint8Array(this.#view.buffer, this.#view.byteOffset + start + i * ID_BYTES, ID_BYTES)
      const end = field.indexOf(0)
      if (end <= 0) throw damaged('an id is empty or has no end')
      return decoder.decode(field.subarray(0, end))
    })
  }
}
