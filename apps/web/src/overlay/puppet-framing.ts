// What should be in view and the size of the screen in, the way from canvas px to the screen out.
import type { RigRectangle } from '@psiona/shared/rig'

/** Normalised device coordinates = canvas px · scale + offset, per axis; y upwards. */
export interface View {
  readonly scaleX: number
  readonly scaleY: number
  readonly offsetX: number
  readonly offsetY: number
}

/** All of the frame fits, centred, and its lower edge stands on the lower edge of the screen: she is cut there and nowhere else. */
export const viewOf = (frame: RigRectangle, width: number, height: number): View => {
  const zoom = Math.min(width / frame.width, height / frame.height)
  const [scaleX, scaleY] = [(2 * zoom) / width, (-2 * zoom) / height]
  return {
    scaleX,
    scaleY,
    offsetX: -(frame.x + frame.width / 2) * scaleX,
    offsetY: -1 - (frame.y + frame.height) * scaleY,
  }
}
