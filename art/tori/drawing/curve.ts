// Control points in, sampled lines and closed outlines out.
import { type Dot, distance, dots, fromAxis, type Side, type XY } from './dot'
import { clamp, lerp, radians } from './interpolation'

/** A sampled line; the third number is the full width there. */
export type Line = readonly Dot[]
/** A closed polygon. */
export type Outline = readonly Dot[]

/** Catmull-Rom through the points (corners stay sharp), sampled about every `step` px; widths are carried along. */
export const spline = (points: readonly Dot[], closed = false, step = 7): Dot[] =>
  sampled(points, closed, (length) => Math.max(2, Math.ceil(length / step)))

/** The same with a fixed number of samples between two points: lines that mix point by point as their control points do. */
export const splineOf = (points: readonly Dot[], perSegment: number): Dot[] => sampled(points, false, () => perSegment)

const sampled = (points: readonly Dot[], closed: boolean, samplesOf: (length: number) => number): Dot[] => {
  const count = points.length
  const segments = closed ? count : count - 1
  const point = (i: number): Dot => points[(i + count) % count]!
  const tangent = (i: number, length: number): XY => {
    const [a, b] = [point(i - 1), point(i + 1)]
    const l = distance(a, b) || 1
    return [((b[0] - a[0]) / l) * length, ((b[1] - a[1]) / l) * length]
  }
  const line: Dot[] = []
  for (let i = 0; i < segments; i++) {
    const [p, q] = [point(i), point(i + 1)]
    const length = distance(p, q)
    const chord: XY = [q[0] - p[0], q[1] - p[1]]
    const free = (m: XY): XY => [1.5 * chord[0] - 0.5 * m[0], 1.5 * chord[1] - 0.5 * m[1]]
    const leaving = p[3] || (!closed && i === 0) ? null : tangent(i, length)
    const arriving = q[3] || (!closed && i === segments - 1) ? null : tangent(i + 1, length)
    const m0 = leaving ?? (arriving ? free(arriving) : chord)
    const m1 = arriving ?? (leaving ? free(leaving) : chord)
    const samples = samplesOf(length)
    for (let j = 0; j < samples; j++) {
      const t = j / samples
      const [t2, t3] = [t * t, t * t * t]
      const [h0, h1, h2, h3] = [2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, -2 * t3 + 3 * t2, t3 - t2]
      const x = h0 * p[0] + h1 * m0[0] + h2 * q[0] + h3 * m1[0]
      const y = h0 * p[1] + h1 * m0[1] + h2 * q[1] + h3 * m1[1]
      line.push([x, y, lerp(p[2] ?? 0, q[2] ?? 0, t2 * (3 - 2 * t))])
    }
  }
  const last = points[count - 1]!
  if (!closed) line.push([last[0], last[1], last[2] ?? 0])
  return line
}

/** The same line in `count` points at equal distances: equal topology for every pose of a curve. */
export const evenly = (line: Line, count: number): Dot[] => {
  const along = [0]
  for (let i = 1; i < line.length; i++) along.push(along[i - 1]! + distance(line[i]!, line[i - 1]!))
  const total = along[along.length - 1]!
  let at = 0
  return Array.from({ length: count }, (_, i) => {
    const want = (total * i) / (count - 1)
    while (at < line.length - 2 && along[at + 1]! < want) at++
    const [a, b] = [line[at]!, line[at + 1]!]
    const t = clamp((want - along[at]!) / (along[at + 1]! - along[at]! || 1), 0, 1)
    return [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2] ?? 0, b[2] ?? 0, t)]
  })
}

export const normals = (line: Line): XY[] =>
  line.map((_, i) => {
    const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!]
    const l = distance(a, b) || 1
    return [-(b[1] - a[1]) / l, (b[0] - a[0]) / l]
  })

/** The line moved sideways by a distance that may depend on the place: px(width, index). */
export const beside = (line: Line, px: (width: number, index: number) => number): Dot[] => {
  const normal = normals(line)
  return line.map((p, i) => {
    const by = px(p[2] ?? 0, i)
    return [p[0] + normal[i]![0] * by, p[1] + normal[i]![1] * by, p[2]]
  })
}

/** The tapered band round a line; -.5 to .5 is the full width. */
export const ribbon = (line: Line, from = -0.5, to = 0.5): Outline => [
  ...beside(line, (w) => w * from),
  ...beside(line, (w) => w * to).reverse(),
]

const indexAt = (line: Line, t: number): number => Math.round(t * (line.length - 1))
export const at = (line: Line, t: number): Dot => line[clamp(indexAt(line, t), 0, line.length - 1)]!
export const cut = (line: Line, from: number, to: number): Dot[] => line.slice(indexAt(line, from), indexAt(line, to) + 1)
export const withWidth = (line: Line, width: (t: number) => number): Dot[] =>
  line.map((p, i) => [p[0], p[1], width(i / (line.length - 1))])
export const taper =
  (width: number, peak = 0.5) =>
  (t: number): number =>
    width * Math.sin(Math.PI * t ** (Math.log(0.5) / Math.log(peak))) ** 0.8

export const closed = (points: readonly Dot[]): Outline => spline(points, true)
/** A closed smooth shape, and an open stroke, both written as (offset from the axis, y). */
export const outline = (text: string, side: Side = 1): Outline => closed(fromAxis(dots(text), side))
export const stroke = (text: string, side: Side = 1): Dot[] => fromAxis(dots(text), side)

export const ellipse = (x: number, y: number, radiusX: number, radiusY: number, degrees = 0): Outline => {
  const count = Math.max(16, Math.ceil((radiusX + radiusY) / 3))
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI
    const [u, v] = [radiusX * Math.cos(a), radiusY * Math.sin(a)]
    return [x + u * c - v * s, y + u * s + v * c]
  })
}
