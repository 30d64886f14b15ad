// Where she should look in, eyes and head turned there on top of the frame out. Within limits, so that she still does what the frame says.
import { FACE_CHANNELS, FACE_INDEX, type FaceFrame } from '@psiona/shared/face-frame'
import type { Seconds } from '@psiona/shared/units'
import type { Glance } from './avatar'

/** Eyes are there first, the head follows: people's times. */
const EYES_SECONDS: Seconds = 0.08
const HEAD_SECONDS: Seconds = 0.3
/** What a look to the edge of the picture adds, in units of each channel. */
const TURNS = [
  { channel: FACE_INDEX.gazeX, axis: 'x', most: 0.8, seconds: EYES_SECONDS },
  { channel: FACE_INDEX.gazeY, axis: 'y', most: 0.7, seconds: EYES_SECONDS },
  { channel: FACE_INDEX.angleX, axis: 'x', most: 14, seconds: HEAD_SECONDS },
  { channel: FACE_INDEX.angleY, axis: 'y', most: 9, seconds: HEAD_SECONDS },
  { channel: FACE_INDEX.bodyX, axis: 'x', most: 2, seconds: HEAD_SECONDS },
] as const
const LIMIT = 1

export class GlanceOffset {
  readonly #eyeLevel: number
  readonly #offsets = new Float32Array(TURNS.length)
  #at: Glance | null = null

  /** Height of her eyes in the picture, -1..1: she looks straight at what is there. */
  constructor(eyeLevel: number) {
    this.#eyeLevel = eyeLevel
  }

  look(at: Glance | null): void {
    this.#at = at
  }

  /** Adds itself to `face`. */
  step(face: FaceFrame, elapsed: Seconds): void {
    const x = this.#at === null ? 0 : Math.max(-LIMIT, Math.min(LIMIT, this.#at.x))
    const y = this.#at === null ? 0 : Math.max(-LIMIT, Math.min(LIMIT, this.#at.y - this.#eyeLevel))
    for (let i = 0; i < TURNS.length; i++) {
      const { channel, axis, most, seconds } = TURNS[i]!
      const wanted = (axis === 'x' ? x : y) * most
      const stays = Math.exp(-Math.max(0, elapsed) / seconds)
      this.#offsets[i] = wanted + (this.#offsets[i]! - wanted) * stays
      const { min, max } = FACE_CHANNELS[channel]!
      face[channel] = Math.max(min, Math.min(max, face[channel]! + this.#offsets[i]!))
    }
  }
}
