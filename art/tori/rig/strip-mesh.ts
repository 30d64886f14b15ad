// A line (a lash, a lip) or two lines (what lies between lids) in, points of a strip along them out: equal in number for every pose.
import { type Line, normals } from '../drawing/curve'
import { type Dot, distance, type XY } from '../drawing/dot'
import { lerp } from '../drawing/interpolation'
import type { Pen } from '../drawing/pen'
import { bandIndices } from './grid-mesh'
import { boundsOf, EDGE_PX, type Patch } from './mesh-draft'

/** Every `every`-th point, first and last included, and one more beyond each end. */
const thinned = (line: Line, every: number, beyond: number): Dot[] => {
  const kept = line.filter((_, i) => i % every === 0 || i === line.length - 1)
  const outward = (end: Dot, next: Dot): Dot => {
    const l = distance(end, next) || 1
    return [end[0] + ((end[0] - next[0]) / l) * beyond, end[1] + ((end[1] - next[1]) / l) * beyond]
  }
  return [outward(line[0]!, line[1]!), ...kept, outward(line.at(-1)!, line.at(-2)!)]
}

export interface StrokeStrip {
  /** Half of the widest place of the painted stroke, px. */
  readonly reach: number
  readonly every: number
}

/** Points across a stroke: left edge, centre, right edge. `thickness` scales the width against the painted pose. */
export const strokePoints = (line: Line, { reach, every }: StrokeStrip, thickness = 1): XY[] => {
  const centre = thinned(line, every, EDGE_PX)
  const normal = normals(centre)
  return [-1, 0, 1].flatMap((across) =>
    centre.map((p, i): XY => {
      const by = across * (reach * thickness + EDGE_PX)
      return [p[0] + normal[i]![0] * by, p[1] + normal[i]![1] * by]
    }),
  )
}

export const stripOf = (line: Line, every: number): StrokeStrip => ({ reach: Math.max(...line.map((p) => p[2] ?? 0)) / 2, every })

/** The strip of a stroke with its own piece of texture. */
export const strokePatch = (id: string, line: Line, strip: StrokeStrip, density: number, paint: (pen: Pen) => void): Patch => {
  const corners = strokePoints(line, strip)
  const island = { id, frame: boundsOf(corners, 1), density, paint }
  return { island, corners, indices: bandIndices(corners.length / 3, 3) }
}

export interface Band {
  readonly every: number
  readonly rows: number
}

/** Points between two lines of equal length, `edge` px beyond them on all sides. */
export const bandPoints = (top: Line, bottom: Line, { every, rows }: Band, edge = EDGE_PX): XY[] => {
  const [above, below] = [thinned(top, every, edge), thinned(bottom, every, edge)]
  const points: XY[] = []
  for (let row = -1; row <= rows + 1; row++) {
    const t = Math.max(0, Math.min(1, row / rows))
    const beyond = row < 0 ? -edge : row > rows ? edge : 0
    for (const [i, a] of above.entries()) points.push([lerp(a[0], below[i]![0], t), lerp(a[1], below[i]![1], t) + beyond])
  }
  return points
}

export const bandPatch = (
  id: string,
  top: Line,
  bottom: Line,
  band: Band,
  density: number,
  paint: (pen: Pen) => void,
  edge = EDGE_PX,
): Patch => {
  const corners = bandPoints(top, bottom, band, edge)
  const island = { id, frame: boundsOf(corners, 1), density, paint }
  return { island, corners, indices: bandIndices(corners.length / (band.rows + 3), band.rows + 3) }
}
