// In: chance. Out: what springs from a point: fireworks at her sides, a start of surprise.
import type { Seconds } from '@psiona/shared/units'
import type { Particle } from './effect-particle'
import { besideHer, type Recipe, times } from './effect-recipe'
import { SPARK_SPRITES } from './effect-sprites'

/** Bursts that follow each other faster than three a second can set off a seizure. */
export const LEAST_BETWEEN_BURSTS: Seconds = 0.42

export const fireworks: Recipe = ({ random, share, seconds }) => {
  const bursts = Math.max(1, Math.min(1 + Math.floor((seconds - 1) / LEAST_BETWEEN_BURSTS), Math.round(3 + 5 * share)))
  const every = Math.max(LEAST_BETWEEN_BURSTS, (seconds - 2) / bursts)
  const climbs = Math.min(0.65, 0.3 * seconds)
  return times(bursts, 1, (burst) => {
    const launched = burst * every
    const at = besideHer(random, burst)
    const y = random.between(0.12, 0.4)
    const sprite = SPARK_SPRITES[burst % SPARK_SPRITES.length]!
    const second = random.pick(SPARK_SPRITES)
    const reach = random.between(0.45, 0.75)
    const rocket: Particle = {
      sprite: 'spark-0',
      bornSeconds: launched,
      livesSeconds: climbs,
      ...at,
      y: 1.02,
      size: 0.022,
      stretch: 3,
      descent: (y - 1.02) / climbs,
      fadesSeconds: 0.15,
    }
    const sparks = times(40, 0.4 + 0.6 * share, (i, count): Particle => {
      const turn = i / count + random.between(-0.01, 0.01)
      const inner = i % 3 === 0
      const speed = reach * (inner ? random.between(0.4, 0.6) : random.between(0.9, 1.05))
      return {
        sprite: inner ? second : sprite,
        bornSeconds: launched + climbs,
        livesSeconds: Math.min(random.between(1, 1.7), seconds - launched - climbs),
        ...at,
        y,
        size: random.between(0.012, 0.018),
        // Drawn out along its way.
        turn: turn + 0.25,
        stretch: 3.4,
        speedX: Math.cos(2 * Math.PI * turn) * speed,
        speedY: Math.sin(2 * Math.PI * turn) * speed,
        drag: 2.6,
        gravity: 0.22,
        fadesSeconds: 0.8,
      }
    })
    return [rocket, ...sparks]
  }).flat()
}

export const exclaim: Recipe = ({ random, share, seconds }) => {
  const livesSeconds = Math.min(seconds, 1.8)
  const sides = [-1, 1] as const
  return sides.flatMap((side) => {
    const at = { where: 'her', x: 0.5 + 0.57 * side, y: 0.24 } as const
    const mark: Particle = {
      ...at,
      sprite: 'exclamation',
      bornSeconds: side === 1 ? 0 : 0.09,
      livesSeconds: livesSeconds - 0.1,
      size: 0.2,
      turn: 0.035 * side,
      growsSeconds: 0.32,
      bounces: true,
      fadesSeconds: 0.3,
    }
    const rays = times(5, 0.4 + 0.6 * share, (i, count): Particle => {
      const turn = 0.25 * side + (i / Math.max(1, count - 1) - 0.5) * 0.34 * side
      const far = 0.17
      return {
        ...at,
        sprite: 'ray',
        bornSeconds: 0.1 + random.between(0, 0.06),
        livesSeconds: Math.min(livesSeconds - 0.2, 0.9),
        size: 0.05,
        // Out from the mark, to stop at a distance from it.
        speedX: Math.sin(2 * Math.PI * turn) * far * 6,
        speedY: -Math.cos(2 * Math.PI * turn) * far * 6,
        drag: 6,
        turn,
        stretch: 1.5,
        growsSeconds: 0.2,
        fadesSeconds: 0.35,
      }
    })
    return [mark, ...rays]
  })
}
