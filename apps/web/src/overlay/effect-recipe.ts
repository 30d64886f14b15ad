// How an effect is made: how much of it, for how long, chance go in; all things that will fly come out. They keep to her sides where they
// can: her face stays in view.
import type { Seconds, Unit } from '@psiona/shared/units'
import type { Particle } from './effect-particle'
import type { EffectRandom } from './effect-random'

export interface RecipeFor {
  readonly random: EffectRandom
  /** Of what the kind has at most. */
  readonly share: Unit
  readonly seconds: Seconds
}
export type Recipe = (wanted: RecipeFor) => Particle[]

/** At least one. */
export const times = <T>(most: number, share: Unit, make: (i: number, count: number) => T): T[] => {
  const count = Math.max(1, Math.round(most * share))
  return Array.from({ length: count }, (_, i) => make(i, count))
}
/** Evenly over the effect, the last one early enough to end with it. */
export const bornAt = (i: number, count: number, seconds: Seconds, livesSeconds: Seconds): Seconds =>
  (i / count) * Math.max(0, seconds - livesSeconds)
/** At either side of her, in turn. */
export const besideHer = (random: EffectRandom, i: number) =>
  ({ where: 'beside', x: 0.5 * (i % 2) + random.between(0.05, 0.45) }) as const
/** One of `count`, evenly over the effect, at either side of her in turn; it lives for a time between these two. */
export const oneBesideHer = (
  { random, seconds }: RecipeFor,
  i: number,
  count: number,
  [least, most]: readonly [Seconds, Seconds],
) => {
  const livesSeconds = Math.min(seconds, random.between(least, most))
  return { bornSeconds: bornAt(i, count, seconds, livesSeconds), livesSeconds, ...besideHer(random, i) }
}
