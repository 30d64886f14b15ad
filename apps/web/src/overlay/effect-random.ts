// In: a seed. Out: a repeatable row of numbers, so that an effect looks the same to every viewer and in every test.

export interface EffectRandom {
  /** from ≤ x < to. */
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

const UINT32 = 2 ** 32

export function effectRandom(seed: number): EffectRandom {
  let state = (Math.imul(seed, 0x9e3779b9) ^ 0x5bd1e995) >>> 0
  /** A counter whose bits are stirred: enough for confetti. */
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / UINT32
  }
  return {
    between: (from, to) => from + (to - from) * unit(),
    pick: (from) => from[Math.floor(unit() * from.length)]!,
  }
}
