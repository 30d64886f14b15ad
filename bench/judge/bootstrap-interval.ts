// Errors and words of each sentence flow in; between which rates the true one lies in 95 of 100 cases flows out.
import { createRandom } from '@psiona/psi/random'

const DRAWS = 1000
const TAIL = 0.025
const SEED = 1

/** The sentences are drawn anew, with repetition; always the same draws. */
export function bootstrapInterval(errors: readonly number[], words: readonly number[]): readonly [number, number] {
  const random = createRandom(SEED)
  const rates = Array.from({ length: DRAWS }, () => {
    let [wrong, all] = [0, 0]
    for (let i = 0; i < errors.length; i++) {
      const drawn = Math.floor(random.uniform() * errors.length)
      wrong += errors[drawn]!
      all += words[drawn]!
    }
    return wrong / Math.max(1, all)
  }).sort((a, b) => a - b)
  return [rates[Math.floor(TAIL * DRAWS)]!, rates[Math.floor((1 - TAIL) * DRAWS)]!]
}
