// In: chance. Out: what comes up from below: hearts, stars, confetti; and what glitters where it is: sparkles, the foam on her wave.
import { bornAt, oneBesideHer, type Recipe, times } from './effect-recipe'
import { PAPER_SPRITES } from './effect-sprites'

export const hearts: Recipe = (wanted) => {
  const { random, share } = wanted
  return times(34, share, (i, count) => ({
    ...oneBesideHer(wanted, i, count, [2.4, 3.4]),
    sprite: random.pick(['heart', 'heart', 'heart-light'] as const),
    y: random.between(0.9, 1.02),
    size: random.between(0.035, 0.085),
    descent: -random.between(0.2, 0.3),
    sway: { width: random.between(0.015, 0.04), hz: random.between(0.3, 0.55), phase: random.between(0, 1) },
    turn: random.between(-0.04, 0.04),
    growsSeconds: 0.35,
    bounces: true,
    fadesSeconds: 0.8,
  }))
}

export const stars: Recipe = (wanted) => {
  const { random, share } = wanted
  return times(36, share, (i, count) => ({
    ...oneBesideHer(wanted, i, count, [2, 2.8]),
    sprite: random.pick(['star', 'star', 'star-mint'] as const),
    y: 1.06,
    size: random.between(0.035, 0.075),
    speedX: (i % 2 === 1 ? -1 : 1) * random.between(-0.1, 0.12),
    speedY: -random.between(0.95, 1.35),
    gravity: 0.62,
    turn: random.between(0, 1),
    spin: random.between(-0.35, 0.35),
    growsSeconds: 0.2,
    fadesSeconds: 0.5,
  }))
}

export const confetti: Recipe = ({ random, share, seconds }) =>
  times(170, share, (i) => {
    const right = i % 2 === 1
    // Straight up is a quarter of a turn; the cannons stand in the lower corners and lean inwards.
    const angle = 2 * Math.PI * random.between(0.14, 0.235)
    const speed = random.between(1.6, 4.4)
    const bornSeconds = random.between(0, Math.min(0.5, 0.2 * seconds))
    return {
      sprite: random.pick(PAPER_SPRITES),
      bornSeconds,
      livesSeconds: Math.min(seconds - bornSeconds, random.between(3, 4.6)),
      x: right ? 1.02 : -0.02,
      y: 0.98,
      size: random.between(0.022, 0.042),
      speedX: (right ? -1 : 1) * Math.cos(angle) * speed,
      speedY: -Math.sin(angle) * speed,
      drag: 2.1,
      gravity: random.between(0.45, 0.8),
      sway: { width: random.between(0.005, 0.03), hz: random.between(0.5, 1.1), phase: random.between(0, 1) },
      turn: random.between(0, 1),
      spin: random.between(-0.7, 0.7),
      flipHz: random.between(0.6, 1.6),
      fadesSeconds: 0.7,
    }
  })

export const sparkles: Recipe = (wanted) => {
  const { random, share } = wanted
  return times(44, share, (i, count) => {
    const one = oneBesideHer(wanted, i, count, [0.9, 1.5])
    return {
      ...one,
      sprite: random.pick(['sparkle', 'sparkle', 'sparkle-mint'] as const),
      y: random.between(0.06, 0.86),
      size: random.between(0.04, 0.12),
      descent: -0.015,
      turn: random.between(-0.02, 0.02),
      spin: random.between(-0.06, 0.06),
      growsSeconds: 0.4 * one.livesSeconds,
      fadesSeconds: 0.55 * one.livesSeconds,
    }
  })
}

/** Foam on her wave, which effect-wave.ts draws. */
export const waves: Recipe = ({ random, share, seconds }) =>
  times(26, share, (i, count) => ({
    sprite: random.pick(['sparkle', 'sparkle-mint'] as const),
    bornSeconds: bornAt(i, count, seconds, 1.1),
    livesSeconds: Math.min(seconds, 1.1),
    x: -0.06 + 1.12 * (i / count) + random.between(-0.06, 0.06),
    y: 0.8 + random.between(-0.12, 0.02),
    size: random.between(0.02, 0.05),
    descent: -0.03,
    growsSeconds: 0.4,
    fadesSeconds: 0.6,
  }))
