// In: what she does and feels, moments that the server names. Out: the cues of motions her model may have.
import { MotionCue } from '@psiona/shared/avatar-map'
import type { MotionOrder } from '@psiona/shared/look'
import { type EmotionName, leadingEmotion } from '@psiona/shared/mood'
import type { OverlayState, Tally } from '@psiona/shared/overlay-wire'
import type { Ms, Unit } from '@psiona/shared/units'

/** Weaker feelings show in the face alone. */
const MOVES_FROM: Unit = 0.3
/** Two feelings that take turns at leading are not acted out again and again. */
const SAME_FEELING_MS: Ms = 8000
/** Shorter thinking is a breath before an answer. */
const LONG_THINKING_MS: Ms = 1200

export class OverlayCues {
  readonly #play: (cue: MotionCue) => void
  #lead: EmotionName | 'neutral' | null = null
  readonly #actedMs = new Map<EmotionName, Ms>()
  #tally: Tally | null = null
  #thinkingFrom: Ms | null = null

  constructor(play: (cue: MotionCue) => void) {
    this.#play = play
  }

  /** After a new link the first state is how things stand, not something that begins. */
  restart(): void {
    this.#lead = null
    this.#tally = null
    this.#thinkingFrom = null
  }

  state({ tally, emotion }: Pick<OverlayState, 'tally' | 'emotion'>, nowMs: Ms): void {
    if (tally !== this.#tally) this.#thinkingFrom = tally === 'thinking' ? nowMs : null
    this.#tally = tally
    const lead = leadingEmotion(emotion, MOVES_FROM)
    const began = this.#lead !== null && lead !== this.#lead
    this.#lead = lead
    if (!began || lead === 'neutral' || nowMs - (this.#actedMs.get(lead) ?? Number.NEGATIVE_INFINITY) < SAME_FEELING_MS) return
    this.#actedMs.set(lead, nowMs)
    this.#play(`emotion-${lead}`)
  }

  /** A server newer than this page may name moments it does not know. */
  order({ cue }: MotionOrder): void {
    const known = MotionCue.safeParse(cue)
    if (known.success) this.#play(known.data)
  }

  /** To be called now and then: silence has no event. */
  at(nowMs: Ms): void {
    if (this.#thinkingFrom === null || nowMs - this.#thinkingFrom < LONG_THINKING_MS) return
    this.#thinkingFrom = null
    this.#play('thinking-long')
  }
}
