// A seed flows in, a stream of 64 random bits at a time flows out: NumPy's default generator (SeedSequence, then PCG64 XSL-RR), bit for bit.

/** SeedSequence by M. E. O'Neill: how a pool of four words is stirred, and how words are drawn from it. */
const POOL_WORDS = 4
const STIR_INIT = 0x43b0d7e5
const STIR_FACTOR = 0x931e8875
const DRAW_INIT = 0x8b51f9dd
const DRAW_FACTOR = 0x58f38ded
const MIX_LEFT = 0xca01f9dd
const MIX_RIGHT = 0x4973f715

/** PCG's factor for 128 bits, in pieces of 16 bits, the lowest first. */
const FACTOR = [0xf645, 0x9fcc, 0xdf64, 0x4385, 0x5da4, 0x1fc6, 0xed05, 0x2360]
const PIECES = 8
const PIECE = 0x1_0000
const UINT32 = 2 ** 32

const folded = (word: number) => (word ^ (word >>> 16)) >>> 0

/** Words of 32 bits; the seed is one of them itself. */
function drawnWords(seed: number, count: number): Uint32Array {
  let factor = STIR_INIT
  const stirred = (word: number) => {
    const mixed = (word ^ factor) >>> 0
    factor = Math.imul(factor, STIR_FACTOR) >>> 0
    return folded(Math.imul(mixed, factor))
  }
  const mixed = (into: number, word: number) => folded((Math.imul(MIX_LEFT, into) - Math.imul(MIX_RIGHT, word)) | 0)
  const pool = Uint32Array.from({ length: POOL_WORDS }, (_, i) => stirred(i === 0 ? seed : 0))
  for (let from = 0; from < POOL_WORDS; from++)
    for (let into = 0; into < POOL_WORDS; into++) if (from !== into) pool[into] = mixed(pool[into]!, stirred(pool[from]!))
  let drawing = DRAW_INIT
  return Uint32Array.from({ length: count }, (_, i) => {
    const word = (pool[i % POOL_WORDS]! ^ drawing) >>> 0
    drawing = Math.imul(drawing, DRAW_FACTOR) >>> 0
    return folded(Math.imul(word, drawing))
  })
}

/** 64 random bits after each `next`, as two words. */
export class SeededWords {
  high = 0
  low = 0
  /** In pieces of 16 bits, the lowest first, so that products and their sums are exact. */
  private state = new Float64Array(PIECES)
  private product = new Float64Array(PIECES)
  private readonly increment = new Float64Array(PIECES)

  /** A whole number of at most 32 bits. */
  constructor(seed: number) {
    const words = drawnWords(seed, 2 * POOL_WORDS)
    const first = numberAt(words, 0)
    const sequence = ((numberAt(words, POOL_WORDS) << 1n) | 1n) & (2n ** 128n - 1n)
    this.increment.set(piecesOf(sequence))
    this.state.set(piecesOf((sequence + first) & (2n ** 128n - 1n)))
    this.advance()
  }

  next(): void {
    this.advance()
    const { state } = this
    const word = (piece: number) => state[piece]! + state[piece + 1]! * PIECE
    const high = (word(6) ^ word(2)) >>> 0
    const low = (word(4) ^ word(0)) >>> 0
    const turn = state[7]! >>> 10
    const [up, down] = turn & 32 ? [low, high] : [high, low]
    const by = turn & 31
    this.high = by === 0 ? up : ((up >>> by) | (down << (32 - by))) >>> 0
    this.low = by === 0 ? down : ((down >>> by) | (up << (32 - by))) >>> 0
  }

  /** 0 ≤ x < 1 from the next 53 bits. */
  uniform(): number {
    this.next()
    return (this.high * 2 ** 21 + (this.low >>> 11)) / 2 ** 53
  }

  /** state · FACTOR + increment, modulo 2¹²⁸. */
  private advance(): void {
    const { state, product, increment } = this
    let carry = 0
    for (let piece = 0; piece < PIECES; piece++) {
      let sum = increment[piece]! + carry
      for (let i = 0; i <= piece; i++) sum += state[i]! * FACTOR[piece - i]!
      carry = Math.floor(sum / PIECE)
      product[piece] = sum - carry * PIECE
    }
    this.state = product
    this.product = state
  }
}

/** Four words as one number: two of 64 bits, the higher first, each with its lower word first. */
const numberAt = (words: Uint32Array, at: number): bigint =>
  ((BigInt(words[at + 1]!) * BigInt(UINT32) + BigInt(words[at]!)) << 64n) |
  (BigInt(words[at + 3]!) * BigInt(UINT32) + BigInt(words[at + 2]!))

const piecesOf = (number: bigint): number[] =>
  Array.from({ length: PIECES }, (_, piece) => Number((number >> BigInt(16 * piece)) & 0xffffn))
