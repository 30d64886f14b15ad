// The parts of the mouth, each drawn from the same curves: what is inside, the lips, and the small marks of a closed mouth.
import { ellipse, evenly, type Line, type Outline, spline, withWidth } from './curve'
import { type Dot, SIDES, type Side } from './dot'
import { clamp, lerp } from './interpolation'
import { layer } from './layer'
import { INSIDE_AT, type MouthCurves, mouthCurves, PARTED_AT } from './mouth-curves'
import { glow, vertical } from './paint'
import { PALETTE } from './palette'
import type { Pen } from './pen'
import type { Pose } from './pose'
import { PROPORTIONS as P } from './proportions'

const C = PALETTE.mouth

const curvesOf = (pose: Pose): MouthCurves =>
  mouthCurves({ open: pose.mouthOpen, form: pose.mouthForm, width: pose.mouthWidth, round: pose.mouthRound })

const mouthOpening = (m: MouthCurves): Outline => [...m.upper, ...[...m.lower].reverse()]
/** 0 to 1 as tongue and teeth come in behind the parting lips. */
export const insideShows = (open: number): number => clamp((open - PARTED_AT) / (INSIDE_AT - PARTED_AT), 0, 1)

export const paintCavity = (pen: Pen, m: MouthCurves): void => {
  pen.fill(mouthOpening(m), vertical(m.top, m.bottom, [0, C.deep], [1, C.cavity]))
}

export interface Tongue {
  readonly x: number
  readonly y: number
  readonly radiusX: number
  readonly radiusY: number
}
export const tongueOf = (m: MouthCurves): Tongue => ({
  x: P.axisX,
  y: m.bottom + 4,
  radiusX: m.half * 0.72,
  radiusY: (m.bottom - m.top) * 0.42,
})

export const paintTongue = (pen: Pen, m: MouthCurves): void => {
  const { x, y, radiusX, radiusY } = tongueOf(m)
  pen.fill(ellipse(x, y, radiusX, radiusY), C.tongue)
  const crease: Dot[] = [
    [x, m.bottom - (m.bottom - m.top) * 0.3, 0],
    [x, m.bottom - 8, 4],
    [x, m.bottom + 4, 0],
  ]
  pen.ink(crease, C.crease, 0.7)
}

/** The lower edge of the upper teeth; their upper edge is the upper lip. */
export const teethEdge = (m: MouthCurves): Line => {
  const height = Math.min(15, (m.bottom - m.top) * 0.24)
  return m.upper.map((p, i) => [p[0], p[1] + height * Math.sin((Math.PI * i) / (m.upper.length - 1)) ** 0.6])
}
export const paintTeeth = (pen: Pen, m: MouthCurves): void => {
  pen.fill([...m.upper, ...[...teethEdge(m)].reverse()], C.teeth)
}

const arch = (t: number, power: number): number => Math.max(0, Math.sin(Math.PI * t)) ** power

export const upperLip = (m: MouthCurves): Line =>
  withWidth(m.upper, (t) => lerp(2.2 + 3.6 * arch(t, 0.7), 3 + 4 * arch(t, 0.5), m.parted))
export const lowerLip = (m: MouthCurves): Line => withWidth(m.lower, (t) => 3.5 + 1.5 * arch(t, 1))

/** The short shadow under the lower lip. */
export const underLip = (m: MouthCurves): Line => {
  const [half, drop, width] = [lerp(18, 20, m.parted), lerp(20, 16, m.parted), lerp(4.5, 5, m.parted)]
  const points: Dot[] = [
    [P.axisX - half, m.bottom + drop, 0],
    [P.axisX, m.bottom + drop + 3, width],
    [P.axisX + half, m.bottom + drop, 0],
  ]
  return evenly(spline(points), 9)
}

/** The flick that ends a closed smile. */
export const smileCorner = (m: MouthCurves, side: Side): Line => {
  const points: Dot[] = [
    [P.axisX + side * (m.half - 3), m.cornerY + 3, 4],
    [P.axisX + side * (m.half + 4), m.cornerY - 4, 0],
  ]
  return evenly(spline(points), 5)
}
export const smileCornerShows = (m: MouthCurves): number => (1 - m.parted) * clamp((m.form - 0.1) / 0.1, 0, 1) * (1 - m.round)

export const lipGlow = (m: MouthCurves): Outline => ellipse(P.axisX, m.top + 13, 40, 13)

/** Opaque parts; the layer says how strongly each shows. */
export const LIP_INK = {
  lip: C.line,
  under: PALETTE.skin.soft,
  glow: glow(C.lip, 0.55),
  underOpacity: 0.72,
  cornerOpacity: 0.8,
} as const

const paintLips = (pen: Pen, m: MouthCurves): void => {
  pen.fade(1 - m.parted, () => pen.fill(lipGlow(m), LIP_INK.glow))
  if (m.parted > 0) pen.line(lowerLip(m), LIP_INK.lip, m.parted)
  pen.line(upperLip(m), LIP_INK.lip)
  pen.line(underLip(m), LIP_INK.under, LIP_INK.underOpacity)
  const corners = smileCornerShows(m)
  if (corners > 0) for (const side of SIDES) pen.line(smileCorner(m, side), LIP_INK.lip, LIP_INK.cornerOpacity * corners)
}

const inside = (pen: Pen, m: MouthCurves, shows: number, draw: () => void): void => {
  if (shows > 0) pen.clip([mouthOpening(m)], () => pen.fade(shows, draw))
}

export const MOUTH = [
  layer('mouth_cavity', 'mouth', (pen, pose) => {
    const m = curvesOf(pose)
    if (m.parted > 0) pen.fade(m.parted, () => paintCavity(pen, m))
  }),
  layer('mouth_tongue', 'mouth', (pen, pose) => {
    const m = curvesOf(pose)
    inside(pen, m, insideShows(m.open), () => paintTongue(pen, m))
  }),
  layer('mouth_teeth', 'mouth', (pen, pose) => {
    const m = curvesOf(pose)
    inside(pen, m, insideShows(m.open) * (1 - m.round), () => paintTeeth(pen, m))
  }),
  layer('mouth_line', 'mouth', (pen, pose) => paintLips(pen, curvesOf(pose))),
]
