// A seed flows in, a repeatable stream of numbers out. The engine knows no other chance.

export interface Random {
  /** 0 ≤ x < 1. */
  uniform(): number
  /** lo ≤ x < hi. */
  between(lo: number, hi: number): number
  /** Mean 0, standard deviation 1, never beyond ±3.5. */
  normal(): number
  reseed(seed: number): void
}

const UINT32 = 2 ** 32

/** Spreads any number over 32 bits, never 0, so that seeds 1 and 2 share nothing. */
export function seedState(seed: number): number {
  let state = Math.imul(Math.trunc(seed) ^ 0x9e3779b9, 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0 || 1
}

export function createRandom(seed: number): Random {
  // In a typed array, since a number in a closure is allocated anew with every change.
  const state = Uint32Array.of(seedState(seed))
  const uniform = () => {
    let x = state[0]!
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    state[0] = x
    return state[0]! / UINT32
  }
  return {
    uniform,
    between: (lo, hi) => lo + (hi - lo) * uniform(),
    // Four uniforms are normal enough for jitter and bounded by construction; √3 makes their variance 1.
    normal: () => Math.sqrt(3) * (uniform() + uniform() + uniform() + uniform() - 2),
    reseed: (next) => {
      state[0] = seedState(next)
    },
  }
}
