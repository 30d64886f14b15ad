// In: messages of the page around this frame. Out: her, posed as they say, in `host`; and back to that page what draws her and of what she
// consists. No socket, no sound, nothing of the stream.
import { STUDIO_REPORT, StudioMessage, type StudioReport } from '@psiona/shared/studio-wire'
import type { Ms } from '@psiona/shared/units'
import { AvatarStand } from './avatar-stand'
import type { OverlayQuery } from './overlay-query'
import { StudioFace } from './studio-face'

/** A longer pause (hidden tab, a new avatar that goes to the graphics card) is not made up for: a fade would be a cut. */
const LONGEST_STEP_MS: Ms = 100
const LONGEST_TROUBLE = 400
const NO_CONTENTS = { parameters: [], expressions: [], motionGroups: [], hitAreas: [] }

export class StudioSession {
  readonly #stand: AvatarStand
  readonly #face = new StudioFace()
  #frame: number
  #frameMs: Ms | null = null
  #wish: number | null = null

  constructor(host: HTMLElement, { framing, antialias }: OverlayQuery) {
    this.#stand = new AvatarStand(host, { framing, antialias, onChange: () => this.#report() })
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
    const { model, face, held = {}, expression = null, motion } = message.data
    this.#stand.show(model, 'auto')
    this.#stand.tryOn({ held, expression })
    this.#face.take(face, performance.now())
    if (motion && motion.wish !== this.#wish) {
      this.#wish = motion.wish
      this.#stand.play(motion.group)
    }
  }

  #report(): void {
    const report: StudioReport = {
      type: STUDIO_REPORT,
      renderer: this.#stand.renderer,
      trouble: this.#stand.trouble.slice(0, LONGEST_TROUBLE),
      ...(this.#stand.contents ?? NO_CONTENTS),
    }
    window.parent.postMessage(report, location.origin)
  }

  readonly #draw = (): void => {
    this.#frame = requestAnimationFrame(this.#draw)
    const nowMs = performance.now()
    const passedMs = Math.min(LONGEST_STEP_MS, nowMs - (this.#frameMs ?? nowMs))
    this.#frameMs = nowMs
    this.#stand.draw(this.#face.face(nowMs), passedMs / 1000)
  }
}
