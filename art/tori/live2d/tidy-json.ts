// A value in, JSON as the repository's formatter leaves it out: objects broken up, short lists in a line, long rows of numbers filled.

const LINE = 130

const list = (values: readonly unknown[], indent: string, room: number): string => {
  const inner = `${indent}  `
  if (values.some((v) => typeof v === 'object' && v !== null))
    return `[\n${values.map((v) => inner + tidy(v, inner, 0)).join(',\n')}\n${indent}]`
  const parts = values.map((v) => JSON.stringify(v))
  const line = `[${parts.join(', ')}]`
  if (line.length <= room) return line
  if (values.some((v) => typeof v !== 'number')) return `[\n${parts.map((p) => inner + p).join(',\n')}\n${indent}]`
  const lines: string[] = []
  let current = inner
  for (const [i, part] of parts.entries()) {
    const piece = i === parts.length - 1 ? part : `${part},`
    const extended = current === inner ? inner + piece : `${current} ${piece}`
    if (extended.length > LINE) {
      lines.push(current)
      current = inner + piece
    } else current = extended
  }
  return `[\n${[...lines, current].join('\n')}\n${indent}]`
}

/** `room`: what is left of the line. */
const tidy = (value: unknown, indent: string, room: number): string => {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : list(value, indent, room)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  if (entries.length === 0) return '{}'
  const inner = `${indent}  `
  const lines = entries.map(([key, v], i) => {
    const start = `${inner}${JSON.stringify(key)}: `
    const comma = i === entries.length - 1 ? '' : ','
    return start + tidy(v, inner, LINE - start.length - comma.length) + comma
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

export const tidyJson = (value: unknown): string => `${tidy(value, '', LINE)}\n`
