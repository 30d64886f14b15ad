// In: a sprite's name. Out: its small picture, drawn when it is first wanted and kept.
import {
  exclamation,
  halo,
  heart,
  paper,
  petal,
  raindrop,
  ray,
  type Shape,
  snowball,
  snowflake,
  sparkle,
  star,
} from './effect-shapes'

/** Her own colours (gold, glow, blush, bow, trim) and two that go with them. */
const PAPERS = ['#f7bf4a', '#ff8a5c', '#ff7f86', '#7ff0d2', '#2fb3a4', '#7c9bff', '#a78bfa'] as const
const SPARKS = ['#f7bf4a', '#7ff0d2', '#ff7f86', '#8fa8ff', '#c9a6ff'] as const

const SPRITES = {
  heart: heart('#ff8f9d', '#f2476a'),
  'heart-light': heart('#ffd3da', '#ff7f86'),
  star: star('#ffe79c', '#f7bf4a', '#b3701c'),
  'star-mint': star('#e4fff5', '#7ff0d2', '#23897d'),
  sparkle: sparkle('#fff8e2', '#f7bf4a', '#d9932b'),
  'sparkle-mint': sparkle('#f3fffb', '#5fe0c0', '#2fa795'),
  petal: petal('#fff5f6', '#ffb3c0'),
  'petal-deep': petal('#ffdbe1', '#ff8f9d'),
  flake: snowflake,
  snow: snowball,
  drop: raindrop,
  exclamation,
  ray,
  'paper-0': paper(PAPERS[0], false),
  'paper-1': paper(PAPERS[1], false),
  'paper-2': paper(PAPERS[2], true),
  'paper-3': paper(PAPERS[3], false),
  'paper-4': paper(PAPERS[4], false),
  'paper-5': paper(PAPERS[5], true),
  'paper-6': paper(PAPERS[6], false),
  'spark-0': halo(SPARKS[0], true),
  'spark-1': halo(SPARKS[1], true),
  'spark-2': halo(SPARKS[2], true),
  'spark-3': halo(SPARKS[3], true),
  'spark-4': halo(SPARKS[4], true),
} satisfies Record<string, Shape>

export type SpriteName = keyof typeof SPRITES

export const PAPER_SPRITES = ['paper-0', 'paper-1', 'paper-2', 'paper-3', 'paper-4', 'paper-5', 'paper-6'] as const
export const SPARK_SPRITES = ['spark-0', 'spark-1', 'spark-2', 'spark-3', 'spark-4'] as const

/** Larger than most are drawn: shrinking is cheap, growing ugly. */
const SPRITE_PX = 128

export class EffectSprites {
  readonly #drawn = new Map<SpriteName, OffscreenCanvas>()

  of(name: SpriteName): OffscreenCanvas {
    const known = this.#drawn.get(name)
    if (known) return known
    const canvas = new OffscreenCanvas(SPRITE_PX, SPRITE_PX)
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.setTransform(SPRITE_PX / 2, 0, 0, SPRITE_PX / 2, SPRITE_PX / 2, SPRITE_PX / 2)
      SPRITES[name](pen)
    }
    this.#drawn.set(name, canvas)
    return canvas
  }
}
