// The curves of the mouth in, its meshes out: cavity, tongue and teeth masked by it, lips, and the marks of a closed mouth.
import { ellipse, type Line } from '../drawing/curve'
import { SIDES, sideName, type XY } from '../drawing/dot'
import { lerp } from '../drawing/interpolation'
import {
  insideShows,
  LIP_INK,
  lipGlow,
  lowerLip,
  paintCavity,
  paintTeeth,
  paintTongue,
  smileCorner,
  smileCornerShows,
  teethEdge,
  tongueOf,
  underLip,
  upperLip,
} from '../drawing/mouth'
import { CAT_FROM, INSIDE_AT, type MouthCurves, mouthCurves, PARTED_AT, WAVE_FROM } from '../drawing/mouth-curves'
import type { Pen } from '../drawing/pen'
import { framePatch } from './grid-mesh'
import type { Keys, KeyValues } from './keys'
import { boundsOf, DENSITY, EDGE_PX, type MeshDraft, meshDraft, type Patch } from './mesh-draft'
import { bandPatch, bandPoints, stripOf, strokePatch, strokePoints } from './strip-mesh'

const density = DENSITY.face
const at = { part: 'PartMouth', deformer: 'head_mouth' } as const
const CAVITY = 'mouth_cavity'

/** Lips are straight in the opening but where tongue and teeth come in; the form bends at 0 and where a closed mouth curls. */
const KEYS: Keys = {
  mouthOpen: [0, PARTED_AT, INSIDE_AT, 1.2],
  mouthForm: [-1, WAVE_FROM, 0, CAT_FROM, 1],
  mouthWidth: [0.4, 1.4],
  mouthRound: [0, 1],
}
/** What lies inside an open mouth does not curl; teeth stop growing. */
const INSIDE_KEYS: Keys = { ...KEYS, mouthOpen: [PARTED_AT, INSIDE_AT, 0.7, 1.2], mouthForm: [-1, 0, 1] }

const curvesAt = (v: KeyValues): MouthCurves =>
  mouthCurves({ open: v.mouthOpen ?? 0, form: v.mouthForm ?? 0, width: v.mouthWidth ?? 1, round: v.mouthRound ?? 0 })

/** Wide open, a little smile: the pose in which the parts are painted. */
const PAINTED = mouthCurves({ open: 0.9, form: 0.3, width: 1, round: 0 })
/** The marks of a closed mouth are painted closed. */
const CLOSED = mouthCurves({ open: 0, form: 1, width: 1, round: 0 })

/** All of the 33 points of a lip: a round mouth is small and bends fast. */
const EVERY = 1

const following = (
  id: string,
  patches: Patch[],
  points: (m: MouthCurves) => XY[],
  opacity: (m: MouthCurves) => number,
  masks: string[] = [],
  keys: Keys = KEYS,
): MeshDraft =>
  meshDraft({
    id,
    ...at,
    patches,
    keys,
    masks,
    keyform: (v) => {
      const m = curvesAt(v)
      return { points: points(m), opacity: opacity(m) }
    },
  })

const lip = (
  id: string,
  lineOf: (m: MouthCurves) => Line,
  paint: (pen: Pen) => void,
  thickness: (m: MouthCurves) => number,
  opacity: (m: MouthCurves) => number,
  painted = PAINTED,
  keys: Keys = KEYS,
): MeshDraft => {
  const strip = stripOf(lineOf(painted), EVERY)
  const patch = strokePatch(id, lineOf(painted), strip, density, paint)
  return following(id, [patch], (m) => strokePoints(lineOf(m), strip, thickness(m)), opacity, [], keys)
}

const cavity = (): MeshDraft => {
  const band = { every: EVERY, rows: 2 }
  const patch = bandPatch(CAVITY, PAINTED.upper, PAINTED.lower, band, density, (pen) => paintCavity(pen, PAINTED))
  const points = (m: MouthCurves): XY[] => bandPoints(m.upper, m.lower, band, EDGE_PX * m.parted)
  return following(CAVITY, [patch], points, (m) => m.parted)
}

const tongue = (): MeshDraft => {
  const calm = tongueOf(PAINTED)
  const frame = boundsOf(ellipse(calm.x, calm.y, calm.radiusX, calm.radiusY), EDGE_PX)
  const patch = framePatch({ id: 'mouth_tongue', frame, density, paint: (pen) => paintTongue(pen, PAINTED) }, 4, 3)
  const points = (m: MouthCurves): XY[] => {
    const { x, y, radiusX, radiusY } = tongueOf(m)
    return patch.corners.map(
      (p): XY => [x + ((p[0] - calm.x) * radiusX) / calm.radiusX, y + ((p[1] - calm.y) * radiusY) / calm.radiusY],
    )
  }
  return following('mouth_tongue', [patch], points, (m) => insideShows(m.open), [CAVITY], INSIDE_KEYS)
}

const teeth = (): MeshDraft => {
  const band = { every: EVERY, rows: 1 }
  const patch = bandPatch('mouth_teeth', PAINTED.upper, teethEdge(PAINTED), band, density, (pen) => paintTeeth(pen, PAINTED))
  const points = (m: MouthCurves): XY[] => bandPoints(m.upper, teethEdge(m), band, EDGE_PX * m.parted)
  return following('mouth_teeth', [patch], points, (m) => insideShows(m.open) * (1 - m.round), [CAVITY], INSIDE_KEYS)
}

const closedGlow = (): MeshDraft => {
  const frame = boundsOf(lipGlow(CLOSED), EDGE_PX)
  const patch = framePatch(
    { id: 'lip_glow', frame, density: DENSITY.head, paint: (pen) => pen.fill(lipGlow(CLOSED), LIP_INK.glow) },
    2,
    1,
  )
  const points = (m: MouthCurves): XY[] => patch.corners.map((p): XY => [p[0], p[1] + m.top - CLOSED.top])
  const keys: Keys = { mouthOpen: [0, PARTED_AT], mouthForm: [-1, 1] }
  return following('lip_glow', [patch], points, (m) => 1 - m.parted, [], keys)
}

const lips = (): MeshDraft[] => {
  const ink = (line: Line, paint: string) => (pen: Pen) => pen.line(line, paint)
  const flicks = SIDES.map((side) => {
    const lineOf = (m: MouthCurves): Line => smileCorner(m, side)
    const keys: Keys = { mouthOpen: [0, PARTED_AT], mouthForm: [-1, 0.1, 0.2, 1], mouthWidth: [0.4, 1.4], mouthRound: [0, 1] }
    const shows = (m: MouthCurves): number => smileCornerShows(m) * LIP_INK.cornerOpacity
    const paint = ink(lineOf(CLOSED), LIP_INK.lip)
    return lip(`mouth_corner_${sideName(side)}`, lineOf, paint, () => 1, shows, CLOSED, keys)
  })
  return [
    lip(
      'mouth_lower',
      lowerLip,
      ink(lowerLip(PAINTED), LIP_INK.lip),
      (m) => lerp(0.5, 1, m.parted),
      (m) => m.parted,
    ),
    lip(
      'mouth_upper',
      upperLip,
      ink(upperLip(PAINTED), LIP_INK.lip),
      (m) => lerp(0.83, 1, m.parted),
      () => 1,
    ),
    lip(
      'mouth_under',
      underLip,
      ink(underLip(PAINTED), LIP_INK.under),
      (m) => lerp(0.9, 1, m.parted),
      () => LIP_INK.underOpacity,
    ),
    ...flicks,
  ]
}

export const mouthParts = (): MeshDraft[] => [cavity(), tongue(), teeth(), closedGlow(), ...lips()]
