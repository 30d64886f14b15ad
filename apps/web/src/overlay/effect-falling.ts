// In: chance. Out: what comes down from above, as long as the effect lasts: petals, snow, rain.
import type { Particle } from './effect-particle'
import { type Recipe, type RecipeFor, times } from './effect-recipe'

/** Above the upper edge, and how far down from there it goes before it begins again: shares of the height. */
const [ABOVE, WAY] = [-0.06, 1.14]

/** Steps of the golden ratio leave no gap anywhere. */
const EVENLY = 0.618

/** Falls again and again; the first time from so high that not all come at once. */
const falling = ({ random, seconds }: RecipeFor, i: number, descent: number, rest: Omit<Particle, FallPart>): Particle => {
  const bornSeconds = random.between(0, Math.min(WAY / descent, 0.5 * seconds))
  return {
    ...rest,
    bornSeconds,
    livesSeconds: seconds - bornSeconds,
    everySeconds: WAY / descent,
    x: ((i * EVENLY) % 1) + random.between(-0.05, 0.05),
    y: ABOVE,
    descent,
    turn: rest.turn ?? random.between(0, 1),
    fadesSeconds: Math.min(1.2, 0.25 * seconds),
  }
}
type FallPart = 'bornSeconds' | 'livesSeconds' | 'x' | 'y'

export const petals: Recipe = (wanted) => {
  const { random } = wanted
  return times(54, wanted.share, (i) =>
    falling(wanted, i, random.between(0.24, 0.38), {
      sprite: random.pick(['petal', 'petal-deep'] as const),
      size: random.between(0.026, 0.05),
      speedX: random.between(0, 0.08),
      sway: { width: random.between(0.03, 0.07), hz: random.between(0.22, 0.4), phase: random.between(0, 1) },
      spin: random.between(-0.22, 0.22),
      flipHz: random.between(0.15, 0.4),
    }),
  )
}

export const snow: Recipe = (wanted) => {
  const { random } = wanted
  return times(130, wanted.share, (i) => {
    // Near flakes are large and fast, far ones small and slow.
    const near = random.between(0, 1)
    const isFlake = near > 0.7
    return falling(wanted, i, 0.13 + 0.15 * near, {
      sprite: isFlake ? 'flake' : 'snow',
      size: isFlake ? 0.026 + 0.045 * (near - 0.7) : 0.009 + 0.018 * near,
      sway: { width: random.between(0.008, 0.03), hz: random.between(0.12, 0.3), phase: random.between(0, 1) },
      spin: random.between(-0.08, 0.08),
      alpha: 0.7 + 0.3 * near,
    })
  })
}

export const rain: Recipe = (wanted) => {
  const { random } = wanted
  return times(130, wanted.share, (i) => {
    const near = random.between(0, 1)
    const descent = 0.9 + 0.7 * near
    return falling(wanted, i, descent, {
      sprite: 'drop',
      size: 0.05 + 0.06 * near,
      speedX: -0.1 * descent,
      turn: 0.016,
      alpha: 0.45 + 0.5 * near,
    })
  })
}
