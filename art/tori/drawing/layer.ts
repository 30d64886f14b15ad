// The shape of one layer of the drawing: what it is called, what bends it, and how it is drawn.
import { type Outline, spline } from './curve'
import { type Dot, SIDES, type Side, shifted, sideName } from './dot'
import type { Pen } from './pen'
import type { Pose } from './pose'
import type { WarpName } from './warps'

export interface Layer {
  readonly id: string
  readonly warp: WarpName
  draw(pen: Pen, pose: Pose): void
}

export const layer = (id: string, warp: WarpName, draw: Layer['draw']): Layer => ({ id, warp, draw })

/** The same part on both sides of the character, the viewer's left first. */
export const pair = (id: string, warp: WarpName, draw: (pen: Pen, side: Side, pose: Pose) => void): Layer[] =>
  SIDES.map((side) => layer(`${id}_${sideName(side)}`, warp, (pen, pose) => draw(pen, side, pose)))

/** Something that shows as strongly as one channel of the face says. */
export const effect = (
  id: string,
  warp: WarpName,
  channel: 'tear' | 'sweat' | 'angerMark' | 'heart' | 'star' | 'question',
  draw: (pen: Pen) => void,
): Layer => layer(`fx_${id}`, warp, (pen, pose) => pose[channel] > 0 && pen.fade(Math.min(1, pose[channel]), () => draw(pen)))

export const closed = (points: readonly Dot[]): Outline => spline(points, true)
export const fallen = (shape: Outline, x: number, y: number): Outline => shifted(shape, x, y)
