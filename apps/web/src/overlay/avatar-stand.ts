// In: a model's address, faces. Out: her picture in `host`, at its size. Builds the avatar when there is room for it, and anew when the
// model changes, when the graphics context is lost, and until it succeeds. Without room (a frame that is not shown) nothing is drawn.
import type { FaceFrame } from '@psiona/shared/face-frame'
import type { Seconds } from '@psiona/shared/units'
import type { Avatar } from './avatar'
import { retryDelayMs } from './retry-delay'

/** Beyond two pixels a pixel the eye sees nothing and the encoder's GPU pays. */
const DENSEST_PIXELS = 2

export class AvatarStand {
  readonly #host: HTMLElement
  readonly #create: (canvas: HTMLCanvasElement, modelUrl: string) => Promise<Avatar>
  readonly #sizes: ResizeObserver
  #modelUrl: string | null = null
  /** The model waits for room. */
  #awaited = false
  #shown = false
  #canvas: HTMLCanvasElement | null = null
  #avatar: Avatar | null = null
  #density = 0
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, create: (canvas: HTMLCanvasElement, modelUrl: string) => Promise<Avatar>) {
    this.#host = host
    this.#create = create
    this.#sizes = new ResizeObserver(() => this.#fit())
    this.#sizes.observe(host)
  }

  /** Builds and failures so far, for the gauge. */
  readonly counts = { built: 0, failed: 0 }

  show(modelUrl: string): void {
    if (modelUrl === this.#modelUrl) return
    this.#modelUrl = modelUrl
    this.#failures = 0
    this.#awaited = true
    this.#fit()
  }

  draw(face: FaceFrame, elapsed: Seconds): void {
    if (!this.#avatar || !this.#shown) return
    if (this.#density !== this.#wantedDensity) this.#fit()
    this.#avatar.pose(face, elapsed)
    this.#avatar.render()
  }

  close(): void {
    clearTimeout(this.#retry)
    // What is still being built is thrown away when it is done.
    this.#modelUrl = null
    this.#awaited = false
    this.#sizes.disconnect()
    this.#take(null, null)
  }

  async #build(modelUrl: string): Promise<void> {
    clearTimeout(this.#retry)
    const canvas = document.createElement('canvas')
    canvas.addEventListener('webglcontextlost', (event) => {
      // Without this the browser would not give a context again.
      event.preventDefault()
      if (canvas === this.#canvas) void this.#build(modelUrl)
    })
    try {
      const avatar = await this.#create(canvas, modelUrl)
      if (modelUrl !== this.#modelUrl) return avatar.destroy()
      this.#failures = 0
      this.counts.built++
      this.#take(canvas, avatar)
    } catch {
      // The server may be on its way up again; the panel's health strip names what is wrong with a model.
      this.counts.failed++
      if (modelUrl === this.#modelUrl)
        this.#retry = setTimeout(() => void this.#build(modelUrl), retryDelayMs(this.#failures++, Math.random()))
    }
  }

  #take(canvas: HTMLCanvasElement | null, avatar: Avatar | null): void {
    const before = this.#avatar
    this.#canvas = canvas
    this.#avatar = avatar
    this.#host.replaceChildren(...(canvas ? [canvas] : []))
    this.#fit()
    before?.destroy()
  }

  get #wantedDensity(): number {
    return Math.min(DENSEST_PIXELS, window.devicePixelRatio)
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.#host
    this.#density = this.#wantedDensity
    this.#shown = clientWidth > 0 && clientHeight > 0
    if (!this.#shown) return
    this.#avatar?.resize(clientWidth, clientHeight, this.#density)
    if (!this.#awaited || this.#modelUrl === null) return
    this.#awaited = false
    void this.#build(this.#modelUrl)
  }
}
