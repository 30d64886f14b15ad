// In: values by section name, in any order. Out: the bytes of a .moc3 around them.
import {
  ALIGN_BYTES,
  CANVAS_BYTES,
  COUNTS,
  COUNTS_BYTES,
  ELEMENT_BYTES,
  FIRST_SECTION,
  FORMAT_AT,
  HEADER_BYTES,
  ID_BYTES,
  MOC3_MAGIC,
  OFFSETS_AT,
  type Section,
  sectionsOf,
} from './moc3-layout'
import type { Moc3Canvas } from './moc3-model'

const upTo = (value: number, step: number): number => Math.ceil(value / step) * step

export class Moc3Columns {
  readonly #format: number
  readonly #sections: readonly Section[]
  readonly #numbers: ReadonlyMap<string, number[]>
  readonly #ids = new Map<string, string[]>()

  constructor(format: number) {
    this.#format = format
    this.#sections = sectionsOf(format)
    this.#numbers = new Map(this.#sections.map(({ name }) => [name, []]))
  }

  /** Appends and returns where the first of them lies. */
  push(section: string, ...values: readonly number[]): number {
    const column = this.#numbers.get(section)
    if (!column) throw new Error(`A .moc3 has no section ${section}.`)
    const at = column.length
    for (const value of values) column.push(value)
    return at
  }

  /** One row of a table: its columns by name. */
  row(table: string, values: Readonly<Record<string, number>>): number {
    let at = 0
    for (const [column, value] of Object.entries(values)) at = this.push(`${table}.${column}`, value)
    return at
  }

  id(table: string, id: string): void {
    const ids = this.#ids.get(table) ?? []
    ids.push(id)
    this.#ids.set(table, ids)
  }

  length(section: string): number {
    return this.#numbers.get(section)?.length ?? 0
  }

  bytes(canvas: Moc3Canvas): Uint8Array {
    const counts = COUNTS.map((count) => {
      const first = this.#sections.find((s) => s.count === count && s.element !== 'space' && s.element !== 'id')
      return first ? this.length(first.name) : 0
    })
    const countOf = (section: Section): number => counts[COUNTS.indexOf(section.count)] ?? 0
    const starts: number[] = [HEADER_BYTES, HEADER_BYTES + COUNTS_BYTES]
    let end = HEADER_BYTES + COUNTS_BYTES + CANVAS_BYTES
    for (const section of this.#sections) {
      const start = section.element === 'id' ? end : upTo(end, ALIGN_BYTES)
      starts.push(start)
      end = start + countOf(section) * ELEMENT_BYTES[section.element]
    }
    const bytes = new Uint8Array(upTo(end, ALIGN_BYTES))
    const view = new DataView(bytes.buffer)
    bytes.set(MOC3_MAGIC)
    view.setUint8(FORMAT_AT, this.#format)
    for (const [i, start] of starts.entries()) view.setUint32(OFFSETS_AT + 4 * i, start, true)
    for (const [i, count] of counts.entries()) view.setInt32(HEADER_BYTES + 4 * i, count, true)
    const { pixelsPerUnit, originX, originY, width, height } = canvas
    for (const [i, value] of [pixelsPerUnit, originX, originY, width, height].entries())
      view.setFloat32(HEADER_BYTES + COUNTS_BYTES + 4 * i, value, true)
    for (const [i, section] of this.#sections.entries())
      this.#fill(view, section, starts[FIRST_SECTION + i] ?? 0, countOf(section))
    return bytes
  }

  #fill(view: DataView, { name, element, count }: Section, start: number, rows: number): void {
    if (element === 'space') return
    if (element === 'id') {
      const encoder = new TextEncoder()
      for (const [i, id] of (this.#ids.get(count) ?? []).entries())
        encoder.encodeInto(id, new Uint8Array(view.buffer, start + i * ID_BYTES, ID_BYTES - 1))
      return
    }
    const column = this.#numbers.get(name) ?? []
    if (column.length !== rows) throw new Error(`${name} has ${column.length} values for ${rows} rows.`)
    for (const [i, value] of column.entries()) {
      const at = start + i * ELEMENT_BYTES[element]
      if (element === 'f32') view.setFloat32(at, value, true)
      else if (element === 'i16') view.setInt16(at, value, true)
      else if (element === 'u8') view.setUint8(at, value)
      else view.setInt32(at, value, true)
    }
  }
}
