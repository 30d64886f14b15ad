// Signs of feeling around her, each a part of its own so that it can move: tears, sweat, anger, hearts, stars, a question.
import { closed, ellipse, type Outline, ribbon, spline } from './curve'
import { corner, type Dot, dots, SIDES, type Side, sideName, spun, type XY } from './dot'
import { type Layer, layer } from './layer'
import { vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'
import type { WarpName } from './warps'

export interface Effect {
  readonly id: string
  readonly warp: WarpName
  readonly channel: 'tear' | 'sweat' | 'angerMark' | 'heart' | 'star' | 'question'
  readonly centre: XY
  paint(pen: Pen): void
}

const around = (x: number, y: number, text: string, scale: number): Dot[] =>
  dots(text).map((p) => [x + p[0] * scale, y + p[1] * scale, p[2], p[3]])

const drop = (x: number, y: number, r: number): Outline => closed(around(x, y, '0,-1.9! .7,-.5 1,.25 0,1 -1,.25 -.7,-.5', r))
const heart = (x: number, y: number, r: number): Outline =>
  closed(around(x, y, '0,-.45! .5,-1 1,-.45 .62,.3 0,1! -.62,.3 -1,-.45 -.5,-1', r))
const star = (x: number, y: number, r: number): Outline =>
  closed(
    Array.from({ length: 8 }, (_, i): Dot => {
      const a = (i * Math.PI) / 4 - Math.PI / 2
      const reach = i % 2 ? r * 0.32 : r
      return corner(x + reach * Math.cos(a), y + reach * Math.sin(a))
    }),
  )

const tears = (side: Side): Effect[] => {
  const [x, poolX] = [P.axisX + side * 190, P.axisX + side * 150]
  const at = { warp: 'feature', channel: 'tear' } as const
  const fall = (pen: Pen): void => {
    pen.shape(drop(x, 878, 20), vertical(840, 900, [0, '#eefaff'], [1, C.effect.tear]), C.effect.water, 4)
    pen.fill(ellipse(x - 6, 878, 4, 8), '#fff')
  }
  const pool = (pen: Pen): void => {
    pen.fill(ellipse(poolX, 820, 44, 9), C.effect.tear, 0.85)
  }
  const name = sideName(side)
  return [
    { id: `tear_${name}`, centre: [x, 878], paint: fall, ...at },
    { id: `tear_pool_${name}`, centre: [poolX, 820], paint: pool, ...at },
  ]
}

const sweat: Effect = {
  id: 'sweat',
  warp: 'ornament',
  channel: 'sweat',
  centre: [1262, 590],
  paint(pen) {
    pen.shape(drop(1262, 590, 30), vertical(540, 620, [0, '#fff'], [1, C.effect.sweat]), C.effect.water, 5)
    pen.fill(ellipse(1252, 592, 6, 11), '#fff')
  },
}

const anger: Effect = {
  id: 'anger',
  warp: 'ornament',
  channel: 'angerMark',
  centre: [1250, 378],
  paint(pen) {
    const quarter = dots('1212,366,3 1236,366,15 1242,360,16 1242,332,3')
    for (const degrees of [0, 90, 180, 270])
      pen.shape(ribbon(spline(spun(quarter, 1250, 378, degrees, 1.7))), C.effect.anger, '#fff', 9)
  },
}

const hearts = (
  [
    [1500, 460, 58, 14],
    [1590, 600, 34, -10],
    [490, 520, 40, -16],
  ] as const
).map(([x, y, r, degrees], i): Effect => {
  const paint = (pen: Pen): void => {
    const body = spun(heart(x, y, r), x, y, degrees)
    pen.shape(body, vertical(y - r, y + r, [0, '#ff9bb2'], [1, C.effect.heart]), '#b83358', 6)
    pen.fill(ellipse(x - r * 0.45, y - r * 0.45, r * 0.16, r * 0.24, 30), '#fff', 0.9)
  }
  return { id: `heart_${i + 1}`, warp: 'body', channel: 'heart', centre: [x, y], paint }
})

const stars = (
  [
    [1490, 440, 64],
    [1570, 560, 34],
    [500, 560, 48],
  ] as const
).map(([x, y, r], i): Effect => {
  const paint = (pen: Pen): void => {
    pen.shape(star(x, y, r), C.effect.star, '#b87a1c', 6).fill(star(x, y, r * 0.5), '#fff', 0.8)
  }
  return { id: `star_${i + 1}`, warp: 'body', channel: 'star', centre: [x, y], paint }
})

const question: Effect = {
  id: 'question',
  warp: 'body',
  channel: 'question',
  centre: [1478, 450],
  paint(pen) {
    const hook = dots('1430,420,16 1446,372,24 1496,362,26 1524,404,26 1488,450,26 1480,494,20')
    pen.shape(ribbon(spline(hook)), C.phone.glow, C.vest.line, 6)
    pen.shape(ellipse(1478, 540, 18, 18), C.phone.glow, C.vest.line, 6)
  },
}

export const EFFECTS: readonly Effect[] = [...SIDES.flatMap(tears), sweat, anger, ...hearts, ...stars, question]

export const EFFECT_LAYERS: readonly Layer[] = EFFECTS.map(({ id, warp, channel, paint }) =>
  layer(`fx_${id}`, warp, (pen, pose) => {
    if (pose[channel] > 0) pen.fade(Math.min(1, pose[channel]), () => paint(pen))
  }),
)
