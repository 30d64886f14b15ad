// One piece of a sleeve and the cloth it is of in, the painted piece out: two tones, folds, and a cuff where it ends.
import { ellipse, type Outline, outline, spline, stroke } from './curve'
import { corner, type Dot, fromAxis, type Side, shifted, type XY } from './dot'
import { lerp, smooth } from './interpolation'
import { lightEdge } from './light-edge'
import { outwards } from './outwards'
import { linear, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Paint, Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

/** The edge the hand comes out of: both corners, the way the arm points there, and how far the edge bulges that way, px. */
export interface Cuff {
  readonly from: XY
  readonly to: XY
  readonly along: XY
  readonly bulge: number
}

/** Written as offsets from the axis, as everything that is on both sides. */
export interface SleevePiece {
  readonly side: Side
  readonly outline: string
  readonly folds: readonly string[]
  /** Darker hollows where the cloth is pressed together. */
  readonly hollows?: readonly string[]
  readonly cuff?: Cuff
  /** y of the upper edge of the wave band, at the axis side and at the outer side. */
  readonly band?: XY
  /** The outline begins to show below this y: the shoulder melts into the coat. */
  readonly melts?: number
}

export type Cloth = (pen: Pen, piece: SleevePiece) => void

const LINE_PX = 7
/** Bands run from here to here, offsets from the axis, wider than any sleeve. */
const BAND_X = [226, 490] as const

const twoTone = (pen: Pen, body: Outline, side: Side, paint: Paint, shade: string, line: string, melts?: number): void => {
  const weight = melts === undefined ? undefined : (_x: number, y: number) => smooth(melts, melts + 45, y) * 0.9 + 0.1
  pen.shape(body, shade, line, LINE_PX, weight)
  // The light comes from the upper left: her right arm shows more of it.
  pen.clip([body], () => pen.fill(shifted(body, side > 0 ? -44 : -30, -16), paint))
}

/** A strip of the cuff between two heights along the arm, px beyond the edge. */
const strip = ({ from, to, along, bulge }: Cuff, side: Side, start: number, end: number, inset = 0): Outline => {
  const at = ([x, y]: XY, [ox, oy]: XY, height: number): Dot => {
    const share = inset / (Math.hypot(ox - x, oy - y) || 1)
    return corner(lerp(x, ox, share) + along[0] * height, lerp(y, oy, share) + along[1] * height)
  }
  const bow = (height: number): Dot => {
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    return [x + along[0] * (height + bulge), y + along[1] * (height + bulge)]
  }
  return spline(
    fromAxis([at(from, to, start), bow(start), at(to, from, start), at(to, from, end), bow(end), at(from, to, end)], side),
    true,
  )
}

const rim = ({ from, to, along, bulge }: Cuff, side: Side, height: number, width: number): Dot[] => {
  const end = ([x, y]: XY): Dot => [x + along[0] * height, y + along[1] * height, width]
  const middle: Dot = [
    (from[0] + to[0]) / 2 + along[0] * (height + bulge),
    (from[1] + to[1]) / 2 + along[1] * (height + bulge),
    width,
  ]
  return fromAxis([end(from), middle, end(to)], side)
}

/** [y at the axis side, y at the outer side] in, the line round the sleeve out, hanging a little in its middle. */
const roundSleeve = (side: Side, [inner, outer]: XY, by: number, width: number): Dot[] =>
  [0, 0.25, 0.5, 0.75, 1].map((t): Dot => {
    const y = lerp(inner, outer, t) + 16 * Math.sin(Math.PI * t) + by
    return [P.axisX + side * lerp(BAND_X[0], BAND_X[1], t), y, width]
  })

const stripes = (pen: Pen, side: Side, ys: XY): void => {
  pen.ink(roundSleeve(side, ys, 10, 20), C.phone.glow, 0.9).ink(roundSleeve(side, ys, 40, 8), C.gold.base)
}

/** The two waves run in phase on her right arm, in antiphase on her left. */
const waveBand = (pen: Pen, side: Side, ys: XY): void => {
  const height = 88
  const [top, bottom] = [roundSleeve(side, ys, 0, 4), roundSleeve(side, ys, height, 4)]
  const wave = (phase: number): Dot[] => {
    const middle = spline(roundSleeve(side, ys, height / 2, 6))
    return middle.map((p, i) => [p[0], p[1] + 20 * Math.sin((i / middle.length) * 6 * Math.PI + phase), 6])
  }
  pen.fill([...spline(top), ...spline(bottom).reverse()], C.hair.mid, 0.95)
  pen.line(wave(0), C.phone.glow).line(wave(side > 0 ? Math.PI : 0.5), C.gold.base)
  pen.ink(top, C.gold.base).ink(bottom, C.gold.base)
}

/** What is seen of the inside behind the hand where an arm points up. */
export const opening = (pen: Pen, { from, to }: Cuff, side: Side): void => {
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const degrees = (Math.atan2(to[1] - from[1], side * (to[0] - from[0])) * 180) / Math.PI
  const half = Math.hypot(to[0] - from[0], to[1] - from[1]) / 2
  pen.shape(ellipse(P.axisX + side * x, y, half - 1, 13, degrees), C.skirt.shade, C.coat.line, 5)
}

export const coatCloth: Cloth = (pen, piece) => {
  const { side, cuff, band } = piece
  const body = outline(piece.outline, side)
  twoTone(pen, body, side, vertical(1220, 2400, [0, C.coat.base], [1, '#ece7f8']), C.coat.shade, C.coat.line, piece.melts)
  pen.clip([body], () => {
    lightEdge(pen, body, '#ffffff', 0.95)
    for (const hollow of piece.hollows ?? []) pen.fill(outline(hollow, side), C.coat.deep, 0.5)
    for (const fold of piece.folds) pen.ink(stroke(fold, side), C.coat.line, 0.7)
    if (cuff) {
      pen.fill(strip(cuff, side, -62, 24), cuffPaint(cuff, side))
      pen.ink(rim(cuff, side, -62, 5), C.coat.line).ink(rim(cuff, side, -48, 4), C.gold.base)
    }
    if (band) waveBand(pen, side, band)
  })
}

/** Lighter where it is nearer to the light. */
const cuffPaint = ({ from, to }: Cuff, side: Side): Paint => {
  const [[x1, y1], [x2, y2]] = side > 0 === from[0] < to[0] ? [from, to] : [to, from]
  return linear(P.axisX + side * x1, y1, P.axisX + side * x2, y2, [0.2, '#3f4e9a'], [0.75, C.hair.ink])
}

/** px the hoodie is wider than the coat, and its cuff reaches over the hand. */
const LOOSE_PX = 15
const RIB_PX = 82

const outset = (body: Outline, by: number): Outline => {
  const out = outwards(body)
  return body.map((p, i): Dot => [p[0] + out[i]![0] * by, p[1] + out[i]![1] * by])
}

export const hoodieCloth: Cloth = (pen, piece) => {
  const { side, cuff } = piece
  const body = outset(outline(piece.outline, side), LOOSE_PX)
  if (cuff) {
    const rib = strip(cuff, side, -6, RIB_PX, -3)
    pen.shape(rib, C.raglan.rib, C.raglan.line, LINE_PX)
    pen.clip([rib], () => {
      pen.fill(shifted(rib, side > 0 ? 34 : 52, 24), C.raglan.ribShade)
      for (let i = 1; i < 9; i++) {
        const [x, y] = [lerp(cuff.from[0], cuff.to[0], i / 9), lerp(cuff.from[1], cuff.to[1], i / 9)]
        const line: Dot[] = [
          [x + cuff.along[0] * 12, y + cuff.along[1] * 12, 3],
          [x + cuff.along[0] * (RIB_PX + 8), y + cuff.along[1] * (RIB_PX + 8), 3],
        ]
        pen.ink(fromAxis(line, side), C.raglan.line, 0.45)
      }
    })
  }
  const paint = vertical(1220, 2300, [0, C.raglan.base], [1, C.raglan.low])
  twoTone(pen, body, side, paint, C.raglan.shade, C.raglan.line, piece.melts)
  pen.clip([body], () => {
    lightEdge(pen, body, C.raglan.light, 0.75)
    for (const hollow of piece.hollows ?? []) pen.fill(outline(hollow, side), C.raglan.deep, 0.4)
    for (const fold of piece.folds) pen.ink(stroke(fold, side), C.raglan.line, 0.75)
    if (piece.band) stripes(pen, side, piece.band)
  })
}
