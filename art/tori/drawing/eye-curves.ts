// How far an eye opens and smiles and how the brow tilts it goes in; its lids as lines of equal length come out.
import { evenly, type Line, type Outline, spline } from './curve'
import { type Dot, dots, fromAxis, mixed, movedTo, type Side } from './dot'
import { smooth } from './interpolation'
import type { Pose } from './pose'

export interface EyeShape {
  readonly open: number
  readonly smile: number
  /** + worried: the outer lid falls; - stern: the inner lid falls. */
  readonly tilt: number
}

export interface EyeCurves extends EyeShape {
  readonly side: Side
  /** From the inner to the outer corner, LID_POINTS each. */
  readonly upper: Line
  readonly lower: Line
  /** The upper lid of the eye when it is open and calm: the crease the lid folds under. */
  readonly openUpper: Line
}

/** About 4 px apart. */
const LID_POINTS = 61

/** (offset from the axis, y) */
const UPPER = dots('60,766 78,724 110,696 154,683 200,696 234,738')
const CLOSED = dots('54,788 80,808 118,820 162,820 204,804 234,776')
const SMILE = dots('56,812 82,776 118,756 158,754 200,772 234,812')
const LOWER = dots('62,774 88,808 134,825 180,819 213,791 231,752')

const lid = (points: readonly Dot[], side: Side): Dot[] => evenly(spline(fromAxis(points, side), false, 4), LID_POINTS)

export const eyeCurves = (side: Side, shape: EyeShape): EyeCurves => {
  const { open, smile, tilt } = shape
  const tilted = UPPER.map((p) => {
    const t = (p[0] - 54) / 176
    return movedTo(p, p[0], p[1] + (tilt < 0 ? -tilt * 25 * (1 - t) : tilt * 27 * t * t) * Math.min(1, open))
  })
  const shut = mixed(CLOSED, SMILE, smile)
  const below = shut.map((p) => movedTo(p, p[0], p[1] + 2))
  const raised = LOWER.map((p) => movedTo(p, p[0], p[1] - 20 * smile))
  return {
    ...shape,
    side,
    upper: lid(mixed(shut, tilted, open), side),
    lower: lid(mixed(below, raised, smooth(0, 0.55, open)), side),
    openUpper: lid(UPPER, side),
  }
}

export const eyeOf = (pose: Pose, side: Side): EyeCurves =>
  side > 0
    ? eyeCurves(side, { open: pose.eyeOpenL, smile: pose.eyeSmileL, tilt: pose.browAngleL })
    : eyeCurves(side, { open: pose.eyeOpenR, smile: pose.eyeSmileR, tilt: pose.browAngleR })

export const eyeOpening = (e: EyeCurves): Outline => [...e.upper, ...[...e.lower].reverse()]
