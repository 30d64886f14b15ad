// Lids in, the strokes that lie along them out: upper lash with its flicks, lower lash, crease.
import { at, beside, cut, evenly, type Line, spline, taper, withWidth } from './curve'
import type { Dot } from './dot'
import type { EyeCurves } from './eye-curves'
import { clamp, lerp, radians, smooth } from './interpolation'
import { linear } from './paint'
import { PALETTE as C } from './palette'
import type { Paint } from './pen'
import { PROPORTIONS as P } from './proportions'

export interface Stroke {
  readonly id: string
  /** Equal in length for every pose. */
  readonly line: Line
  readonly paint: Paint
  readonly opacity: number
}

const FLICK_POINTS = 9
const flick = (...points: Dot[]): Line => evenly(spline(points, false, 2), FLICK_POINTS)

/** Lashes get thinner as the eye shuts. */
export const lashThickness = (open: number): number => lerp(0.6, 1, clamp(open, 0, 1))

/** Place along the lid, length px, degrees from horizontal, root width px. */
const LASHES = [
  { id: 'inner', t: 0.7, length: 30, degrees: -44, width: 13 },
  { id: 'middle', t: 0.84, length: 38, degrees: -26, width: 16 },
  { id: 'outer', t: 0.96, length: 34, degrees: -6, width: 14 },
] as const

export const upperLash = (e: EyeCurves): Stroke[] => {
  const { side: s } = e
  const open = clamp(e.open, 0, 1)
  const thick = lashThickness(e.open)
  const paint = linear(
    P.axisX + s * 50,
    740,
    P.axisX + s * 245,
    740,
    [0, '#7a3347'],
    [0.3, C.eye.lash],
    [0.8, C.eye.lash],
    [1, '#5a2a4a'],
  )
  const width = (t: number): number => thick * (2 + 24 * smooth(-0.06, 0.72, t) ** 1.05 - 10 * smooth(0.85, 1, t))
  const edge = beside(withWidth(e.upper, width), (w) => -s * w * 0.35)
  const end = at(e.upper, 1)
  const corner = flick(
    [end[0] - s * 5, end[1] - 10, 13 * thick],
    [end[0] + s, end[1] + 6, 8 * thick],
    [end[0] - s * 3, end[1] + 22 * open + 4, 0],
  )
  const lashes = LASHES.map(({ id, t, length, degrees, width }): Stroke => {
    const [x, y] = at(edge, t)
    const a = radians(degrees + (1 - open) * 34 * (1 - 1.6 * e.smile))
    const [dx, dy] = [s * length * Math.cos(a), length * Math.sin(a)]
    const line = flick(
      [x - s * 10, y + 3, width * thick],
      [x + dx * 0.5, y + dy * 0.5 + 3, width * 0.55 * thick],
      [x + dx, y + dy - 2, 0],
    )
    return { id, line, paint, opacity: 1 }
  })
  return [{ id: 'lid', line: edge, paint, opacity: 1 }, { id: 'corner', line: corner, paint, opacity: 1 }, ...lashes]
}

export const lowerLash = (e: EyeCurves): Stroke[] => {
  const { side: s } = e
  const soft = withWidth(cut(e.lower, 0.02, 0.5), (t) => 3.2 * (1 - 0.4 * t))
  const warm = withWidth(cut(e.lower, 0.36, 1), (t) => 1 + 5 * t ** 0.8)
  const lash = (id: string, t: number, dx: number, dy: number): Stroke => {
    const [x, y] = at(e.lower, t)
    return { id, line: flick([x - s * 4, y - 2, 5], [x + s * dx, y + dy, 0]), paint: C.eye.lashWarm, opacity: 1 }
  }
  return [
    { id: 'soft', line: soft, paint: C.skin.soft, opacity: 0.75 },
    { id: 'warm', line: warm, paint: C.eye.lashWarm, opacity: 1 },
    lash('middle', 0.62, 10, 13),
    lash('outer', 0.78, 15, 9),
  ]
}

/** The fold above the lid. */
export const lidCrease = (e: EyeCurves): Stroke => {
  const open = clamp(e.open, 0, 1)
  const line = cut(e.upper, 0.16, 0.84).map((p): Dot => [p[0], p[1] - lerp(34, 31, open)])
  return { id: 'crease', line: withWidth(line, taper(5, 0.6)), paint: C.skin.line, opacity: lerp(0.3, 0.85, open) }
}
