// Both eyes from white to lash, clipped by their lids.
import { BANG_SHADOWS } from './bangs'
import { at, ellipse, type Outline } from './curve'
import { type Dot, SIDES, type Side, sideName, type XY } from './dot'
import { type EyeCurves, eyeOf, eyeOpening } from './eye-curves'
import { clamp } from './interpolation'
import { irisAt, irisOutline, paintIris, paintLights, SPARK_NAMES, SPARKS } from './iris'
import { lidCrease, lowerLash, type Stroke, upperLash } from './lashes'
import { type Layer, layer } from './layer'
import { glow, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import type { Pose } from './pose'

/** 0 to 1 as the eye opens from a line to a slit: what lies behind the lids fades in, then the light on it. */
export const whiteShows = (open: number): number => clamp(open / 0.08, 0, 1)
export const irisShows = (open: number): number => clamp((open - 0.04) / 0.08, 0, 1)
export const lowerLashShows = (open: number): number => clamp((open - 0.06) / 0.12, 0, 1)
/** The folded lid is drawn until the eye is open. */
export const lidShows = (open: number): number => clamp((1 - open) / 0.06, 0, 1)

/** The band along the upper lid, from one height to another below it. */
export const belowLid = (e: EyeCurves, from: number, to: number, dx: number): Outline => [
  ...e.upper.map((p): Dot => [p[0], p[1] + from]),
  ...e.upper.map((p): Dot => [p[0] + dx, p[1] + to]).reverse(),
]
export const WHITE_SHADE = { from: -14, to: 30, dx: 4, paint: C.eye.whiteShade } as const
export const IRIS_SHADE = { from: 0, to: 24, dx: 3, paint: C.eye.lidShade, opacity: 0.45 } as const

const paintStrokes = (pen: Pen, strokes: readonly Stroke[]): void => {
  for (const { line, paint, opacity } of strokes) pen.line(line, paint, opacity)
}

const lidOutline = (e: EyeCurves): Outline => [...e.openUpper.map((p): Dot => [p[0], p[1] - 10]), ...[...e.upper].reverse()]
export const paintLid = (pen: Pen, e: EyeCurves): void => {
  const lid = lidOutline(e)
  pen.fill(lid, vertical(680, 815, [0, '#ffe8dd'], [0.6, '#ffe9df'], [1, '#fddfd3']))
  pen.clip([lid], () => {
    for (const shadow of BANG_SHADOWS) pen.fill(shadow, C.skin.shade)
  })
}

export const blushCentre = (e: EyeCurves): XY => {
  const [x, y] = at(e.upper, 0.66)
  return [x, y - 4]
}
/** Blush about the lid, not clipped. */
export const paintBlush = (pen: Pen, e: EyeCurves): void => {
  const [x, y] = blushCentre(e)
  pen.fill(ellipse(x, y, 92, 42, e.side * 12), glow('#d8616f', 0.42))
}

/** Only above the lash; outside the eye the blush ends where the lid does. */
const paintEyeShadow = (pen: Pen, e: EyeCurves): void => {
  const s = e.side
  const [inner, outer] = [e.upper[0]!, e.upper[e.upper.length - 1]!]
  const above: Dot[] = [...e.upper, [outer[0] + s * 70, outer[1] + 6], [outer[0] + s * 70, 560], [inner[0] - s * 30, 560]]
  pen.clip([above], () => paintBlush(pen, e))
}

const eye = (side: Side): Layer[] => {
  const name = sideName(side)
  const part = (id: string, draw: (pen: Pen, e: EyeCurves, pose: Pose) => void): Layer =>
    layer(`${id}_${name}`, 'feature', (pen, pose) => draw(pen, eyeOf(pose, side), pose))
  const inside = (pen: Pen, e: EyeCurves, shows: number, draw: () => void): void => {
    if (shows > 0) pen.clip([eyeOpening(e)], () => pen.fade(shows, draw))
  }
  return [
    part('eye_white', (pen, e) =>
      inside(pen, e, whiteShows(e.open), () => {
        pen.fill(eyeOpening(e), C.eye.white)
        pen.fill(belowLid(e, WHITE_SHADE.from, WHITE_SHADE.to, WHITE_SHADE.dx), WHITE_SHADE.paint)
      }),
    ),
    part('iris', (pen, e, pose) =>
      inside(pen, e, irisShows(e.open), () => {
        const iris = irisAt(pose, side, 'iris')
        paintIris(pen, iris)
        const shade = belowLid(e, IRIS_SHADE.from, IRIS_SHADE.to, IRIS_SHADE.dx)
        pen.clip([irisOutline(iris)], () => pen.fill(shade, IRIS_SHADE.paint, IRIS_SHADE.opacity))
      }),
    ),
    part('eye_light', (pen, e, pose) => inside(pen, e, irisShows(e.open), () => paintLights(pen, irisAt(pose, side, 'light')))),
    ...SPARK_NAMES.map((spark) =>
      part(`eye_${spark}`, (pen, e, pose) =>
        inside(pen, e, irisShows(e.open) * pose[spark], () => SPARKS[spark](pen, irisAt(pose, side, 'light'))),
      ),
    ),
    part('eyelid', (pen, e) => {
      if (lidShows(e.open) > 0) pen.fade(lidShows(e.open), () => paintLid(pen, e))
    }),
    part('eyeshadow', paintEyeShadow),
    part('lash_low', (pen, e) => {
      if (lowerLashShows(e.open) > 0) pen.fade(lowerLashShows(e.open), () => paintStrokes(pen, lowerLash(e)))
    }),
    part('lash_up', (pen, e) => paintStrokes(pen, upperLash(e))),
    part('lid_line', (pen, e) => paintStrokes(pen, [lidCrease(e)])),
  ]
}

export const EYES = SIDES.flatMap(eye)
