// Text in, points of a curve out: the notation the whole drawing is written in.
import { lerp, radians } from './interpolation'
import { PROPORTIONS as P } from './proportions'

/** Canvas px. The width is the full width of a stroke at this point; a corner is a point the curve does not round. */
export type Dot = readonly [x: number, y: number, width?: number | undefined, corner?: boolean | undefined]
export type XY = readonly [x: number, y: number]

/** +1 is the viewer's right (the character's left, L), -1 the viewer's left (R). */
export type Side = 1 | -1
export const SIDES: readonly Side[] = [-1, 1]
export const sideName = (side: Side): 'L' | 'R' => (side > 0 ? 'L' : 'R')

/** '80,1150! 190,1230,12' is a corner without a width and a smooth point 12 px wide. */
export const dots = (text: string): Dot[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [x = Number.NaN, y = Number.NaN, width] = word.replace('!', '').split(',').map(Number)
      if (Number.isNaN(x) || Number.isNaN(y)) throw new Error(`Not a point of the drawing: "${word}". Write x,y or x,y,width.`)
      return [x, y, width, word.endsWith('!')]
    })

export const corner = (x: number, y: number, width?: number): Dot => [x, y, width, true]
export const movedTo = (dot: Dot, x: number, y: number): Dot => [x, y, dot[2], dot[3]]

/** From (offset from the axis of symmetry, y) to the canvas; side -1 mirrors. */
export const fromAxis = (points: readonly Dot[], side: Side = 1): Dot[] =>
  points.map((p) => movedTo(p, P.axisX + side * p[0], p[1]))

export const shifted = (points: readonly Dot[], x: number, y: number): Dot[] => points.map((p) => movedTo(p, p[0] + x, p[1] + y))

export const spun = (points: readonly Dot[], x: number, y: number, degrees: number, scale = 1): Dot[] => {
  const c = Math.cos(radians(degrees)) * scale
  const s = Math.sin(radians(degrees)) * scale
  return points.map((p) => movedTo(p, x + (p[0] - x) * c - (p[1] - y) * s, y + (p[0] - x) * s + (p[1] - y) * c))
}

/** Point by point between two curves of equal length; t may leave 0..1. */
export const mixed = (a: readonly Dot[], b: readonly Dot[], t: number): Dot[] =>
  a.map((p, i) => movedTo(p, lerp(p[0], b[i]![0], t), lerp(p[1], b[i]![1], t)))

export const distance = (a: Dot | XY, b: Dot | XY): number => Math.hypot(a[0] - b[0], a[1] - b[1])
