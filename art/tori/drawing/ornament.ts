// The golden psi in her hair.
import { ellipse, ribbon, spline } from './curve'
import { type Dot, dots, shifted, spun } from './dot'
import { layer } from './layer'
import { gold, linear } from './paint'
import { PALETTE } from './palette'
import type { Pen } from './pen'

const C = PALETTE.gold
const CENTRE = { x: 762, y: 492, degrees: -14, scale: 1.02 } as const

/** Points about the centre of the ornament, in its own upright coordinates. */
const placed = (text: string): Dot[] => {
  const { x, y, degrees, scale } = CENTRE
  const upright = dots(text).map((p): Dot => [x + p[0] * scale, y + p[1] * scale, (p[2] ?? 0) * scale])
  return spun(upright, x, y, degrees)
}

const paintPsi = (pen: Pen): void => {
  const { x, y } = CENTRE
  const paint = gold(x - 70, y - 70, x + 60, y + 80)
  const stem = ribbon(spline(placed('0,-78,15 0,-30,17 0,30,16 0,92,14')))
  const fork = ribbon(
    spline(
      placed(`-70,-60,13 -58,-56,15 -54,-38,18 -52,-8,20 -34,24,18 0,36,16
        34,24,18 52,-8,20 54,-38,18 58,-56,15 70,-60,13`),
    ),
  )
  for (const part of [fork, stem]) pen.fill(shifted(part, 8, 14), PALETTE.hair.line, 0.35)
  const balls = placed('-72,-59 72,-59 0,-82 0,96').map((p) => ellipse(p[0], p[1], 12.5, 12.5))
  for (const part of [...balls, stem, fork]) pen.shape(part, paint, C.line, 6)
  pen.fill(stem, paint)
  for (const ball of balls) {
    const lit = ball[Math.round(ball.length * 0.62)]!
    pen.fill(ball, paint).fill(ellipse(lit[0] + 4, lit[1] + 4, 3.5, 3.5), '#fff', 0.85)
  }
  pen.ink(placed('-46,-44,0 -44,-10,6 -28,20,0'), '#fff', 0.85)
  pen.ink(placed('-3,-66,0 -3,-20,5 -3,20,0'), '#fff', 0.8)
  const [gemX, gemY] = placed('0,36')[0]!
  const mint = linear(gemX, gemY - 15, gemX, gemY + 15, [0, '#d8fff4'], [1, '#2fb3a4'])
  pen.shape(ellipse(gemX, gemY, 15, 15), mint, C.line, 4).fill(ellipse(gemX - 4, gemY - 5, 4, 4), '#fff')
}

export const ORNAMENT = [layer('ornament_psi', 'ornament', paintPsi)]
