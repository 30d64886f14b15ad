// A character file's text and dials flow in, the same text with those dials flows out: comments, order and everything else stay as they were.
import { isDeepStrictEqual } from 'node:util'
import { Problem, VoiceDials } from '@psiona/shared'
import { type Document, isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml'
import { z } from 'zod'

const DEFAULTS = VoiceDials.parse({})
const STEP = '  '

/** As little of a character file as has to be known here. */
const WithDials = z.looseObject({ voice: z.looseObject({ dials: z.looseObject({}).optional() }).optional() })

type Entry = readonly [name: string, value: unknown]
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const tooUnusual = () =>
  new Problem(
    'dials-not-written',
    'input',
    'The dials stand in this file in a way that cannot be changed here. Put each in a line of its own under voice: dials:, or write them yourself.',
  )

/** A dial that is not in the file and stands where it would anyway is not written. The text must be a valid character file.
 *  @throws Problem 'dials-not-written'; the file is written in a way that would have to change as well */
export function withDials(yaml: string, dials: VoiceDials): string {
  const document = parseDocument(yaml)
  const whole = WithDials.parse(document.toJS())
  const written = whole.voice?.dials ?? {}
  const changed = Object.entries(dials).filter(
    ([name, value]) => !isDeepStrictEqual(value, name in written ? written[name] : DEFAULTS[name as keyof VoiceDials]),
  )
  if (changed.length === 0) return yaml
  const text = applied(yaml, editsOf(yaml, document, changed))
  const wanted = { ...whole, voice: { ...whole.voice, dials: { ...written, ...Object.fromEntries(changed) } } }
  const result = parseDocument(text)
  if (result.errors.length > 0 || !isDeepStrictEqual(result.toJS(), wanted)) throw tooUnusual()
  return text
}

function editsOf(yaml: string, document: Document, changed: readonly Entry[]): Edit[] {
  const root = document.contents
  if (!isMap(root)) throw tooUnusual()
  const voice = root.get('voice', true)
  if (!isMap(voice)) return put(yaml, root, [['voice', { dials: Object.fromEntries(changed) }]])
  const dials = voice.get('dials', true)
  if (!isMap(dials)) return put(yaml, voice, [['dials', Object.fromEntries(changed)]])
  return put(yaml, dials, changed)
}

/** From the end, so that no edit moves the place of another. */
const applied = (yaml: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: added }) => text.slice(0, from) + added + text.slice(to), yaml)

/** What is there gets its new value, what is not is added: behind the last line of a block, at the beginning of braces. */
function put(yaml: string, map: YAMLMap, entries: readonly Entry[]): Edit[] {
  const edits: Edit[] = []
  const added: Entry[] = []
  for (const [name, value] of entries) {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === name)
    if (!pair) added.push([name, value])
    else {
      const span = spanOf(yaml, pair.value)
      if (!span) throw tooUnusual()
      edits.push({ ...span, text: flow(value) })
    }
  }
  if (added.length === 0) return edits
  if (map.flow) {
    const from = (map.range?.[0] ?? -1) + 1
    const text = added.map(([name, value]) => ` ${name}: ${flow(value)}`).join(',')
    return [...edits, { from, to: from, text: map.items.length > 0 ? `${text},` : `${text} ` }]
  }
  const last = map.items.at(-1)
  const key = isNode(last?.key) ? last.key.range : null
  if (!last || !key) throw tooUnusual()
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function block(name: string, value: unknown, indent: string): string[] {
  if (!isRecord(value)) return [`${indent}${name}: ${flow(value)}`]
  return [`${indent}${name}:`, ...Object.entries(value).flatMap(([inner, deeper]) => block(inner, deeper, indent + STEP))]
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (!isRecord(value)) return String(value)
  const entries = Object.entries(value).map(([name, inner]) => `${name}: ${flow(inner)}`)
  return `{ ${entries.join(', ')} }`
}
