// Chance that repeats itself, for tests of any order. In: a seed. Out: whole numbers.
import { createRandom } from '../../packages/psi/src/random'

export function chance(seed: number): { below(count: number): number } {
  const random = createRandom(seed)
  return { below: (count) => Math.floor(random.uniform() * count) }
}
