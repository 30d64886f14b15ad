// In: the chosen target, the pointer, what happens in the chat. Out: where she looks when she has nothing of her own to look at.
import type { OverlaySettings } from '@psiona/shared/settings'
import type { Ms, Unit } from '@psiona/shared/units'

/** In -1..1 of her picture, y upwards. */
export interface GazePoint {
  readonly x: Unit
  readonly y: Unit
}

/** A pointer that rests is forgotten, as eyes forget it. */
const POINTER_HOLDS_MS: Ms = 6000
/** A look at a line of the chat: long enough to have read it. */
const CHAT_LOOK_MS: Ms = 1600
/** Far enough to be seen, not so far that the head turns away from the viewers. */
const CHAT_LOOK: Unit = 0.65
/** Bubbles stand a little below her eyes. */
const CHAT_LOOK_DOWN: Unit = -0.15

const held = (value: number): Unit => Math.max(-1, Math.min(1, value))

export class OverlayGaze {
  target: OverlaySettings['gaze'] = 'nobody'
  /** Where the bubbles stand, as the viewer sees it. */
  chatSide: 'left' | 'right' = 'left'
  #pointer: { readonly at: GazePoint; readonly movedMs: Ms } | null = null
  #chatUntil: Ms = Number.NEGATIVE_INFINITY

  /** Client px, and the rectangle in which she is drawn. */
  pointer(x: number, y: number, picture: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, nowMs: Ms): void {
    if (picture.width <= 0 || picture.height <= 0) return
    const at = {
      x: held((2 * (x - picture.left)) / picture.width - 1),
      y: held(1 - (2 * (y - picture.top)) / picture.height),
    }
    this.#pointer = { at, movedMs: nowMs }
  }

  pointerGone(): void {
    this.#pointer = null
  }

  /** A line came up, or she begins to answer one. */
  chat(nowMs: Ms): void {
    this.#chatUntil = nowMs + CHAT_LOOK_MS
  }

  at(nowMs: Ms): GazePoint | null {
    switch (this.target) {
      case 'nobody':
        return null
      // Where the camera is depends on where her face turns: EyeContact sees to it.
      case 'camera':
        return null
      case 'pointer':
        return this.#pointer && nowMs - this.#pointer.movedMs < POINTER_HOLDS_MS ? this.#pointer.at : null
      case 'chat':
        return nowMs < this.#chatUntil ? { x: this.chatSide === 'left' ? -CHAT_LOOK : CHAT_LOOK, y: CHAT_LOOK_DOWN } : null
      default:
        return this.target satisfies never
    }
  }
}
