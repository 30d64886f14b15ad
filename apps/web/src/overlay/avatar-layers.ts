// In: an avatar that should be seen, and how long the one before takes to fade. Out: one canvas in `host`, two while it lasts.
// Who is taken off is destroyed here.
import type { FaceFrame } from '@psiona/shared/face-frame'
import type { Ms, Seconds } from '@psiona/shared/units'
import type { Avatar, CardLoad } from './avatar'

export interface Layer {
  readonly canvas: HTMLCanvasElement
  readonly avatar: Avatar
}

export const takeOff = ({ canvas, avatar }: Layer): void => {
  canvas.remove()
  try {
    avatar.destroy()
  } catch {
    // It is off the page and not drawn any more; what it still holds goes with its graphics context.
  }
}

export class AvatarLayers {
  readonly #host: HTMLElement
  #front: Layer | null = null
  #back: Layer | null = null
  #fadeSeconds: Seconds = 0
  #fadedSeconds: Seconds = 0

  constructor(host: HTMLElement) {
    this.#host = host
  }

  get front(): Layer | null {
    return this.#front
  }

  /** Both while one fades into the other. Who fades out and breaks goes at once; only the one in front throws. */
  tell(what: (avatar: Avatar) => void): void {
    if (this.#back)
      try {
        what(this.#back.avatar)
      } catch {
        this.settle()
      }
    if (this.#front) what(this.#front.avatar)
  }

  get cardLoad(): CardLoad {
    let [textures, bytes] = [0, 0]
    this.tell(({ cardLoad }) => {
      textures += cardLoad.textures
      bytes += cardLoad.bytes
    })
    return { textures, bytes }
  }

  /** A change while another fades: the older goes at once. */
  take(layer: Layer, overMs: Ms): void {
    this.settle()
    this.#back = this.#front
    this.#front = layer
    this.#fadeSeconds = this.#back ? overMs / 1000 : 0
    this.#fadedSeconds = 0
    this.#host.append(layer.canvas)
    this.#blend()
  }

  draw(face: FaceFrame, elapsed: Seconds): void {
    this.tell((avatar) => {
      avatar.pose(face, elapsed)
      avatar.render()
    })
    if (!this.#back) return
    this.#fadedSeconds += Math.max(0, elapsed)
    this.#blend()
    // Not before the new one has been drawn once.
    if (this.#fadedSeconds >= this.#fadeSeconds) this.settle()
  }

  /** Ends a fade. */
  settle(): void {
    if (this.#back) takeOff(this.#back)
    this.#back = null
    this.#blend()
  }

  clear(): void {
    this.settle()
    if (this.#front) takeOff(this.#front)
    this.#front = null
  }

  #blend(): void {
    const share = this.#back ? Math.min(1, this.#fadedSeconds / Math.max(this.#fadeSeconds, Number.EPSILON)) : 1
    const shown = share * share * (3 - 2 * share)
    if (this.#front) this.#front.canvas.style.opacity = `${shown}`
    if (this.#back) this.#back.canvas.style.opacity = `${1 - shown}`
    // Added up, half of each is one whole her: nothing behind her shines through. The two add up with each other, not with what lies behind.
    if (this.#front) this.#front.canvas.style.mixBlendMode = this.#back ? 'plus-lighter' : ''
    this.#host.style.isolation = this.#back ? 'isolate' : ''
  }
}
