// In: an avatar that should be seen, and how long the one before takes to fade. Out: one canvas in `host`, two while it lasts.
// Who is taken off is destroyed here.
import type { FaceFrame } from '@psiona/shared/face-frame'
import type { Ms, Seconds } from '@psiona/shared/units'
import type { Avatar, CardLoad } from './avatar'

export interface Layer {
  readonly canvas: HTMLCanvasElement
  readonly avatar: Avatar
}

const takeOff = (layer: Layer): void => {
  layer.canvas.remove()
  layer.avatar.destroy()
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

  /** Both while one fades into the other. */
  get all(): readonly Layer[] {
    return [this.#back, this.#front].filter((layer) => layer !== null)
  }

  get cardLoad(): CardLoad {
    const loads = this.all.map(({ avatar }) => avatar.cardLoad)
    return { textures: loads.reduce((sum, l) => sum + l.textures, 0), bytes: loads.reduce((sum, l) => sum + l.bytes, 0) }
  }

  /** A change while another fades: the older goes at once. */
  take(layer: Layer, overMs: Ms): void {
    if (this.#back) takeOff(this.#back)
    this.#back = this.#front
    this.#front = layer
    this.#fadeSeconds = this.#back ? overMs / 1000 : 0
    this.#fadedSeconds = 0
    this.#host.append(layer.canvas)
    this.#blend()
  }

  draw(face: FaceFrame, elapsed: Seconds): void {
    for (const { avatar } of this.all) {
      avatar.pose(face, elapsed)
      avatar.render()
    }
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
    for (const layer of this.all) takeOff(layer)
    this.#front = null
    this.#back = null
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
