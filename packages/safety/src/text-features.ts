// Words of a sentence flow in; the numbers by which a learned judge knows it flow out: each word, neighbours, words near each other, and pieces of words.
/** Buckets into which the features are hashed. */
export const FEATURE_BUCKETS = 2 ** 17
/** Pieces of words, with their edges, in letters. */
const SHORTEST_PIECE = 3
const LONGEST_PIECE = 5
/** Two words belong together over so many. */
const NEAR_WORDS = 5
/** More words at once are judged by the first of them. */
const MOST_WORDS = 80

const EDGE = 0x7f
/** One start for each kind, so that a word and a piece of the same letters differ. */
const KINDS = { word: 0x811c9dc5, neighbours: 0x1b873593, near: 0x85ebca6b, piece: 0x27d4eb2f } as const

/** FNV-1a, a step for each UTF-16 unit. */
const stir = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
function stirWord(hash: number, word: string): number {
  let stirred = hash
  for (let i = 0; i < word.length; i++) stirred = stir(stirred, word.charCodeAt(i))
  return stir(stirred, EDGE)
}
/** The low bits of FNV alone are poor. */
const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (FEATURE_BUCKETS - 1)

/** So few features say little: short sentences are judged with reserve. */
const RESERVE = 60
/** What each of so many features counts. */
export const featureScale = (count: number): number => 1 / Math.sqrt(count + RESERVE)

/** Each bucket once, in no order. */
export function textFeatures(said: readonly string[]): number[] {
  const words = said.slice(0, MOST_WORDS)
  const found = new Set<number>()
  const add = (kind: number, ...parts: readonly string[]) => found.add(bucketOf(parts.reduce(stirWord, kind)))
  for (const [at, word] of words.entries()) {
    add(KINDS.word, word)
    add(KINDS.neighbours, words[at - 1] ?? '', word)
    for (const later of words.slice(at + 2, at + 1 + NEAR_WORDS)) add(KINDS.near, word, later)
    addPieces(word, found)
  }
  add(KINDS.neighbours, words.at(-1) ?? '', '')
  return [...found]
}

function addPieces(word: string, found: Set<number>): void {
  // With an edge before and behind.
  const unitAt = (i: number) => (i < 0 || i >= word.length ? EDGE : word.charCodeAt(i))
  for (let from = -1; from <= word.length + 1 - SHORTEST_PIECE; from++) {
    let hash: number = KINDS.piece
    const last = Math.min(from + LONGEST_PIECE, word.length + 1)
    for (let to = from; to < last; to++) {
      hash = stir(hash, unitAt(to))
      if (to - from + 1 >= SHORTEST_PIECE) found.add(bucketOf(hash))
    }
  }
}
