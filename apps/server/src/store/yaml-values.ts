// A YAML text and values for one of its groups flow in, the same text with those values flows out: comments, order and everything else stay.
import { isDeepStrictEqual } from 'node:util'
import { Problem } from '@psiona/shared'
import { type Document, isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml'

const STEP = '  '
/** Any other text could be read as a number, a truth or the like. */
const PLAIN_WORD = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z-]*$/

/** The same for what stands before a colon, where capitals and digits are common. */
const PLAIN_KEY = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w-]*$/i

type Entry = readonly [name: string, value: unknown]
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const tooUnusual = (path: readonly string[]) =>
  new Problem(
    'values-not-written',
    'input',
    `What stands under ${path.join(': ')}: in this file is written in a way that cannot be changed here. Put each value in a line of its own, or write them yourself.`,
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const inside = (value: unknown, path: readonly string[]): Record<string, unknown> =>
  path.reduce<Record<string, unknown>>((group, name) => (isRecord(group[name]) ? group[name] : {}), isRecord(value) ? value : {})
const withInside = (value: unknown, [name, ...rest]: readonly string[], change: Record<string, unknown>): unknown => {
  const group = isRecord(value) ? value : {}
  return name === undefined ? { ...group, ...change } : { ...group, [name]: withInside(group[name], rest, change) }
}

/** The group at `path` as it stands in the text; empty when it is not there. */
export const groupAt = (yaml: string, path: readonly string[]): Readonly<Record<string, unknown>> =>
  inside(parseDocument(yaml).toJS(), path)

/** Groups that are missing on the way are added. The text must be valid. @throws Problem 'values-not-written'; the file is written in a way
 *  that would have to change as well */
export function withValues(yaml: string, path: readonly string[], values: Readonly<Record<string, unknown>>): string {
  const changed = Object.entries(values)
  if (changed.length === 0) return yaml
  const document = parseDocument(yaml)
  const text = applied(yaml, editsOf(yaml, document, path, changed))
  const result = parseDocument(text)
  if (result.errors.length > 0 || !isDeepStrictEqual(result.toJS(), withInside(document.toJS(), path, values)))
    throw tooUnusual(path)
  return text
}

function editsOf(yaml: string, document: Document, path: readonly string[], changed: readonly Entry[]): Edit[] {
  let group: unknown = document.contents
  for (const [depth, name] of path.entries()) {
    if (!isMap(group)) throw tooUnusual(path)
    const next: unknown = group.get(name, true)
    if (!isMap(next)) {
      const missing = path
        .slice(depth + 1)
        .reduceRight<unknown>((inner, deeper) => ({ [deeper]: inner }), Object.fromEntries(changed))
      return put(yaml, group, [[name, missing]], path)
    }
    group = next
  }
  if (!isMap(group)) throw tooUnusual(path)
  return put(yaml, group, changed, path)
}

/** From the end, so that no edit moves the place of another. */
const applied = (yaml: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: added }) => text.slice(0, from) + added + text.slice(to), yaml)

/** What is there gets its new value, what is not is added: behind the last line of a block, at the beginning of braces. */
function put(yaml: string, map: YAMLMap, entries: readonly Entry[], path: readonly string[]): Edit[] {
  const edits: Edit[] = []
  const added: Entry[] = []
  for (const [name, value] of entries) {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === name)
    if (!pair) added.push([name, value])
    else {
      const span = spanOf(yaml, pair.value)
      if (!span) throw tooUnusual(path)
      edits.push({ ...span, text: flow(value) })
    }
  }
  if (added.length === 0) return edits
  if (map.flow) {
    const from = (map.range?.[0] ?? -1) + 1
    const text = added.map(([name, value]) => ` ${plainKey(name)}: ${flow(value)}`).join(',')
    return [...edits, { from, to: from, text: map.items.length > 0 ? `${text},` : `${text} ` }]
  }
  const last = map.items.at(-1)
  const key = isNode(last?.key) ? last.key.range : null
  if (!last || !key) throw tooUnusual(path)
  const indent = yaml.slice(yaml.lastIndexOf('\n', key[0]) + 1, key[0])
  const lineEnd = yaml.indexOf('\n', spanOf(yaml, last.value)?.to ?? key[1])
  // A line that ends in CR and LF ends before both.
  const end = lineEnd < 0 ? yaml.length : yaml[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  const newLine = yaml[end] === '\r' ? '\r\n' : '\n'
  const text = added.flatMap(([name, value]) => block(name, value, indent)).map((line) => newLine + line)
  return [...edits, { from: end, to: end, text: text.join('') }]
}

/** A block's own end includes the empty lines behind it. */
function spanOf(yaml: string, node: unknown): { from: number; to: number } | null {
  if (!isNode(node) || !node.range) return null
  const [from, to] = node.range
  return { from, to: from + yaml.slice(from, to).trimEnd().length }
}

function block(name: string, value: unknown, indent: string): string[] {
  if (!isRecord(value)) return [`${indent}${plainKey(name)}: ${flow(value)}`]
  return [
    `${indent}${plainKey(name)}:`,
    ...Object.entries(value).flatMap(([inner, deeper]) => block(inner, deeper, indent + STEP)),
  ]
}

const plainKey = (name: string): string => (PLAIN_KEY.test(name) ? name : JSON.stringify(name))

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'string' && !PLAIN_WORD.test(value)) return JSON.stringify(value)
  if (!isRecord(value)) return String(value)
  const entries = Object.entries(value).map(([name, inner]) => `${plainKey(name)}: ${flow(inner)}`)
  return `{ ${entries.join(', ')} }`
}
