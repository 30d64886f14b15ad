// A spine with widths in, one lock of hair out: outline, cel shadow on its far side, light and strands along it.
import { beside, cut, type Line, normals, ribbon, spline, taper } from './curve'
import { type Dot, fromAxis, type Side } from './dot'
import { smooth } from './interpolation'
import { linear, vertical } from './paint'
import { PALETTE } from './palette'
import type { Paint, Pen } from './pen'

const C = PALETTE.hair

export interface LockOptions {
  side?: Side
  /** Which side of the spine lies in shadow. */
  flip?: 1 | -1
  paint?: Paint
  line?: Paint
  lineWidth?: number
  /** The outline grows from nothing to full between these y, px: roots melt into the hair they come from. */
  fade?: readonly [number, number]
  shade?: string
  shadeOpacity?: number
  lightOpacity?: number
  strandColour?: string
  /** Each strand: share of the width beside the spine, and where along the spine it runs. */
  strands?: readonly (readonly [share: number, from: number, to: number])[]
}

const STRANDS = [
  [-0.08, 0.25, 0.95],
  [0.3, 0.4, 0.88],
] as const

const hairPaint = (a: Dot, b: Dot): Paint =>
  linear(a[0], a[1], b[0], b[1], [0, C.ink], [0.42, C.mid], [0.7, C.teal], [0.97, C.mint])
export const bangPaint = (a: Dot, b: Dot): Paint =>
  linear(a[0], a[1], b[0], b[1], [0, C.ink], [0.45, C.mid], [0.8, '#3475a8'], [1, '#5cc9c2'])
export const backPaint = (y1: number, y2: number): Paint =>
  vertical(y1, y2, [0, C.back], [0.42, C.back], [0.68, C.backTeal], [0.95, C.backMint])

export const lock = (pen: Pen, points: readonly Dot[], options: LockOptions = {}): void => {
  const { side = 1, flip = 1, fade, lineWidth = 5.5, shade = C.shade, shadeOpacity = 0.34, lightOpacity = 0.35 } = options
  const spine = spline(fromAxis(points, side))
  const [root, tip] = [spine[0]!, spine[spine.length - 1]!]
  const paint = options.paint ?? hairPaint(root, tip)
  const line = options.line ?? linear(root[0], root[1], tip[0], tip[1], [0.35, C.line], [0.75, '#173c66'], [1, '#1a6f7f'])
  const body = ribbon(spine)
  pen.shape(body, paint, line, lineWidth, fade && ((_x, y) => smooth(fade[0], fade[1], y)))
  pen.clip([body], () => {
    pen.fill(farSide(spine, flip), shade, shadeOpacity)
    const middle = cut(spine, 0.12, 0.8)
    const bulged = middle.map((p, i): Dot => [p[0], p[1], p[2]! * (0.25 + 0.75 * Math.sin((Math.PI * i) / middle.length))])
    pen.fill(ribbon(bulged, flip * 0.2, flip * 0.36), C.light, lightOpacity)
    for (const [share, from, to] of options.strands ?? STRANDS)
      pen.strand(cut(spine, from, to), share, taper(4), options.strandColour ?? C.line, 0.42)
  })
}

const farSide = (spine: Line, flip: number): Dot[] => {
  const grown = (i: number): number => smooth(0.12, 0.5, i / spine.length)
  const edge = beside(spine, (w) => -flip * w * 0.6)
  const inner = beside(spine, (w, i) => -flip * w * (0.6 - 0.4 * grown(i)))
  return [...edge, ...inner.reverse()]
}

/** px the light hangs below the arc, across a lock: long points between round notches. */
const HANGS = [10, 26, 15, 30, 54, 34, 18, 36, 20, 10] as const
/** A thin lock has one. */
const THIN_HANGS = [14, 22, 30, 22, 14] as const

/** The highlight where a lock crosses an arc on the skull (the angel ring): an even upper edge, points along the strands below. */
export const ringOnLock = (spine: Line, arc: (x: number) => number, isThin = false): Dot[] | null => {
  const hangs = isThin ? THIN_HANGS : HANGS
  const normal = normals(spine)
  const step = 6.5 // px between samples of the spine
  const [top, bottom]: [Dot[], Dot[]] = [[], []]
  for (const [i, hang] of hangs.entries()) {
    const share = -0.5 + i / (hangs.length - 1)
    const strand = spine.map((p, j): Dot => [p[0] + normal[j]![0] * p[2]! * share, p[1] + normal[j]![1] * p[2]! * share])
    const crossing = strand.findIndex((p) => p[1] > arc(p[0]))
    if (crossing < 1) continue
    // Between two samples, so that the edge is even.
    const [a, b] = [strand[crossing - 1]!, strand[crossing]!]
    const t = (arc(a[0]) - a[1]) / (b[1] - a[1] || 1)
    const place = (px: number): Dot => {
      const at = Math.max(0, Math.min(strand.length - 1.001, crossing - 1 + t + px / step))
      const [p, q] = [strand[Math.floor(at)]!, strand[Math.floor(at) + 1]!]
      const k = at - Math.floor(at)
      return [p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k]
    }
    const low = place(hang)
    top.push(place(-6))
    const isPoint = hang > (hangs[i - 1] ?? 99) && hang > (hangs[i + 1] ?? 99)
    bottom.push([low[0], low[1], undefined, isPoint])
  }
  return top.length > 3 ? [...spline(top), ...spline(bottom.reverse())] : null
}
