// Words with their phones → for each letter the none, one or two phones that it stands for, found by expectation maximisation.
import { LETTERS, phoneValue } from '../src/letter-context'
import type { Phone } from '../src/phone'
import type { Entry } from './cmudict'

export interface AlignedWord {
  readonly word: string
  /** One chunk of phones per letter. */
  readonly chunks: readonly (readonly Phone[])[]
}

const MOST_PHONES_PER_LETTER = 2
const CHUNKS = 64 * 64
/** Below this mean log probability per letter a word is an abbreviation read out, or a mistake: nothing to learn from. */
const WORST_FIT = -5
const ROUNDS = 6
/** Where the first round begins: letters mostly stand for one phone, sometimes for none, rarely for two. */
const START = [0.2, 1, 0.02] as const

interface Word {
  readonly letters: readonly number[]
  readonly values: readonly number[]
}
const numbers = ([word, phones]: Entry): Word => ({
  letters: [...word].map((letter) => LETTERS.indexOf(letter)),
  values: phones.map((each) => phoneValue(each.symbol)),
})

const chunkKey = (values: readonly number[], from: number, length: number): number =>
  length === 0 ? 0 : (values[from] ?? 0) * 64 + (length === 2 ? (values[from + 1] ?? 0) : 0)

/** Probability of each chunk of phones given its letter. */
class LetterModel {
  #probability: Float64Array | null = null
  #counts = new Float64Array(LETTERS.length * CHUNKS)

  probability(letter: number, key: number, length: number): number {
    return this.#probability ? (this.#probability[letter * CHUNKS + key] ?? 0) + 1e-9 : (START[length] ?? 0)
  }
  count(letter: number, key: number, weight: number): void {
    const at = letter * CHUNKS + key
    this.#counts[at] = (this.#counts[at] ?? 0) + weight
  }
  maximise(): void {
    const next = this.#counts
    for (let letter = 0; letter < LETTERS.length; letter++) {
      const row = next.subarray(letter * CHUNKS, (letter + 1) * CHUNKS)
      const total = row.reduce((sum, each) => sum + each, 0)
      if (total > 0)
        row.forEach((each, i) => {
          row[i] = each / total
        })
    }
    this.#probability = next
    this.#counts = new Float64Array(LETTERS.length * CHUNKS)
  }
}

/** One round of forward and backward sums over all ways to share out the phones. */
function expect({ letters, values }: Word, model: LetterModel): void {
  const n = letters.length
  const m = values.length
  const width = m + 1
  const forward = new Float64Array((n + 1) * width)
  const backward = new Float64Array((n + 1) * width)
  const each = (visit: (here: number, next: number, letter: number, key: number, p: number) => void, order: 1 | -1) => {
    for (let step = 0; step < n; step++) {
      const i = order === 1 ? step : n - 1 - step
      for (let j = 0; j <= m; j++)
        for (let k = 0; k <= MOST_PHONES_PER_LETTER && j + k <= m; k++) {
          const letter = letters[i] ?? 0
          const key = chunkKey(values, j, k)
          visit(i * width + j, (i + 1) * width + j + k, letter, key, model.probability(letter, key, k))
        }
    }
  }
  forward[0] = 1
  backward[n * width + m] = 1
  each((here, next, _letter, _key, p) => {
    forward[next] = (forward[next] ?? 0) + (forward[here] ?? 0) * p
  }, 1)
  each((here, next, _letter, _key, p) => {
    backward[here] = (backward[here] ?? 0) + (backward[next] ?? 0) * p
  }, -1)
  const total = forward[n * width + m] ?? 0
  if (total <= 0) return
  each((here, next, letter, key, p) => model.count(letter, key, ((forward[here] ?? 0) * p * (backward[next] ?? 0)) / total), 1)
}

/** The likeliest way to share out the phones, or null when no way is likely. */
function best({ letters, values }: Word, phones: readonly Phone[], model: LetterModel): Phone[][] | null {
  const n = letters.length
  const width = values.length + 1
  const score = new Float64Array((n + 1) * width).fill(-Infinity)
  const taken = new Uint8Array((n + 1) * width)
  score[0] = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < width; j++)
      for (let k = 0; k <= MOST_PHONES_PER_LETTER && j + k < width; k++) {
        const sum = (score[i * width + j] ?? 0) + Math.log(model.probability(letters[i] ?? 0, chunkKey(values, j, k), k))
        const next = (i + 1) * width + j + k
        if (sum <= (score[next] ?? 0)) continue
        score[next] = sum
        taken[next] = k
      }
  if (!((score[n * width + values.length] ?? -Infinity) / n >= WORST_FIT)) return null
  const chunks: Phone[][] = []
  for (let i = n, j = values.length; i > 0; i--) {
    const k = taken[i * width + j] ?? 0
    chunks.unshift(phones.slice(j - k, j))
    j -= k
  }
  return chunks
}

export function alignLetters(entries: readonly Entry[]): AlignedWord[] {
  const model = new LetterModel()
  const words = entries.map(numbers)
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of words) expect(word, model)
    model.maximise()
  }
  return entries.flatMap(([word, phones], i) => {
    const chunks = best(words[i] ?? { letters: [], values: [] }, phones, model)
    return chunks ? [{ word, chunks }] : []
  })
}
