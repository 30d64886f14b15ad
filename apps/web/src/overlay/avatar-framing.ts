// What should be in view and the size of the screen in, the way from canvas px to the screen out.
import type { RigRectangle } from '@psiona/shared/rig'

/** Normalised device coordinates = canvas px · scale + offset, per axis; y upwards. */
export interface View {
  readonly scaleX: number
  readonly scaleY: number
  readonly offsetX: number
  readonly offsetY: number
}

/** Where she stands in it: times the fitted size about the middle of the lower edge, and moved by shares of the screen, y downwards. */
export interface Place {
  readonly scale: number
  readonly x: number
  readonly y: number
}
export const FITTED: Place = { scale: 1, x: 0, y: 0 }

/** All of the frame fits, centred, and its lower edge stands on the lower edge of the screen: she is cut there and nowhere else. */
export const viewOf = (frame: RigRectangle, width: number, height: number, place: Place = FITTED): View => {
  const zoom = Math.min(width / frame.width, height / frame.height) * place.scale
  const [scaleX, scaleY] = [(2 * zoom) / width, (-2 * zoom) / height]
  return {
    scaleX,
    scaleY,
    offsetX: -(frame.x + frame.width / 2) * scaleX + 2 * place.x,
    offsetY: -1 - (frame.y + frame.height) * scaleY - 2 * place.y,
  }
}

/** A rectangle of the canvas as it is on the screen, CSS px, y downwards. */
export const onScreen = (
  { scaleX, scaleY, offsetX, offsetY }: View,
  { x, y, width, height }: RigRectangle,
  screen: { readonly width: number; readonly height: number },
): RigRectangle => {
  const [perX, perY] = [(scaleX * screen.width) / 2, (-scaleY * screen.height) / 2]
  return {
    x: ((1 + offsetX) * screen.width) / 2 + x * perX,
    y: ((1 - offsetY) * screen.height) / 2 + y * perY,
    width: width * perX,
    height: height * perY,
  }
}

/** Head and shoulders of a standing figure: its upper 60 %. */
const BUST_SHARE = 0.6
export const bustOf = ({ x, y, width, height }: RigRectangle): RigRectangle => ({ x, y, width, height: height * BUST_SHARE })

/** Where her eyes are in the picture, -1..1 upwards: a third down a figure whose head is a third of it. */
export const eyeLevelOf = (framing: 'full' | 'bust'): number => (framing === 'full' ? 0.4 : 0)
