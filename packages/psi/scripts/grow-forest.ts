// Aligned words → a few decision trees per letter and reading direction, each grown with part of the features hidden at every fork, so that
// they err differently.

import {
  CONTEXT_SIZE,
  GROUPS_FEATURE,
  LETTERS,
  letterValue,
  mirroredChunk,
  mirroredWord,
  NOTHING_SAID,
  PHONE_FEATURES,
  phoneValue,
  readContext,
  type Said,
  STRESS_FEATURE,
  STRESS_VALUES,
  say,
  VALUES,
} from '../src/letter-context'
import { CONSONANT_SYMBOLS, isVowel, type Phone, VOWEL_SYMBOLS } from '../src/phone'
import type { AlignedWord } from './align-letters'

export interface Question {
  readonly feature: number
  /** One byte per value: 1 = yes. */
  readonly accepts: Uint8Array
}
export type Tree =
  | { readonly question: Question; readonly yes: Tree; readonly no: Tree }
  | { readonly weights: readonly (readonly [chunk: number, weight: number])[] }
export interface Forest {
  readonly chunks: readonly (readonly Phone[])[]
  /** By tree, then by letter; the same number of trees for both directions. */
  readonly forward: readonly (readonly Tree[])[]
  readonly backward: readonly (readonly Tree[])[]
}

/** Chosen on words that were left out: a fourth tree for each direction gains 0.001 of phone error and costs 250 kB; one direction alone loses 0.005. */
export const FOREST = { trees: 3, seen: 0.6, leastGain: 4.6, leastLeaf: 3, rarestChunk: 15 } as const

const setOf = (values: Iterable<number>): Uint8Array => {
  const set = new Uint8Array(VALUES)
  for (const value of values) set[value] = 1
  return set
}
const each = (count: number, values: (i: number) => Iterable<number>) => Array.from({ length: count }, (_, i) => setOf(values(i)))
const letters = (text: string) => setOf([...text].map((letter) => (letter === '#' ? 0 : letterValue(letter))))
const symbols = (text: string) => setOf(text.split(' ').map(phoneValue))
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, i) => i)

/** '#' is the word's edge. */
const letterSets = [
  ...each(LETTERS.length + 1, (i) => [i]),
  ..."aeiou aeiouy eiy aou bcdfgjklmnpqrstvwxz bdgptkc lr mn lrmn lrmnw sxz fv szcx tdszn gkqc pbmfv #' #s #e #esd gh aeo ie ao"
    .split(' ')
    .map(letters),
]
const phoneSets = [
  ...each(CONSONANT_SYMBOLS.length + VOWEL_SYMBOLS.length + 1, (i) => [i]),
  symbols(VOWEL_SYMBOLS.join(' ')),
  ...['IY IH EY EH AE', 'AA AO OW UH UW', 'P T K', 'B D G', 'S Z SH ZH CH JH', 'M N NG', 'L R', 'AX AXR IH', 'P T K B D G'].map(
    symbols,
  ),
  ...['L R M N NG W Y', 'F V TH DH S Z SH ZH'].map(symbols),
]
/** Bit 2: primary stress has been said; the low two bits: the last vowel's stress. */
const stressSets = [
  ...each(STRESS_VALUES, (i) => [i]),
  ...[
    [4, 5, 6, 7],
    [3, 7],
    [1, 5],
    [0, 4],
    [2, 6],
  ].map(setOf),
]
const groupSets = each(6, upTo)

const questions: readonly (readonly Question[])[] = Array.from({ length: CONTEXT_SIZE }, (_, feature) => {
  const sets =
    feature === STRESS_FEATURE
      ? stressSets
      : feature === GROUPS_FEATURE
        ? groupSets
        : PHONE_FEATURES.includes(feature)
          ? phoneSets
          : letterSets
  return sets.map((accepts) => ({ feature, accepts }))
})

/** All places where one letter stands: contexts in rows of CONTEXT_SIZE, and the chunk said there. */
interface Places {
  readonly contexts: number[]
  readonly chunks: number[]
}

const nLogN = (n: number) => (n > 0 ? n * Math.log(n) : 0)

function leaf(chunks: readonly number[], places: readonly number[]): Tree {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(chunks[place] ?? 0, (counts.get(chunks[place] ?? 0) ?? 0) + 1)
  const weights = [...counts].map(([chunk, count]): [number, number] => [chunk, count / places.length])
  return { weights: weights.sort(([, a], [, b]) => b - a).slice(0, 4) }
}

/** The question that tells most, in nats, among a random share of the features. */
function bestQuestion(
  contexts: Uint8Array,
  chunks: readonly number[],
  places: readonly number[],
  random: () => number,
): Question | null {
  const kinds = [...new Set(places.map((place) => chunks[place] ?? 0))]
  const n = places.length
  if (kinds.length < 2 || n < 2 * FOREST.leastLeaf) return null
  const kindOf = new Map(kinds.map((chunk, kind) => [chunk, kind]))
  const kindAt = places.map((place) => kindOf.get(chunks[place] ?? 0) ?? 0)
  const total = new Float64Array(kinds.length)
  for (const kind of kindAt) total[kind] = (total[kind] ?? 0) + 1
  const whole = total.reduce((sum, count) => sum - nLogN(count), nLogN(n))
  const yes = new Float64Array(kinds.length)
  let best: Question | null = null
  let bestGain: number = FOREST.leastGain
  for (let feature = 0; feature < CONTEXT_SIZE; feature++) {
    if (random() > FOREST.seen) continue
    const table = new Int32Array(VALUES * kinds.length)
    const byValue = new Int32Array(VALUES)
    places.forEach((place, i) => {
      const value = contexts[place * CONTEXT_SIZE + feature] ?? 0
      const cell = value * kinds.length + (kindAt[i] ?? 0)
      table[cell] = (table[cell] ?? 0) + 1
      byValue[value] = (byValue[value] ?? 0) + 1
    })
    for (const question of questions[feature] ?? []) {
      yes.fill(0)
      let accepted = 0
      for (let value = 0; value < VALUES; value++) {
        if (!question.accepts[value] || !byValue[value]) continue
        accepted += byValue[value] ?? 0
        for (let kind = 0; kind < kinds.length; kind++) yes[kind] = (yes[kind] ?? 0) + (table[value * kinds.length + kind] ?? 0)
      }
      if (accepted < FOREST.leastLeaf || n - accepted < FOREST.leastLeaf) continue
      let parts = nLogN(accepted) + nLogN(n - accepted)
      for (let kind = 0; kind < kinds.length; kind++)
        parts -= nLogN(yes[kind] ?? 0) + nLogN((total[kind] ?? 0) - (yes[kind] ?? 0))
      if (whole - parts <= bestGain) continue
      bestGain = whole - parts
      best = question
    }
  }
  return best
}

function grow(contexts: Uint8Array, chunks: readonly number[], places: readonly number[], random: () => number): Tree {
  const question = bestQuestion(contexts, chunks, places, random)
  if (!question) return leaf(chunks, places)
  const accepts = (place: number) => question.accepts[contexts[place * CONTEXT_SIZE + question.feature] ?? 0] === 1
  const [yes, no] = [places.filter(accepts), places.filter((place) => !accepts(place))]
  return { question, yes: grow(contexts, chunks, yes, random), no: grow(contexts, chunks, no, random) }
}

/** Same words, same forest: the hidden features come from a seeded generator (Numerical Recipes' congruential one). */
function seededRandom(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const spelled = (chunk: readonly Phone[]) =>
  chunk.map((each) => each.symbol + (isVowel(each.symbol) ? each.stress : '')).join(' ')

/** The places of all words, read in one direction. */
function placesOf(words: readonly AlignedWord[], numberOf: ReadonlyMap<string, number>, mirrored: boolean): Places[] {
  const places: Places[] = Array.from(LETTERS, () => ({ contexts: [], chunks: [] }))
  const context = new Uint8Array(CONTEXT_SIZE)
  for (const { word, chunks } of words) {
    const numbers = chunks.map((chunk) => numberOf.get(spelled(chunk)))
    const read = mirrored ? mirroredWord(word) : word
    let before: Said = NOTHING_SAID
    for (let i = 0; i < read.length; i++) {
      const at = mirrored ? read.length - 1 - i : i
      const chunk = chunks[at] ?? []
      readContext(read, i, before, context)
      const here = places[LETTERS.indexOf(read[i] ?? '')]
      here?.contexts.push(...context)
      here?.chunks.push(numbers[at] ?? 0)
      before = say(before, mirrored ? mirroredChunk(chunk) : chunk)
    }
  }
  return places
}

function growTrees(places: readonly Places[], random: () => number): Tree[][] {
  const tables = places.map((place) => ({ contexts: Uint8Array.from(place.contexts), chunks: place.chunks }))
  return Array.from({ length: FOREST.trees }, () =>
    tables.map(({ contexts, chunks }) => grow(contexts, chunks, [...chunks.keys()], random)),
  )
}

export function growForest(words: readonly AlignedWord[]): Forest {
  const found = new Map<string, { chunk: readonly Phone[]; count: number }>()
  for (const chunk of words.flatMap((word) => word.chunks)) {
    const known = found.get(spelled(chunk))
    if (known) known.count++
    else found.set(spelled(chunk), { chunk, count: 1 })
  }
  const chunks = [...found.values()].filter(({ count }) => count >= FOREST.rarestChunk).map(({ chunk }) => chunk)
  const numberOf = new Map(chunks.map((chunk, i) => [spelled(chunk), i]))
  const ordinary = words.filter((word) => word.chunks.every((chunk) => numberOf.has(spelled(chunk))))
  const random = seededRandom()
  return {
    chunks,
    forward: growTrees(placesOf(ordinary, numberOf, false), random),
    backward: growTrees(placesOf(ordinary, numberOf, true), random),
  }
}
