// The shape of one layer of the drawing: what it is called, what bends it, and how it is drawn.
import { SIDES, type Side, sideName } from './dot'
import type { Shown } from './gestures'
import type { Pen } from './pen'
import type { Pose } from './pose'
import type { WarpName } from './warps'

export interface Layer {
  readonly id: string
  readonly warp: WarpName
  draw(pen: Pen, pose: Pose): void
  /** Without it the layer always shows. */
  readonly shown?: Shown
}

export const shownBy = (shown: Shown, layers: readonly Layer[]): Layer[] => layers.map((one) => ({ ...one, shown }))

export const layer = (id: string, warp: WarpName, draw: Layer['draw']): Layer => ({ id, warp, draw })

/** The same part on both sides of the character, the viewer's left first. */
export const pair = (id: string, warp: WarpName, draw: (pen: Pen, side: Side, pose: Pose) => void): Layer[] =>
  SIDES.map((side) => layer(`${id}_${sideName(side)}`, warp, (pen, pose) => draw(pen, side, pose)))
