// Ivory headphones with rings of mint and gold: one band, two cups.
import { closed, type Line, ribbon, withWidth } from './curve'
import { type Dot, dots, type Side } from './dot'
import { radians } from './interpolation'
import { layer, pair } from './layer'
import { linear, vertical } from './paint'
import { PALETTE } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

const C = PALETTE.phone

/** A superellipse from cup to cup over the crown, thicker at the top. */
const bandLine = (): Line => {
  const bend = (v: number): number => Math.sign(v) * Math.abs(v) ** 0.9
  return Array.from({ length: 91 }, (_, i): Dot => {
    const a = radians(-105 + (210 * i) / 90)
    return [P.axisX + 366 * bend(Math.sin(a)), 562 - 382 * bend(Math.cos(a)), 27 + 10 * Math.max(0, Math.cos(a))]
  })
}

const paintBand = (pen: Pen): void => {
  const line = bandLine()
  pen.shape(ribbon(line), linear(640, 200, 1380, 500, [0, '#ffffff'], [0.5, C.base], [1, C.shade]), C.line, 7)
  const seam = withWidth(line, () => 4.5)
  pen.line(seam, C.glow, 0.95)
  pen.fill(ribbon(line, 0.22, 0.5), C.shade, 0.8)
}

const paintCup = (pen: Pen, s: Side): void => {
  const [x, y] = [P.axisX + s * P.cupX, P.cupY]
  const around = (text: string): Dot[] => dots(text).map((p) => [x + s * p[0], y + p[1], p[2]])
  const cushion = closed(around('-34,-92 -10,-108 12,-92 14,0 12,92 -10,108 -34,92 -44,0'))
  pen.shape(cushion, linear(x - 40, y, x + 40, y, [0, '#4a5092'], [1, C.dark]), C.line, 6)
  const shell = closed(around('2,-98 34,-84 58,-44 64,0 58,44 34,84 2,98 10,0'))
  pen.shape(shell, linear(x - 60, y - 80, x + 60, y + 90, [0, '#fff'], [0.55, C.base], [1, C.shade]), C.line, 7)
  pen.clip([shell], () => {
    const below = dots('-80,20 0,40 80,16 80,130 -80,130').map((p): Dot => [x + p[0], y + p[1]])
    pen.fill(closed(below), C.shade, 0.75)
  })
  pen.ink(around('24,-78,0 38,0,10 24,78,0'), PALETTE.gold.base)
  pen.ink(around('40,-58,0 51,0,8 40,58,0'), C.glow)
  const joint = closed(around('-6,-150 24,-150 32,-100 20,-78 -4,-84'))
  pen.shape(joint, vertical(y - 150, y - 80, [0, C.base], [1, C.shade]), C.line, 6)
}

export const HEADPHONES = [layer('headphone_band', 'phones', paintBand), ...pair('headphone', 'phones', paintCup)]
