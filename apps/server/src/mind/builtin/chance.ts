// Seeded chance: the same turn gets the same answer. In: a seed. Out: numbers, picks.
import { hashOf } from '../../text-hash'

export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** 0 ≤ n < below */
  whole(below: number): number
  one<T>(from: readonly T[]): T
}

export function chanceFrom(key: string): Chance {
  let state = hashOf(key)
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const whole = (below: number) => Math.floor(next() * below)
  return { next, whole, one: (from) => from[whole(from.length)]! }
}
