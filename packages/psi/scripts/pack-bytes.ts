// Entries → the bytes of english.dict; a forest → the bytes of english.lts. The layouts are described beside their readers in src.
import { phoneToByte } from '../src/arpabet'
import { DICTIONARY_HEADER_BYTES, DICTIONARY_MAGIC } from '../src/dictionary'
import { LEAF, LETTER_FOREST_HEADER_BYTES, LETTER_FOREST_MAGIC } from '../src/letter-forest'
import type { Entry } from './cmudict'
import type { Forest, Question, Tree } from './grow-forest'

/** 16 words per block: the index costs a quarter byte per word, a look-up reads at most about 160 bytes. */
const WORDS_PER_BLOCK = 16
const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255]
const lastMarked = (bytes: readonly number[]) => bytes.map((byte, i) => (i === bytes.length - 1 ? byte | 0x80 : byte))

function sharedLetters(a: string, b: string): number {
  let shared = 0
  // One letter at least stays, since the last one carries the mark.
  while (shared < b.length - 1 && a[shared] === b[shared]) shared++
  return shared
}

export function packDictionary(entries: readonly Entry[]): Uint8Array {
  const body: number[] = []
  const offsets: number[] = []
  entries.forEach(([word, phones], i) => {
    const head = i % WORDS_PER_BLOCK === 0
    if (head) offsets.push(body.length)
    const shared = head ? 0 : sharedLetters(entries[i - 1]?.[0] ?? '', word)
    body.push(shared, ...lastMarked(ascii(word.slice(shared))), ...lastMarked(phones.map(phoneToByte)))
  })
  const start = DICTIONARY_HEADER_BYTES + 4 * offsets.length
  const header = [...ascii(DICTIONARY_MAGIC), WORDS_PER_BLOCK, 0, 0, 0, ...u32(offsets.length)]
  return Uint8Array.from([header, offsets.flatMap((offset) => u32(start + offset)), body].flat())
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >> 7)]
}

/** Leaves below this share of a vote are noise. */
const LEAST_WEIGHT = 4

function packTree(tree: Tree, numberOf: (question: Question) => number): number[] {
  if ('weights' in tree) {
    const weights = tree.weights.map(([chunk, weight]) => [chunk, Math.round(weight * 255)] as const)
    const heard = weights.filter(([, weight], i) => i === 0 || weight >= LEAST_WEIGHT)
    return heard.length === 1 ? [LEAF | 1, heard[0]?.[0] ?? 0] : [LEAF | heard.length, ...heard.flat()]
  }
  const question = numberOf(tree.question)
  const yes = packTree(tree.yes, numberOf)
  return [question >> 8, question & 255, ...varint(yes.length), ...yes, ...packTree(tree.no, numberOf)]
}

export function packForest({ chunks, forward, backward }: Forest): Uint8Array {
  const questions = new Map<Question, number>()
  const numberOf = (question: Question) => {
    const number = questions.get(question) ?? questions.size
    questions.set(question, number)
    return number
  }
  const packed = [forward, backward].flat(2).map((tree) => packTree(tree, numberOf))
  const questionBytes = [...questions.keys()].flatMap(({ feature, accepts }) => [
    feature,
    ...Array.from({ length: 8 }, (_, byte) =>
      accepts.slice(8 * byte, 8 * byte + 8).reduce((bits, bit, i) => bits | (bit << i), 0),
    ),
  ])
  const chunkBytes = chunks.flatMap((chunk) => [chunk.length, ...chunk.map(phoneToByte)])
  const roots = LETTER_FOREST_HEADER_BYTES + questionBytes.length + chunkBytes.length
  let at = roots + 4 * packed.length
  const rootBytes = packed.flatMap((tree) => {
    const here = at
    at += tree.length
    return u32(here)
  })
  const count = questions.size
  const header = [...ascii(LETTER_FOREST_MAGIC), forward.length, count & 255, count >> 8, chunks.length, ...u32(roots)]
  return Uint8Array.from([header, questionBytes, chunkBytes, rootBytes, packed.flat()].flat())
}
