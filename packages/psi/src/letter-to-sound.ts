// The bytes of data/english.lts → a guess at any word in letters: a few decision trees per letter vote, the best path through the word wins.
import { Problem } from '@psiona/shared'
import { phone, phoneFromByte } from './arpabet'
import { CONTEXT_SIZE, LETTERS, NOTHING_SAID, readContext, type Said, say } from './letter-context'
import { isVowel, type Phone, type Pronouncer } from './phone'

/** Layout: magic, trees u8, question count u16, chunk count u8, offset of the trees u32;
 *  questions (feature u8, 64 bits of accepted values); chunks (length u8, phone bytes); roots (u32 per tree and letter); nodes.
 *  A node: question as big-endian u16, length of the yes branch as base-128 varint, yes branch, no branch. A leaf: 0x80 | count, then chunk u8, weight u8 each; a single chunk has no weight. */
export const LETTER_TO_SOUND_MAGIC = 'PSL1'
export const LETTER_TO_SOUND_HEADER_BYTES = 12
export const QUESTION_BYTES = 9
export const LEAF = 0x80

/** Paths kept while reading a word; 8 or 30 instead of 4 gain nothing measurable. */
const BEAM = 4
/** Longer words are junk; what is beyond is left unsaid. */
const LONGEST_WORD = 40

interface Path {
  readonly said: Said
  readonly chunk: number
  readonly from: Path | null
  readonly logProbability: number
}

export function openLetterToSound(bytes: Uint8Array): Pronouncer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== LETTER_TO_SOUND_MAGIC) {
    throw new Problem(
      'letters-unreadable',
      'broken',
      'The letter-to-sound model is damaged: restore packages/psi/data/english.lts.',
    )
  }
  const trees = bytes[4] ?? 0
  const questionCount = view.getUint16(5, true)
  const roots = view.getUint32(8, true)
  const chunks: Phone[][] = []
  let at = LETTER_TO_SOUND_HEADER_BYTES + questionCount * QUESTION_BYTES
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
      const question = LETTER_TO_SOUND_HEADER_BYTES + QUESTION_BYTES * ((first << 8) | (bytes[node + 1] ?? 0))
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

  function vote(word: string, index: number, said: Said): void {
    readContext(word, index, said, context)
    votes.fill(0)
    const letter = LETTERS.indexOf(word[index] ?? '')
    for (let tree = 0; tree < trees; tree++) {
      const leaf = leafFor(view.getUint32(roots + 4 * (tree * LETTERS.length + letter), true))
      const count = (bytes[leaf] ?? 0) & 0x7f
      for (let i = 0; i < count; i++) {
        const chunk = bytes[leaf + 1 + 2 * i] ?? 0
        const weight = count === 1 ? 255 : (bytes[leaf + 2 + 2 * i] ?? 0)
        votes[chunk] = (votes[chunk] ?? 0) + weight / (255 * trees)
      }
    }
  }

  /** Two paths that have said the same so far ask the same questions from here on: the likelier one stands for both. */
  function step(word: string, index: number, beam: readonly Path[]): readonly Path[] {
    const next: Path[] = []
    for (const path of beam) {
      vote(word, index, path.said)
      chunks.forEach((chunk, i) => {
        const probability = votes[i] ?? 0
        if (probability < 0.004 || (path.said.primary && chunk.some((each) => each.stress === 2))) return
        const logProbability = path.logProbability + Math.log(probability)
        next.push({ said: chunk.length ? say(path.said, chunk) : path.said, chunk: i, from: path, logProbability })
      })
    }
    return next.length ? next.sort((a, b) => b.logProbability - a.logProbability).slice(0, BEAM) : beam
  }

  function phonesOf(path: Path): Phone[] {
    const reversed: (readonly Phone[])[] = []
    for (let each: Path | null = path; each?.from; each = each.from) reversed.push(chunks[each.chunk] ?? [])
    return reversed.reverse().flat()
  }

  return {
    lookUp(text) {
      const word = [...text.toLowerCase()]
        .filter((letter) => LETTERS.includes(letter))
        .join('')
        .slice(0, LONGEST_WORD)
      if (!/[a-z]/.test(word)) return null
      let beam: readonly Path[] = [{ said: NOTHING_SAID, chunk: 0, from: null, logProbability: 0 }]
      for (let index = 0; index < word.length; index++) beam = step(word, index, beam)
      const best = beam.find((path) => path.said.primary) ?? beam[0]
      const phones = best ? phonesOf(best) : []
      return phones.length ? withPrimary(phones) : null
    },
  }
}

/** Every word has one vowel that carries it: the strongest there is, else the first. */
function withPrimary(phones: readonly Phone[]): readonly Phone[] {
  if (phones.some((each) => each.stress === 2)) return phones
  const strongest = phones.findIndex((each) => each.stress === 1)
  const chosen = strongest >= 0 ? strongest : phones.findIndex((each) => isVowel(each.symbol))
  const full: Partial<Record<string, Phone>> = { AX: phone('AH', 2), AXR: phone('ER', 2), IX: phone('IH', 2) }
  return phones.map((each, i) => (i === chosen ? (full[each.symbol] ?? phoneFromStress(each)) : each))
}
const phoneFromStress = (each: Phone): Phone => phone(each.symbol, 2)
