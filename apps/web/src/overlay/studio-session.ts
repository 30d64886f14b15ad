// In: messages of the page around this frame. Out: her, posed as they say, in `host`. No socket, no sound, nothing of the stream.
import { StudioMessage } from '@psiona/shared/studio-wire'
import type { Ms } from '@psiona/shared/units'
import { AvatarStand } from './avatar-stand'
import type { OverlayQuery } from './overlay-query'
import { createPixiPuppet } from './pixi-puppet'
import { StudioFace } from './studio-face'

/** A longer pause (hidden tab) is not made up for: hair would swing as if she had been shaken. */
const LONGEST_STEP_MS: Ms = 100

export class StudioSession {
  readonly #stand: AvatarStand
  readonly #face = new StudioFace()
  #frame: number
  #frameMs: Ms | null = null

  constructor(host: HTMLElement, query: OverlayQuery) {
    this.#stand = new AvatarStand(host, (canvas, modelUrl) => createPixiPuppet(canvas, modelUrl, query))
    window.addEventListener('message', this.#take)
    this.#frame = requestAnimationFrame(this.#draw)
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
    window.removeEventListener('message', this.#take)
    this.#stand.close()
  }

  readonly #take = ({ origin, source, data }: MessageEvent<unknown>): void => {
    // Anybody may post to a window; only the panel around it poses her.
    if (origin !== location.origin || source !== window.parent) return
    const message = StudioMessage.safeParse(data)
    if (!message.success) return
    this.#stand.show(message.data.modelUrl)
    this.#face.take(message.data.face, performance.now())
  }

  readonly #draw = (): void => {
    this.#frame = requestAnimationFrame(this.#draw)
    const nowMs = performance.now()
    const passedMs = Math.min(LONGEST_STEP_MS, nowMs - (this.#frameMs ?? nowMs))
    this.#frameMs = nowMs
    this.#stand.draw(this.#face.face(nowMs), passedMs / 1000)
  }
}
