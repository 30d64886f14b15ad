// The brows, drawn under the fringe and once more, fainter, over it.
import { type Outline, ribbon, spline } from './curve'
import { type Dot, dots, fromAxis, movedTo, type Side, type XY } from './dot'
import { radians } from './interpolation'
import { pair } from './layer'
import { PALETTE as C } from './palette'
import type { Pen, Warp } from './pen'
import type { Pose } from './pose'
import { PROPORTIONS as P } from './proportions'

const BROW = dots('74,624,6 98,613,17 154,600,16.5 208,611,10 248,642,0')

/** How strongly the brow shows through the hair. */
export const BROW_OVER_OPACITY = 0.72

export interface BrowShape {
  readonly raise: number
  readonly angle: number
}

const browOf = (pose: Pose, side: Side): BrowShape =>
  side > 0 ? { raise: pose.browYL, angle: pose.browAngleL } : { raise: pose.browYR, angle: pose.browAngleR }

/** Where a point of the calm brow goes: raised by 28 px, turned by 19 degrees, and drawn inwards and down when stern. */
export const browMove = (side: Side, { raise, angle }: BrowShape): Warp => {
  const [x, y] = [P.axisX + side * P.browX, P.browY]
  const turn = radians(side * angle * 19)
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const stern = Math.max(0, -angle)
  const inwards = side * stern * 10
  return ([px, py]): XY => {
    const [dx, dy] = [px - x, py - raise * 28 + stern * 6 - y]
    return [x + dx * c - dy * s - inwards, y + dx * s + dy * c]
  }
}

export const browOutline = (side: Side): Outline => ribbon(spline(fromAxis(BROW, side)))

const paintBrow = (pen: Pen, side: Side, pose: Pose, opacity: number): void => {
  const move = browMove(side, browOf(pose, side))
  const moved = fromAxis(BROW, side).map((p): Dot => {
    const [x, y] = move([p[0], p[1]])
    return movedTo(p, x, y)
  })
  pen.fill(ribbon(spline(moved)), C.eye.brow, opacity)
}

export const BROWS = pair('brow', 'brow', (pen, side, pose) => paintBrow(pen, side, pose, 1))
export const BROWS_OVER = pair('brow_over', 'brow', (pen, side, pose) => paintBrow(pen, side, pose, BROW_OVER_OPACITY))
