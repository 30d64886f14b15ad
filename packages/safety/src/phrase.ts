// A phrase in the notation of data/phrases-*.json flows in once, words of a text then; where the phrase stands in them flows out.
// Notation: words parted by blanks; a|b = either; @name = a named list; ? at the end = may be missing; kill* = begins so;
// _ = any word but a negation; _0-3 = up to three; ^ = a sentence or clause begins; $ = it ends. A phrase never reaches over the end of a sentence.
import { GAP } from './folded-text'
import type { SaidWord } from './said-words'

interface OneOf {
  readonly kind: 'one-of'
  /** First word of each choice → what may follow it, longest first. */
  readonly heads: ReadonlyMap<string, readonly (readonly string[])[]>
  /** The same for words of which only the beginning stands. */
  readonly stems: readonly (readonly [string, readonly string[]])[]
  readonly optional: boolean
  /** The end of the clause will do as well. */
  readonly orEnd: boolean
  /** The heads, and the beginnings with a star. */
  readonly words: readonly string[]
  readonly firsts: readonly string[]
}
interface AnyWords {
  readonly kind: 'any'
  readonly least: number
  readonly most: number
}
interface Begins {
  readonly kind: 'begins'
}
interface Ends {
  readonly kind: 'ends'
}
type Part = OneOf | AnyWords | Begins | Ends

export interface Phrase {
  readonly parts: readonly Part[]
  /** Words that it can begin with; those with a star by their beginning. */
  readonly firsts: readonly string[]
  /** One of these stands in any text that holds the phrase; none = nothing can be told. */
  readonly needs: readonly string[]
}

export type NamedLists = Readonly<Record<string, readonly string[]>>

/** Parts stand in many phrases, and named lists are long: each is read once. */
const known = new WeakMap<NamedLists, Map<string, Part>>()
function partOf(text: string, lists: NamedLists): Part {
  const parts = known.get(lists) ?? new Map<string, Part>()
  known.set(lists, parts)
  const part = parts.get(text) ?? readPart(text, lists)
  parts.set(text, part)
  return part
}

export function readPhrase(line: string, lists: NamedLists): Phrase {
  const parts = line.split(' ').map((part) => partOf(part, lists))
  return { parts, firsts: firstsOf(parts), needs: needsOf(parts) }
}

function readPart(text: string, lists: NamedLists): Part {
  if (text === '^') return { kind: 'begins' }
  if (text === '$') return { kind: 'ends' }
  if (text === '_') return { kind: 'any', least: 1, most: 1 }
  const range = /^_(\d)-(\d)$/.exec(text)
  if (range) return { kind: 'any', least: Number(range[1]), most: Number(range[2]) }
  const optional = text.endsWith('?')
  const choices = (optional ? text.slice(0, -1) : text).split('|').flatMap((choice) => named(choice, lists))
  const heads = new Map<string, readonly (readonly string[])[]>()
  const stems: (readonly [string, readonly string[]])[] = []
  for (const choice of choices) {
    if (choice === '$') continue
    const blank = choice.indexOf(' ')
    const head = blank < 0 ? choice : choice.slice(0, blank)
    const rest = blank < 0 ? NOTHING : choice.slice(blank + 1).split(' ')
    if (head.endsWith('*')) stems.push([head.slice(0, -1), rest])
    else heads.set(head, withRest(heads.get(head), rest))
  }
  for (const [head, rests] of heads) {
    if (rests.length > 1)
      heads.set(
        head,
        rests.toSorted((one, other) => other.length - one.length),
      )
  }
  const words = [...heads.keys()]
  const firsts = [...words, ...stems.map(([stem]) => `${stem}*`)]
  return { kind: 'one-of', heads, stems, optional, orEnd: choices.includes('$'), words, firsts }
}
/** Most choices are single words, tens of thousands of them: those share one empty list, and one list of it. */
const NOTHING: readonly string[] = []
const ONLY_NOTHING: readonly (readonly string[])[] = [NOTHING]
function withRest(rests: readonly (readonly string[])[] | undefined, rest: readonly string[]): readonly (readonly string[])[] {
  if (rests) return rests.concat([rest])
  return rest === NOTHING ? ONLY_NOTHING : [rest]
}
function named(choice: string, lists: NamedLists): readonly string[] {
  if (!choice.startsWith('@')) return [choice]
  const list = lists[choice.slice(1)]
  if (!list) throw new Error(`No list is named ${choice}.`)
  return list.flatMap((items) => items.split('|')).flatMap((item) => named(item, lists))
}

/** @throws when it could begin with any word. */
function firstsOf(parts: readonly Part[]): readonly string[] {
  const firsts: string[] = []
  for (const part of parts) {
    if (part.kind === 'begins') continue
    if (part.kind !== 'one-of') break
    if (firsts.length === 0 && !part.optional) return part.firsts
    firsts.push(...part.firsts)
    if (!part.optional) return firsts
  }
  throw new Error('A phrase begins with a word that must stand.')
}

const COMMON = new Set(
  'a an the you u your ur it in on of to and is are be i we my me so all for at up out off do dont go just or not'.split(' '),
)
/** Of the parts that must stand, the one that stands in the fewest texts. */
function needsOf(parts: readonly Part[]): readonly string[] {
  let best: readonly string[] = []
  let leastCost = Number.POSITIVE_INFINITY
  for (const part of parts) {
    if (part.kind !== 'one-of' || part.optional || part.orEnd || part.stems.length > 0) continue
    const { words } = part
    const cost = words.length + 100 * words.filter((word) => COMMON.has(word)).length
    if (cost < leastCost) {
      leastCost = cost
      best = words
    }
  }
  return best
}

const fits = (word: SaidWord, wanted: string): boolean =>
  wanted.endsWith('*') ? word.forms.some((form) => form.startsWith(wanted.slice(0, -1))) : word.forms.includes(wanted)

/** Where the phrase that begins at a word ends, exclusively; -1 = it does not stand there. */
export function phraseEnd(phrase: Phrase, words: readonly SaidWord[], start: number): number {
  const sentence = words[start]!.sentence
  const inside = (at: number): boolean => at < words.length && words[at]!.sentence === sentence
  const ends = (at: number): boolean => !inside(at) || words[at]!.gap >= GAP.clause
  const from = (part: number, at: number): number => {
    const wanted = phrase.parts[part]
    if (!wanted) return at
    if (wanted.kind === 'begins') return startsClause(words, at) ? from(part + 1, at) : -1
    if (wanted.kind === 'ends') return ends(at) ? from(part + 1, at) : -1
    if (wanted.kind === 'any') {
      for (let n = 0; n <= wanted.most; n++) {
        if (n >= wanted.least) {
          const end = from(part + 1, at + n)
          if (end >= 0) return end
        }
        if (!inside(at + n) || words[at + n]!.forms.some((form) => TURNS.has(form))) return -1
      }
      return -1
    }
    if (inside(at)) {
      const end = afterOneOf(wanted, part, at)
      if (end >= 0) return end
    }
    return wanted.optional || (wanted.orEnd && ends(at)) ? from(part + 1, at) : -1
  }
  const afterOneOf = ({ heads, stems }: OneOf, part: number, at: number): number => {
    const follows = (rest: readonly string[]): number =>
      rest.every((word, i) => inside(at + 1 + i) && fits(words[at + 1 + i]!, word)) ? from(part + 1, at + 1 + rest.length) : -1
    for (const form of words[at]!.forms) {
      for (const rest of heads.get(form) ?? NONE) {
        const end = follows(rest)
        if (end >= 0) return end
      }
      for (const [stem, rest] of stems) {
        if (!form.startsWith(stem)) continue
        const end = follows(rest)
        if (end >= 0) return end
      }
    }
    return -1
  }
  return from(0, start)
}

/** Words that turn what is said into its contrary. */
const TURNS = new Set([
  'not',
  'never',
  'no',
  'isnt',
  'arent',
  'aint',
  'dont',
  'doesnt',
  'wont',
  'without',
  'nicht',
  'kein',
  'keine',
  'nie',
])
const NONE: readonly (readonly string[])[] = []

const startsClause = (words: readonly SaidWord[], at: number): boolean =>
  at === 0 || (at < words.length && words[at]!.gap >= GAP.clause)
