// Signs of feeling around her, each a part of its own so that it can move: tears, sweat, anger, hearts, stars, a question, a call.
import { closed, ellipse, type Outline, ribbon, spline } from './curve'
import { dots, SIDES, type Side, sideName, spun, type XY } from './dot'
import { type Layer, layer } from './layer'
import { linear, radial, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Paint, Pen } from './pen'
import { PROPORTIONS as P } from './proportions'
import { drop, heart, scaled, sparkle } from './sign-shapes'
import type { WarpName } from './warps'

export interface Effect {
  readonly id: string
  readonly warp: WarpName
  readonly channel: 'tear' | 'sweat' | 'angerMark' | 'heart' | 'star' | 'question' | 'exclaim'
  readonly centre: XY
  paint(pen: Pen): void
}

/** px of white round a sign, so that it is clear of hair and of any background. */
const WHITE_EDGE_PX = 17
/** Signs of several shapes: all white edges first. */
const sticker = (pen: Pen, shapes: readonly Outline[], paint: Paint, line: string, width = 6): void => {
  for (const shape of shapes) pen.shape(shape, '#fff', '#fff', WHITE_EDGE_PX + width)
  for (const shape of shapes) pen.shape(shape, paint, line, width)
}

const tears = (side: Side): Effect[] => {
  const [x, poolX] = [P.axisX + side * 190, P.axisX + side * 150]
  const at = { warp: 'feature', channel: 'tear' } as const
  const fall = (pen: Pen): void => {
    pen.shape(drop(x, 886, 29), vertical(832, 914, [0, '#f4fcff'], [0.5, C.effect.tear], [1, '#6cc0f0']), C.effect.water, 4.5)
    pen.fill(ellipse(x - 8, 884, 5, 10, 12), '#fff')
  }
  const pool = (pen: Pen): void => {
    pen.fill(ellipse(poolX, 819, 58, 15, side * -8), '#9bdcfa', 0.95).fill(ellipse(poolX - 14, 815, 14, 4), '#fff')
  }
  const name = sideName(side)
  return [
    { id: `tear_${name}`, centre: [x, 884], paint: fall, ...at },
    { id: `tear_pool_${name}`, centre: [poolX, 818], paint: pool, ...at },
  ]
}

const sweat: Effect = {
  id: 'sweat',
  warp: 'ornament',
  channel: 'sweat',
  centre: [1262, 580],
  paint(pen) {
    const body = drop(1262, 580, 35)
    pen.shape(body, '#fff', '#fff', 14)
    pen.shape(body, vertical(520, 616, [0, '#fff'], [0.5, C.effect.sweat], [1, '#86cdf0']), C.effect.water, 5)
    pen.fill(ellipse(1250, 582, 7, 13, 10), '#fff')
  },
}

const anger: Effect = {
  id: 'anger',
  warp: 'ornament',
  channel: 'angerMark',
  centre: [1246, 372],
  paint(pen) {
    const quarter = dots('1208,360,3 1232,360,16 1238,354,17 1238,326,3')
    const arms = [0, 90, 180, 270].map((degrees) => ribbon(spline(spun(quarter, 1246, 372, degrees, 1.9))))
    sticker(pen, arms, linear(1190, 310, 1300, 430, [0, '#ff7a86'], [1, '#f02c48']), '#a3142c', 5)
  },
}

const hearts = (
  [
    [1500, 460, 58, 14],
    [1574, 600, 34, -10],
    [490, 520, 40, -16],
  ] as const
).map(([x, y, r, degrees], i): Effect => {
  const paint = (pen: Pen): void => {
    const body = spun(heart(x, y, r), x, y, degrees)
    sticker(pen, [body], vertical(y - r, y + r, [0, '#ffa9bd'], [1, '#ff5f86']), '#b83358')
    pen.fill(ellipse(x - r * 0.45, y - r * 0.45, r * 0.16, r * 0.26, 30), '#fff', 0.95)
  }
  return { id: `heart_${i + 1}`, warp: 'body', channel: 'heart', centre: [x, y], paint }
})

const stars = (
  [
    [1490, 430, 78],
    [1560, 572, 42],
    [502, 560, 58],
  ] as const
).map(([x, y, r], i): Effect => {
  const paint = (pen: Pen): void => {
    const gold = radial(x, y, r, [0, '#fffbe0'], [0.35, '#ffe680'], [1, '#ffb52e'])
    sticker(pen, [sparkle(x, y, r)], gold, '#b06a12')
    pen.fill(ellipse(x, y, r * 0.13, r * 0.16), '#fff')
  }
  return { id: `star_${i + 1}`, warp: 'body', channel: 'star', centre: [x, y], paint }
})

const question: Effect = {
  id: 'question',
  warp: 'body',
  channel: 'question',
  centre: [1478, 450],
  paint(pen) {
    const hook = ribbon(spline(dots('1424,424,20 1440,366,30 1496,352,32 1530,400,32 1490,450,31 1480,500,24')))
    const dot = ellipse(1479, 556, 22, 22)
    sticker(pen, [hook, dot], vertical(340, 580, [0, '#b6fbe6'], [1, '#35c3b4']), C.vest.line, 7)
    pen.ink(dots('1446,392,0 1464,370,8 1492,366,0'), '#fff', 0.9).fill(ellipse(1473, 549, 6, 5), '#fff', 0.9)
  },
}

/** Two strokes, a tall one and a small one, both leaning away from her. */
const exclaim: Effect = {
  id: 'exclaim',
  warp: 'body',
  channel: 'exclaim',
  centre: [522, 450],
  paint(pen) {
    const mark = (x: number, y: number, k: number, degrees: number): Outline[] => {
      const bar = closed(scaled(x, y, '-.26,-1.1 0,-1.24 .26,-1.1 .25,-.7 .12,.22 0,.32 -.12,.22 -.25,-.7', 96 * k))
      return [spun(bar, x, y, degrees), spun(ellipse(x, y + 70 * k, 23 * k, 23 * k), x, y, degrees)]
    }
    const marks = [...mark(545, 462, 1, -10), ...mark(457, 520, 0.62, -26)]
    sticker(pen, marks, vertical(330, 570, [0, '#ffe066'], [0.55, '#ffab3d'], [1, '#ff7a4d']), '#9c3a1c', 7)
    pen.ink(spun(dots('534,366,0 532,400,9 537,440,0'), 545, 462, -10), '#fff', 0.9)
  },
}

export const EFFECTS: readonly Effect[] = [...SIDES.flatMap(tears), sweat, anger, ...hearts, ...stars, question, exclaim]

export const EFFECT_LAYERS: readonly Layer[] = EFFECTS.map(({ id, warp, channel, paint }) =>
  layer(`fx_${id}`, warp, (pen, pose) => {
    if (pose[channel] > 0) pen.fade(Math.min(1, pose[channel]), () => paint(pen))
  }),
)
