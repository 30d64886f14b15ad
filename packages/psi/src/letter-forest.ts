// The bytes of data/english.lts → for one letter of a word, the chunks of phones it may stand for, with their probabilities.
import { Problem } from '@psiona/shared'
import { phoneFromByte } from './arpabet'
import { CONTEXT_SIZE, LETTERS, mirroredChunk, readContext, type Said } from './letter-context'
import type { Phone } from './phone'

/** Layout: magic, trees per direction u8, question count u16, chunk count u8, offset of the roots u32;
 *  questions (feature u8, 64 bits of accepted values); chunks (length u8, phone bytes); roots (u32 per direction, tree and letter; forward first); nodes.
 *  A node: question as big-endian u16, length of the yes branch as base-128 varint, yes branch, no branch. A leaf: 0x80 | count, then chunk u8, weight u8 each; a single chunk has no weight. */
export const LETTER_FOREST_MAGIC = 'PSL2'
export const LETTER_FOREST_HEADER_BYTES = 12
export const QUESTION_BYTES = 9
export const LEAF = 0x80
const MOST_WEIGHT = 255

/** One direction of reading. Word, index and what was said are those of the mirrored word when it reads backward. */
export interface Reader {
  /** By number, in the order in which this direction says them. */
  readonly chunks: readonly (readonly Phone[])[]
  /** Probability of each chunk; the same array at every call. */
  vote(word: string, index: number, said: Said): Float64Array
}
export interface LetterForest {
  readonly forward: Reader
  readonly backward: Reader
}

export function openLetterForest(bytes: Uint8Array): LetterForest {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < LETTER_FOREST_HEADER_BYTES || String.fromCharCode(...bytes.subarray(0, 4)) !== LETTER_FOREST_MAGIC) {
    throw new Problem(
      'letters-unreadable',
      'broken',
      'The letter-to-sound model is damaged: restore packages/psi/data/english.lts.',
    )
  }
  const trees = bytes[4] ?? 0
  const roots = view.getUint32(8, true)
  const chunks: Phone[][] = []
  let at = LETTER_FOREST_HEADER_BYTES + view.getUint16(5, true) * QUESTION_BYTES
  for (let i = 0; i < (bytes[7] ?? 0); i++) {
    const length = bytes[at++] ?? 0
    chunks.push(Array.from(bytes.subarray(at, at + length), phoneFromByte))
    at += length
  }
  const context = new Uint8Array(CONTEXT_SIZE)
  const votes = new Float64Array(chunks.length)

  function leafFor(root: number): number {
    let node = root
    for (;;) {
      const first = bytes[node] ?? LEAF
      if (first & LEAF) return node
      const question = LETTER_FOREST_HEADER_BYTES + QUESTION_BYTES * ((first << 8) | (bytes[node + 1] ?? 0))
      node += 2
      let yesLength = 0
      for (let shift = 0, more = true; more; shift += 7) {
        const part = bytes[node++] ?? 0
        yesLength |= (part & 0x7f) << shift
        more = (part & 0x80) !== 0
      }
      const value = context[bytes[question] ?? 0] ?? 0
      const accepted = (bytes[question + 1 + (value >> 3)] ?? 0) & (1 << (value & 7))
      if (!accepted) node += yesLength
    }
  }

  const reader = (direction: 0 | 1): Reader => ({
    chunks: direction === 0 ? chunks : chunks.map(mirroredChunk),
    vote(word, index, said) {
      readContext(word, index, said, context)
      votes.fill(0)
      const letter = LETTERS.indexOf(word[index] ?? '')
      for (let tree = direction * trees; tree < (direction + 1) * trees; tree++) {
        const leaf = leafFor(view.getUint32(roots + 4 * (tree * LETTERS.length + letter), true))
        const count = (bytes[leaf] ?? 0) & 0x7f
        for (let i = 0; i < count; i++) {
          const chunk = bytes[leaf + 1 + 2 * i] ?? 0
          const weight = count === 1 ? MOST_WEIGHT : (bytes[leaf + 2 + 2 * i] ?? 0)
          votes[chunk] = (votes[chunk] ?? 0) + weight / (MOST_WEIGHT * trees)
        }
      }
      return votes
    },
  })
  return { forward: reader(0), backward: reader(1) }
}
