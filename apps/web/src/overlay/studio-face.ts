// In: faces that somebody else clocks, or none. Out: the face to draw: theirs while they come, her own idle one when they do not, and no
// jump between the two.
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, type FaceFrame, restFace } from '@psiona/shared/face-frame'
import type { Ms } from '@psiona/shared/units'
import { IdleFace } from './idle-face'

/** A page that is busy drawing posts late; one that has gone posts no more. */
const STALLED_MS: Ms = 300
/** Going idle, and back, is slow enough not to be seen. */
const MELTS_MS: Ms = 120

export class StudioFace {
  readonly #idle: IdleFace
  readonly #posed = restFace()
  readonly #target = restFace()
  readonly #drawn = restFace()
  readonly #difference = new Float32Array(FACE_CHANNEL_COUNT)
  #posedMs: Ms = Number.NEGATIVE_INFINITY
  #posing = false
  #nowMs: Ms | null = null

  constructor(idle = new IdleFace()) {
    this.#idle = idle
  }

  take(face: readonly number[] | null, nowMs: Ms): void {
    this.#posedMs = face === null ? Number.NEGATIVE_INFINITY : nowMs
    if (face === null) return
    for (let i = 0; i < FACE_CHANNEL_COUNT; i++) {
      const { min, max } = FACE_CHANNELS[i]!
      this.#posed[i] = Math.max(min, Math.min(max, face[i] ?? 0))
    }
  }

  /** The face for this animation frame; valid until the next call. */
  face(nowMs: Ms): FaceFrame {
    const passedMs = this.#nowMs === null ? 0 : Math.max(0, nowMs - this.#nowMs)
    this.#nowMs = nowMs
    const posing = nowMs - this.#posedMs < STALLED_MS
    if (posing) this.#target.set(this.#posed)
    else this.#idle.write(this.#target, nowMs)
    if (posing !== this.#posing)
      for (let i = 0; i < FACE_CHANNEL_COUNT; i++) this.#difference[i] = this.#drawn[i]! - this.#target[i]!
    this.#posing = posing
    const stays = Math.exp(-passedMs / MELTS_MS)
    for (let i = 0; i < FACE_CHANNEL_COUNT; i++) {
      this.#difference[i] = this.#difference[i]! * stays
      this.#drawn[i] = this.#target[i]! + this.#difference[i]!
    }
    return this.#drawn
  }
}
