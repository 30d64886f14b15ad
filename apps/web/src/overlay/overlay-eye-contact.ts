// In: a face. Out: the same with its eyes on the viewer, wherever the head turns; eased when that begins and ends.
import { FACE_CHANNELS, FACE_INDEX, type FaceFrame } from '@psiona/shared/face-frame'
import type { Seconds, Unit } from '@psiona/shared/units'

/** Eyes that stay on somebody turn against the head: a full turn of the head, in the channel's units, takes them so far. */
const EYES_PER_HEAD_TURN: Unit = 0.75
/** What the frame wants of them is left to this share: eyes that never stir stare. */
const WANDERS: Unit = 0.15
const EASES: Seconds = 0.25

const EYE_AXES = [
  { eyes: FACE_INDEX.gazeX, head: FACE_INDEX.angleX },
  { eyes: FACE_INDEX.gazeY, head: FACE_INDEX.angleY },
] as const

const limited = (value: number): Unit => Math.max(-1, Math.min(1, value))

export class EyeContact {
  #held: Unit = 0

  /** Changes `face`. */
  step(face: FaceFrame, holds: boolean, elapsed: Seconds): void {
    this.#held += ((holds ? 1 : 0) - this.#held) * (1 - Math.exp(-elapsed / EASES))
    if (this.#held < 1e-3) return
    for (const { eyes, head } of EYE_AXES) {
      const against = (-EYES_PER_HEAD_TURN * face[head]!) / FACE_CHANNELS[head]!.max
      const steady = limited(against + WANDERS * face[eyes]!)
      face[eyes] = face[eyes]! + this.#held * (steady - face[eyes]!)
    }
  }
}
