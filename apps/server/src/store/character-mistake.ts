// A mistake in a character file as a sentence. In: what zod or the YAML parser found. Out: what stands there and what may stand there.
import { Character } from '@psiona/shared'
import { z } from 'zod'

/** The part of a JSON schema that says what a value may be. */
interface Rule {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Rule>>
  readonly propertyNames?: Rule
  readonly additionalProperties?: Rule | boolean
  readonly items?: Rule
  readonly required?: readonly string[]
}

const json: { $defs?: { Character?: unknown } } = z.toJSONSchema(Character, { io: 'input' })
// Generated from our own schema two lines above, so its shape is known.
const WHOLE = json.$defs?.Character as Rule

function ruleAt(path: readonly PropertyKey[]): Rule {
  let rule: Rule = WHOLE
  for (const step of path) {
    const wide = typeof rule.additionalProperties === 'object' ? rule.additionalProperties : undefined
    const next: Rule | undefined = typeof step === 'number' ? rule.items : (rule.properties?.[String(step)] ?? wide)
    if (!next) return {}
    rule = next
  }
  return rule
}

const between = (low: number | undefined, high: number | undefined): string =>
  low === undefined || low === 0
    ? high === undefined
      ? ''
      : `up to ${high}`
    : high === undefined
      ? `at least ${low}`
      : `${low} to ${high}`
const MOST_NAMED = 12
const someOf = (names: readonly unknown[]) => `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`

function allowed(rule: Rule): string {
  if (rule.const !== undefined) return `only ${String(rule.const)}`
  if (rule.enum) return `one of ${someOf(rule.enum)}`
  if (rule.type === 'number' || rule.type === 'integer') {
    const range = `${rule.minimum ?? 0} to ${rule.maximum ?? 'more'}`
    return rule.type === 'integer' ? `a whole number, ${range}` : range
  }
  if (rule.type === 'string')
    return rule.maxLength === undefined ? 'text' : `text of ${between(rule.minLength, rule.maxLength)} characters`
  if (rule.type === 'array') return `a list of ${between(rule.minItems, rule.maxItems)} entries, each behind a dash`
  if (rule.type === 'object')
    return rule.properties ? `a group with ${someOf(Object.keys(rule.properties))}` : 'a group of keys with values'
  return 'something else'
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce(
    (text: string, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)),
    '',
  ) || 'The file'

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (typeof value === 'string') return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a group' : String(value)
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  let value = whole
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

/** Letters that would have to change: enough to see what was meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

function unknownKey(path: readonly PropertyKey[]): string {
  const key = String(path.at(-1))
  const parent = ruleAt(path.slice(0, -1))
  const known = Object.keys(parent.properties ?? {}).concat((parent.propertyNames?.enum ?? []).map(String))
  const low = key.toLowerCase()
  const meant = known
    .map((name) => ({
      name,
      far: name.toLowerCase().startsWith(low) || low.startsWith(name.toLowerCase()) ? 1 : distance(low, name.toLowerCase()),
    }))
    .sort((a, b) => a.far - b.far)[0]
  const hint =
    meant && meant.far <= Math.max(2, key.length / 3) ? `Did you mean ${meant.name}?` : `It may be one of ${someOf(known)}.`
  return `${pathText(path)} is not known. ${hint}`
}

export function mistakeSentence(issue: z.core.$ZodIssue, path: readonly PropertyKey[], whole: unknown): string {
  const rule = ruleAt(path)
  const name = pathText(path)
  const value = valueAt(whole, path)
  if (issue.code === 'unrecognized_keys') return unknownKey(path)
  if (issue.code === 'invalid_key')
    return ruleAt(path.slice(0, -1)).propertyNames?.enum
      ? unknownKey(path)
      : `${name} is no usable word. Write 1 to 60 characters before the colon.`
  if (value === undefined) return `${name} is missing. Add it; it may be ${allowed(rule)}.`
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    if (typeof value === 'string')
      return value === ''
        ? `${name} is empty; it may be ${allowed(rule)}.`
        : `${name} has ${value.length} characters; it may be ${allowed(rule)}.`
    if (Array.isArray(value)) return `${name} has ${value.length} entries; it may be ${allowed(rule)}.`
  }
  // Formats carry their own words; a bare pattern would help nobody.
  if (issue.code === 'invalid_format' || issue.code === 'custom') return `${name} is ${shown(value)}; it may be ${issue.message}.`
  return `${name} is ${shown(value)}; it may be ${allowed(rule)}.`
}

/** By the YAML parser's code; its own message is for people who write parsers. */
const SYNTAX: Readonly<Record<string, string>> = {
  BAD_ALIAS:
    'A word that begins with * repeats another place of the file, and there is none of that name. Put text that begins with * in quotes.',
  BAD_DIRECTIVE: 'A line that begins with % is an instruction to the parser. Remove it.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes means something special. Use single quotes, or write it twice.',
  BAD_INDENT: 'The indentation does not fit the lines above. Put as many blanks before it as its neighbours have.',
  BAD_SCALAR_START: 'Text cannot begin with this character. Put the whole text in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A colon inside the text looks like a second key. Put the text in quotes.',
  BLOCK_IN_FLOW: 'A list or group with dashes cannot stand inside brackets. Choose one way of writing it.',
  DUPLICATE_KEY: 'This key stands here a second time. Keep one of the two.',
  MISSING_CHAR: 'A character is missing here: a closing quote, bracket or colon. Add it, or put the whole text in quotes.',
  MULTILINE_IMPLICIT_KEY: 'A key went on over the end of its line; a colon or a quote is missing before it. Add it.',
  MULTIPLE_DOCS: 'A line of three dashes begins a second document. Remove it.',
  NON_STRING_KEY: 'A key must be a word. Put it in quotes.',
  RESOURCE_EXHAUSTION: 'The file repeats itself too often. Write the repetitions out.',
  TAB_AS_INDENT: 'A tab stands where blanks belong. Replace it by blanks.',
  TAG_RESOLVE_FAILED:
    'A word with ! before it is an order to the parser, and none is followed. Put the text in quotes, or remove the !.',
  UNEXPECTED_TOKEN:
    'Something stands here that fits nowhere, often a quote too many or a missing one. Put the whole text in quotes and double the quotes inside.',
}
export const syntaxSentence = (code: string): string =>
  SYNTAX[code] ?? 'This is not YAML as it should be. Compare it with the lines of characters/tori.yaml.'
