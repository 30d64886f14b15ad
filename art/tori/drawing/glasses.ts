// Thin round golden glasses, before the eyes and behind the fringe.
import { ellipse, ribbon, spline } from './curve'
import { type Dot, dots, fromAxis, SIDES, type Side } from './dot'
import { APPEARS } from './gestures'
import { layer, shownBy } from './layer'
import { gold } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

const LENS = { x: 140, y: 764, radiusX: 112, radiusY: 106 } as const

const lens = (pen: Pen, side: Side): void => {
  const x = P.axisX + side * LENS.x
  const inner = ellipse(x, LENS.y, LENS.radiusX, LENS.radiusY)
  pen.fill(inner, '#dff6ff', 0.1)
  pen.clip([inner], () => {
    const glint: Dot[] = dots('-96,-20 -30,-100 8,-100 -88,30').map((p) => [x + p[0], LENS.y + p[1]])
    pen.fill(glint, '#ffffff', 0.2)
    pen.fill(
      dots('-84,48 24,-96 40,-96 -76,62').map((p): Dot => [x + p[0], LENS.y + p[1]]),
      '#ffffff',
      0.14,
    )
  })
  const rim = (width: number): Dot[] => [...inner, inner[0]!].map((p): Dot => [p[0], p[1], width])
  pen.line(rim(13), C.gold.line).line(rim(8), gold(x - 100, LENS.y - 100, x + 90, LENS.y + 100))
  const shine = inner.filter((p) => p[0] < x - 20 && p[1] < LENS.y - 30).map((p): Dot => [p[0], p[1], 3])
  pen.line(shine, '#fffbe0', 0.9)
}

export const GLASSES = shownBy({ every: { glasses: APPEARS } }, [
  layer('glasses', 'feature', (pen) => {
    const paint = gold(960, 730, 1040, 770)
    const bridge = dots('972,752,9 986,740,9 1000,737,9 1014,740,9 1028,752,9')
    pen.shape(ribbon(spline(bridge)), paint, C.gold.line, 4)
    for (const side of SIDES) {
      const temple = fromAxis(dots('250,744,8 282,734,8 306,736,7'), side)
      pen.shape(ribbon(spline(temple)), paint, C.gold.line, 4)
      lens(pen, side)
    }
  }),
])
