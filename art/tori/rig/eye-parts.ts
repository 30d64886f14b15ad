// The curves of both eyes in, their meshes out: white and what it masks, lid, shadow, lashes, crease.
import { ellipse, type Line } from '../drawing/curve'
import { type Dot, SIDES, type Side, sideName, type XY } from '../drawing/dot'
import { type EyeCurves, eyeCurves, eyeOpening } from '../drawing/eye-curves'
import {
  belowLid,
  IRIS_SHADE,
  irisShows,
  lidShows,
  lowerLashShows,
  paintEyeShadow,
  paintLid,
  WHITE_SHADE,
  whiteShows,
} from '../drawing/eyes'
import { irisAt, irisOutline, paintIris, paintLights } from '../drawing/iris'
import { lashThickness, lidCrease, lowerLash, type Stroke, upperLash } from '../drawing/lashes'
import { PALETTE as C } from '../drawing/palette'
import { NEUTRAL } from '../drawing/pose'
import { PROPORTIONS as P } from '../drawing/proportions'
import { framePatch } from './grid-mesh'
import type { DriverName, Keys, KeyValues } from './keys'
import { boundsOf, DENSITY, EDGE_PX, type MeshDraft, meshDraft, type Patch } from './mesh-draft'
import { bandPatch, bandPoints, stripOf, strokePatch, strokePoints } from './strip-mesh'

const density = DENSITY.face
const at = { part: 'PartEyes', deformer: 'head_feature' } as const

/** Every third of the 61 points of a lid: 12 px apart. */
const EVERY = 3

/** One eye: the drivers of its side, and its curves at given keys. */
const eyeParts = (side: Side): MeshDraft[] => {
  const name = sideName(side)
  const [open, smile, tilt]: [DriverName, DriverName, DriverName] = [`eyeOpen${name}`, `eyeSmile${name}`, `browAngle${name}`]
  const keysFor = (...opens: number[]): Keys => ({ [open]: opens, [smile]: [0, 1], [tilt]: [-1.5, 0, 1.5] })
  const curvesAt = (v: KeyValues): EyeCurves => eyeCurves(side, { open: v[open] ?? 1, smile: v[smile] ?? 0, tilt: v[tilt] ?? 0 })
  const calm = curvesAt({})

  /** A mesh whose points follow the curves. */
  const following = (
    id: string,
    patches: Patch[],
    opens: number[],
    points: (e: EyeCurves) => XY[],
    opacity: (open: number) => number,
    more: Partial<MeshDraft> = {},
  ): MeshDraft =>
    meshDraft({
      id: `${id}_${name}`,
      ...at,
      patches,
      keys: keysFor(...opens),
      keyform: (v) => ({ points: points(curvesAt(v)), opacity: opacity(v[open] ?? 1) }),
      ...more,
    })

  const strokes = (
    id: string,
    make: (e: EyeCurves) => Stroke[],
    opens: number[],
    thickness: (open: number) => number,
    shows: (open: number) => number = always,
  ) => {
    const strips = make(calm).map(({ line }) => stripOf(line, line.length > 20 ? EVERY : 2))
    const patches = make(calm).map((s, i) =>
      strokePatch(`${id}_${name}_${s.id}`, s.line, strips[i]!, density, (pen) => pen.line(s.line, s.paint, s.opacity)),
    )
    const points = (e: EyeCurves): XY[] => make(e).flatMap((s, i) => strokePoints(s.line, strips[i]!, thickness(e.open)))
    return following(id, patches, opens, points, shows)
  }

  const white = { every: EVERY, rows: 3 }
  const whiteEdge = (e: EyeCurves): number => EDGE_PX * whiteShows(e.open)
  const whitePatch = bandPatch(`eye_white_${name}`, calm.upper, calm.lower, white, density, (pen) =>
    pen.fill(eyeOpening(calm), C.eye.white),
  )
  const shadePatch = bandPatch(
    `eye_white_shade_${name}`,
    ...shadeLines(calm, WHITE_SHADE),
    { every: EVERY, rows: 1 },
    DENSITY.mask,
    (pen) => pen.fill(belowLid(calm, WHITE_SHADE.from, WHITE_SHADE.to, WHITE_SHADE.dx), WHITE_SHADE.paint),
  )
  const lidShade = { every: EVERY, rows: 1 }
  const lidShadePatch = bandPatch(`lid_shade_${name}`, ...lidShadeLines(calm), lidShade, DENSITY.mask, (pen) => {
    const [top, bottom] = lidShadeLines(calm)
    pen.fill([...top, ...[...bottom].reverse()], '#fff')
  })
  const lid = { every: EVERY, rows: 3 }
  const shut = curvesAt({ [open]: 0 })
  const lidPatch = bandPatch(`eyelid_${name}`, ...lidLines(shut), lid, density, (pen) => paintLid(pen, shut), 0)
  const blush = { every: EVERY, rows: 2 }
  const blushPatch = bandPatch(
    `eyeshadow_${name}`,
    ...blushLines(calm),
    blush,
    DENSITY.head,
    (pen) => paintEyeShadow(pen, calm),
    0,
  )

  return [
    following(
      'eye_white',
      [whitePatch],
      [0, 0.08, 0.25, 0.5, 0.75, 1, 1.2],
      (e) => bandPoints(e.upper, e.lower, white, whiteEdge(e)),
      whiteShows,
    ),
    following(
      'eye_white_shade',
      [shadePatch],
      [0, 0.25, 0.5, 0.75, 1, 1.2],
      (e) => bandPoints(...shadeLines(e, WHITE_SHADE), { every: EVERY, rows: 1 }),
      always,
      { masks: [`eye_white_${name}`] },
    ),
    following(
      'lid_shade',
      [lidShadePatch],
      [0, 0.25, 0.5, 0.75, 1, 1.2],
      (e) => bandPoints(...lidShadeLines(e), lidShade, whiteEdge(e)),
      always,
      {
        maskOnly: true,
      },
    ),
    ...gazing(side, open),
    following('eyelid', [lidPatch], [0, 0.25, 0.5, 0.75, 0.94, 1, 1.2], (e) => bandPoints(...lidLines(e), lid, 0), lidShows),
    following('eyeshadow', [blushPatch], [0, 0.25, 0.5, 0.75, 1, 1.2], (e) => bandPoints(...blushLines(e), blush, 0), always),
    strokes('lash_low', lowerLash, [0, 0.06, 0.18, 0.5, 0.75, 1, 1.2], () => 1, lowerLashShows),
    strokes('lash_up', upperLash, [0, 0.25, 0.5, 0.75, 1, 1.2], lashThickness),
    creaseOf(
      strokes(
        'lid_line',
        (e) => [{ ...lidCrease(e), opacity: 1 }],
        [0, 0.25, 0.5, 0.75, 1, 1.2],
        () => 1,
      ),
      curvesAt,
    ),
  ]
}

const always = (): number => 1
const creaseOf = (draft: MeshDraft, curvesAt: (v: KeyValues) => EyeCurves): MeshDraft => ({
  ...draft,
  keyform: (v) => ({ ...draft.keyform(v), opacity: lidCrease(curvesAt(v)).opacity }),
})

const lowered = (line: Line, by: number, dx = 0): Dot[] => line.map((p) => [p[0] + dx, p[1] + by])
const shadeLines = (e: EyeCurves, { from, to, dx }: { from: number; to: number; dx: number }): [Line, Line] => [
  lowered(e.upper, from),
  lowered(e.upper, to, dx),
]

/** The lid's shade on the iris, no lower than the lower lid. */
const lidShadeLines = (e: EyeCurves): [Line, Line] => {
  const floor = (x: number): number => {
    const nearest = e.lower.reduce((best, p) => (Math.abs(p[0] - x) < Math.abs(best[0] - x) ? p : best))
    return nearest[1]
  }
  const below = lowered(e.upper, IRIS_SHADE.to, IRIS_SHADE.dx)
  return [e.upper, below.map((p, i): Dot => [p[0], Math.max(e.upper[i]![1], Math.min(p[1], floor(p[0])))])]
}

const lidLines = (e: EyeCurves): [Line, Line] => [lowered(e.openUpper, -10), e.upper]

/** From high above the lid down to it, and outwards past the corner of the eye. */
const blushLines = (e: EyeCurves): [Line, Line] => {
  const end = e.upper.at(-1)!
  const outer = [1, 2, 3, 4, 5, 6].map((i): Dot => [end[0] + e.side * i * 11, end[1] + i])
  const along = [...e.upper, ...outer]
  return [along.map((p): Dot => [p[0], p[1] - 80]), along]
}

/** Iris, its shade under the lid, its lights: moved by the gaze, scaled with the iris, faded with the lid. */
const gazing = (side: Side, open: DriverName): MeshDraft[] => {
  const name = sideName(side)
  const keys: Keys = { gazeX: [-1, 1], gazeY: [-1, 1], irisScale: [0.7, 1.15], [open]: [0.04, 0.12] }
  const part = (id: string, kind: 'iris' | 'light', paint: Patch['island']['paint'], mask: string, strength = 1): MeshDraft => {
    const calm = irisAt(NEUTRAL, side, kind)
    const frame = boundsOf(ellipse(calm.x, calm.y, P.irisRadiusX, P.irisRadiusY), EDGE_PX)
    const patch = framePatch({ id: `${id}_${name}`, frame, density, paint }, 3, 3)
    return meshDraft({
      id: `${id}_${name}`,
      ...at,
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
  const iris = irisAt(NEUTRAL, side, 'iris')
  const light = irisAt(NEUTRAL, side, 'light')
  return [
    part('iris', 'iris', (pen) => paintIris(pen, iris), 'eye_white'),
    part('iris_shade', 'iris', (pen) => pen.fill(irisOutline(iris), IRIS_SHADE.paint), 'lid_shade', IRIS_SHADE.opacity),
    part('eye_light', 'light', (pen) => paintLights(pen, light), 'eye_white'),
  ]
}

export const bothEyes = (): MeshDraft[] => SIDES.flatMap(eyeParts)
