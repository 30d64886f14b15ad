// The curves of both eyes in, their meshes out: white and what it masks, lid, blush, lashes, crease.
import { ellipse, type Line, type Outline } from '../drawing/curve'
import { type Dot, SIDES, type Side, type XY } from '../drawing/dot'
import { type EyeCurves, eyeOpening } from '../drawing/eye-curves'
import {
  belowLid,
  blushCentre,
  IRIS_SHADE,
  irisShows,
  lidShows,
  lowerLashShows,
  paintBlush,
  paintLid,
  WHITE_SHADE,
  whiteShows,
} from '../drawing/eyes'
import { irisAt, irisOutline, paintIris, paintLights, SPARK_NAMES, SPARKS, type SparkName } from '../drawing/iris'
import { lashThickness, lidCrease, lowerLash, upperLash } from '../drawing/lashes'
import { PALETTE as C } from '../drawing/palette'
import { NEUTRAL } from '../drawing/pose'
import { PROPORTIONS as P } from '../drawing/proportions'
import { EyeMeshes } from './eye-meshes'
import { framePatch } from './grid-mesh'
import type { Keys } from './keys'
import { boundsOf, DENSITY, EDGE_PX, type MeshDraft, meshDraft, type Patch } from './mesh-draft'

type Lines = readonly [Line, Line]
const between = ([top, bottom]: Lines): Outline => [...top, ...[...bottom].reverse()]
const lowered = (line: Line, by: number, dx = 0): Dot[] => line.map((p) => [p[0] + dx, p[1] + by])

const opening = (e: EyeCurves): Lines => [e.upper, e.lower]
const whiteShade = (e: EyeCurves): Lines => [lowered(e.upper, WHITE_SHADE.from), lowered(e.upper, WHITE_SHADE.to, WHITE_SHADE.dx)]
const lid = (e: EyeCurves): Lines => [lowered(e.openUpper, -10), e.upper]

/** The lid's shade on the iris, no lower than the lower lid. */
const lidShade = (e: EyeCurves): Lines => {
  const floor = (x: number): number => e.lower.reduce((best, p) => (Math.abs(p[0] - x) < Math.abs(best[0] - x) ? p : best))[1]
  const below = lowered(e.upper, IRIS_SHADE.to, IRIS_SHADE.dx)
  return [e.upper, below.map((p, i): Dot => [p[0], Math.max(e.upper[i]![1], Math.min(p[1], floor(p[0])))])]
}

/** All that lies above the lid and past the corners of the eye, as high as the blush reaches. */
const aboveLid = (e: EyeCurves): Lines => {
  const past = (end: Dot, side: number, steps: number, drop: number): Dot[] =>
    Array.from({ length: steps }, (_, i) => [end[0] + side * (i + 1) * 12, end[1] + (i + 1) * drop])
  const [inner, outer] = [e.upper[0]!, e.upper.at(-1)!]
  const edge = [...past(inner, -e.side, 2, 0).reverse(), ...e.upper, ...past(outer, e.side, 6, 1)]
  return [edge.map((p): Dot => [p[0], 620]), edge]
}

/** An edge that shuts with the eye. */
const shuttingEdge = (e: EyeCurves): number => EDGE_PX * whiteShows(e.open)
const noEdge = (): number => 0

const blush = (eye: EyeMeshes): MeshDraft => {
  const calm = eye.curves()
  const [x, y] = blushCentre(calm)
  return eye.rider('eyeshadow', boundsOf(ellipse(x, y, 95, 62), 0), blushCentre, (pen) => paintBlush(pen, calm), {
    masks: ['above_lid'],
  })
}

const eyeParts = (side: Side): MeshDraft[] => {
  const eye = new EyeMeshes(side)
  const crease = eye.strokes(
    'lid_line',
    (e) => [{ ...lidCrease(e), opacity: 1 }],
    () => 1,
    {
      shows: (open) => lidCrease(eye.curves({ [eye.open]: open })).opacity,
    },
  )
  return [
    eye.band('eye_white', opening, (pen, e) => pen.fill(eyeOpening(e), C.eye.white), {
      rows: 3,
      opens: [0, 0.08, 0.25, 0.5, 0.75, 1, 1.2],
      shows: whiteShows,
      edge: shuttingEdge,
    }),
    eye.band(
      'eye_white_shade',
      whiteShade,
      (pen, e) => pen.fill(belowLid(e, WHITE_SHADE.from, WHITE_SHADE.to, WHITE_SHADE.dx), WHITE_SHADE.paint),
      {
        rows: 1,
        density: DENSITY.mask,
        masks: ['eye_white'],
      },
    ),
    eye.band('lid_shade', lidShade, (pen, e) => pen.fill(between(lidShade(e)), '#fff'), {
      rows: 1,
      density: DENSITY.mask,
      edge: shuttingEdge,
      maskOnly: true,
    }),
    ...gazing(eye),
    eye.band('eyelid', lid, paintLid, {
      rows: 3,
      opens: [0, 0.25, 0.5, 0.75, 0.94, 1, 1.2],
      shows: lidShows,
      painted: eye.curves({ [eye.open]: 0 }),
      edge: noEdge,
    }),
    eye.band('above_lid', aboveLid, (pen, e) => pen.fill(between(aboveLid(e)), '#fff'), {
      rows: 1,
      density: DENSITY.mask,
      maskOnly: true,
    }),
    blush(eye),
    eye.strokes('lash_low', lowerLash, () => 1, { opens: [0, 0.06, 0.18, 0.5, 0.75, 1, 1.2], shows: lowerLashShows }),
    eye.strokes('lash_up', upperLash, lashThickness, {}),
    crease,
  ]
}

/** Iris, its shade under the lid, its lights: moved by the gaze, scaled with the iris, faded with the lid. */
const gazing = ({ side, name, open }: EyeMeshes): MeshDraft[] => {
  const keys: Keys = { gazeX: [-1, 1], gazeY: [-1, 1], irisScale: [0.7, 1.15], [open]: [0.04, 0.12] }
  const part = (id: string, kind: 'iris' | 'light', paint: Patch['island']['paint'], mask: string, strength = 1): MeshDraft => {
    const calm = irisAt(NEUTRAL, side, kind)
    const frame = boundsOf(ellipse(calm.x, calm.y, P.irisRadiusX, P.irisRadiusY), EDGE_PX)
    const patch = framePatch({ id: `${id}_${name}`, frame, density: DENSITY.face, paint }, 3, 3)
    return meshDraft({
      id: `${id}_${name}`,
      part: 'PartEyes',
      deformer: 'head_feature',
      patches: [patch],
      keys,
      keyform: (v) => {
        const { x, y, scale } = irisAt({ gazeX: v.gazeX ?? 0, gazeY: v.gazeY ?? 0, irisScale: v.irisScale ?? 1 }, side, kind)
        const points = patch.corners.map((p): XY => [x + (p[0] - calm.x) * scale, y + (p[1] - calm.y) * scale])
        return { points, opacity: irisShows(v[open] ?? 1) * strength }
      },
      masks: [`${mask}_${name}`],
    })
  }
  const [iris, light] = [irisAt(NEUTRAL, side, 'iris'), irisAt(NEUTRAL, side, 'light')]
  // Sparks keep their size: a mesh is bound to four parameters at most.
  const spark = (sign: SparkName): MeshDraft => {
    const frame = boundsOf(ellipse(light.x, light.y, P.irisRadiusX + 6, P.irisRadiusY + 6), EDGE_PX)
    const patch = framePatch(
      { id: `eye_${sign}_${name}`, frame, density: DENSITY.head, paint: (pen) => SPARKS[sign](pen, light) },
      2,
      2,
    )
    return meshDraft({
      id: `eye_${sign}_${name}`,
      part: 'PartEyes',
      deformer: 'head_feature',
      patches: [patch],
      keys: { gazeX: [-1, 1], gazeY: [-1, 1], [sign]: [0, 1], [open]: [0.04, 0.12] },
      keyform: (v) => {
        const { x, y } = irisAt({ gazeX: v.gazeX ?? 0, gazeY: v.gazeY ?? 0, irisScale: 1 }, side, 'light')
        const points = patch.corners.map((p): XY => [p[0] + x - light.x, p[1] + y - light.y])
        return { points, opacity: irisShows(v[open] ?? 1) * (v[sign] ?? 0) }
      },
      masks: [`eye_white_${name}`],
    })
  }
  return [
    part('iris', 'iris', (pen) => paintIris(pen, iris), 'eye_white'),
    part('iris_shade', 'iris', (pen) => pen.fill(irisOutline(iris), IRIS_SHADE.paint), 'lid_shade', IRIS_SHADE.opacity),
    part('eye_light', 'light', (pen) => paintLights(pen, light), 'eye_white'),
    ...SPARK_NAMES.map(spark),
  ]
}

export const bothEyes = (): MeshDraft[] => SIDES.flatMap(eyeParts)
