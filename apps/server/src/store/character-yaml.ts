// A character file's text becomes a Character. In: YAML as somebody typed it. Out: a valid Character, or a Problem with file, line, column and what to write instead.
import { Character, Problem } from '@psiona/shared'
import { type Document, isAlias, isMap, isNode, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { mistakeSentence, syntaxSentence } from './character-mistake'

export const MOST_CHARACTERS = 200_000
/** Deeper than any character goes, shallow enough for every recursion. */
const DEEPEST = 32
/** A hand-written file repeats a block now and then; a bomb repeats its repetitions. */
const MOST_ALIASES = 32
/** Tori has about 250; the parser compares every key with every other. */
const MOST_KEYS = 1500
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

interface Place {
  /** As shown: characters/tori.yaml */
  readonly file: string
  readonly counter: LineCounter
}

const problemAt = (place: Place, code: string, sentence: string, offset: number): Problem => {
  const { line, col } = place.counter.linePos(offset)
  const where = { file: place.file, line: Math.max(1, line), column: Math.max(1, col) }
  return new Problem(code, 'input', `${sentence} Line ${where.line}.`, { where })
}

const TOO_DEEP = `Nested more than ${DEEPEST} levels deep; a character needs 6. Take the brackets away.`
const TOO_MANY_ALIASES = `More than ${MOST_ALIASES} repetitions by * in the file. Write them out.`

/** Before anything recursive or quadratic looks at the text: how deep brackets and dashes go, how many keys and repetitions there are. */
function excessIn(text: string): { readonly offset: number; readonly code: string; readonly sentence: string } | null {
  let offset = 0
  let brackets = 0
  let dashes = 0
  let keys = 0
  let aliases = 0
  let scalarNext = false
  for (const token of new Lexer().lex(text)) {
    // Marks of the lexer itself take no room in the text.
    if (token === '\u0002' || token === '\u0018') continue
    if (token === '\u001f') {
      scalarNext = true
      continue
    }
    if (!scalarNext) {
      if (token === '[' || token === '{') brackets++
      else if (token === ']' || token === '}') brackets--
      else if (token === '-' || token === '?') dashes++
      else if (token === ':') keys++
      else if (token.startsWith('*')) aliases++
      if (token.includes('\n')) dashes = 0
      if (brackets > DEEPEST || dashes > DEEPEST) return { offset, code: 'character-too-deep', sentence: TOO_DEEP }
      if (keys > MOST_KEYS)
        return { offset, code: 'character-too-large', sentence: `More than ${MOST_KEYS} keys in the file. Shorten it.` }
      if (aliases > MOST_ALIASES) return { offset, code: 'character-aliases', sentence: TOO_MANY_ALIASES }
    }
    scalarNext = false
    offset += token.length
  }
  return null
}

function checkedNodes(document: Document, place: Place): void {
  const anchors = new Set<string>()
  visit(document, (key, node, path) => {
    if (isAlias(node) && !anchors.has(node.source))
      throw problemAt(place, 'character-yaml', syntaxSentence('BAD_ALIAS'), node.range?.[0] ?? 0)
    if (isNode(node) && !isAlias(node) && 'anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor)
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    const depth = path.filter(isNode).length
    if (depth > DEEPEST)
      throw problemAt(
        place,
        'character-too-deep',
        `Nested more than ${DEEPEST} levels deep; a character needs 6. Take the brackets away.`,
        offset,
      )
    if (key === 'key' && isScalar(node) && UNSAFE_KEYS.has(String(node.value)))
      throw problemAt(place, 'character-unsafe-key', `${String(node.value)} is no key of a character. Remove it.`, offset)
  })
}

/** A quote that was never closed is noticed at the end of the file; what helps is where it was opened. */
function openedAt(document: Document, offset: number): number | null {
  let opened: number | null = null
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range[0] < offset && range[1] >= offset)
        opened = range[0]
    },
  })
  return opened
}

/** Where the value at a path stands; for what is missing, the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last)) : undefined
    const key = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined
    const node = document.getIn(path.slice(0, length), true)
    // Of groups the key is shown, of values the value.
    const value = isScalar(node) && node.range && node.range[1] > node.range[0] ? node.range[0] : undefined
    const item = isNode(node) && pair === undefined ? node.range?.[0] : undefined
    const found = value ?? key ?? item
    if (found !== undefined) return found
  }
  return document.contents?.range?.[0] ?? 0
}

const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined ? [...issue.path, issue.keys[0]] : [...issue.path]

/** @throws Problem with `where` */
export function parseCharacter(text: string, file: string): Character {
  const counter = new LineCounter()
  const place: Place = { file, counter }
  if (text.length > MOST_CHARACTERS)
    throw new Problem(
      'character-too-large',
      'input',
      `The file has more than ${MOST_CHARACTERS} characters. Shorten it; Tori has about 25 000.`,
      { where: { file, line: 1, column: 1 } },
    )
  // The lexer knows the offset, the counter not yet the lines: it learns them here.
  for (let at = text.indexOf('\n'), from = 0; from <= text.length; from = at + 1, at = text.indexOf('\n', from)) {
    counter.addNewLine(from)
    if (at < 0) break
  }
  const excess = excessIn(text)
  if (excess) throw problemAt(place, excess.code, excess.sentence, excess.offset)
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    customTags: [],
    merge: false,
    prettyErrors: false,
    stringKeys: true,
  })
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault)
    throw problemAt(place, 'character-yaml', syntaxSentence(fault.code), openedAt(document, fault.pos[0]) ?? fault.pos[0])
  checkedNodes(document, place)
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch (cause) {
    throw new Problem(
      'character-aliases',
      'input',
      `More than ${MOST_ALIASES} repetitions by * in the file. Write them out. Line 1.`,
      { where: { file, line: 1, column: 1 }, cause },
    )
  }
  const result = Character.safeParse(value)
  if (result.success) return result.data
  // An unknown key first: it is often the reason why another one is missing.
  const rank = ({ code }: z.core.$ZodIssue) => (code === 'unrecognized_keys' ? 0 : 1)
  const [first] = result.error.issues
    .map((issue) => ({ issue, path: pathOf(issue) }))
    .sort((a, b) => rank(a.issue) - rank(b.issue) || offsetOf(document, a.path) - offsetOf(document, b.path))
  throw problemAt(place, 'character-mistake', mistakeSentence(first!.issue, first!.path, value), offsetOf(document, first!.path))
}
