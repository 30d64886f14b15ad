// In: time. Out: a face that breathes, blinks and sways by itself, for when no frames come: she never freezes.
import { FACE_INDEX, type FaceFrame, restFace } from '@psiona/shared/face-frame'
import type { Ms, Unit } from '@psiona/shared/units'

/** A calm adult breathes about 15 times a minute. */
const BREATH_MS: Ms = 4000
const BLINK_MS: Ms = 180
/** People blink every 2 to 6 s. */
const BETWEEN_BLINKS_MS = { least: 2200, spread: 3800 }

export class IdleFace {
  readonly #rest = restFace()
  readonly #chance: () => Unit
  #blinkAtMs: Ms = Number.NEGATIVE_INFINITY

  constructor(chance: () => Unit = Math.random) {
    this.#chance = chance
  }

  write(out: FaceFrame, nowMs: Ms): void {
    if (nowMs > this.#blinkAtMs + BLINK_MS)
      this.#blinkAtMs = nowMs + BETWEEN_BLINKS_MS.least + BETWEEN_BLINKS_MS.spread * this.#chance()
    out.set(this.#rest)
    const turn = (2 * Math.PI * nowMs) / BREATH_MS
    out[FACE_INDEX.breath] = 0.5 - 0.5 * Math.cos(turn)
    // Periods without a common measure, so that the sway does not repeat visibly.
    out[FACE_INDEX.angleZ] = 1.6 * Math.sin(turn / 2.3)
    out[FACE_INDEX.angleX] = 2.2 * Math.sin(turn / 3.7)
    out[FACE_INDEX.bodyX] = 1.1 * Math.sin(turn / 3.1)
    const blink = (nowMs - this.#blinkAtMs) / BLINK_MS
    if (blink <= 0 || blink >= 1) return
    const open = Math.abs(Math.cos(Math.PI * blink))
    out[FACE_INDEX.eyeOpenL] = open
    out[FACE_INDEX.eyeOpenR] = open
  }
}
