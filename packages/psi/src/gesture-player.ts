// A gesture's name and the sample clock flow in; it rises, is held and falls, once. Several may overlap.
import { GESTURES, type Gesture, type Samples, samplesFromMs } from '@psiona/shared'
import { GESTURE_FACES } from './emotion-face'
import type { Field } from './field'
import type { ForecastGoals } from './forecast-goals'
import { OSCILLATOR } from './oscillator'

export class GesturePlayer {
  private readonly field: Field
  private readonly endsAt = new Float64Array(GESTURES.length).fill(Number.POSITIVE_INFINITY)

  constructor(field: Field) {
    this.field = field
  }

  start(gesture: Gesture, atSample: Samples): void {
    const { holdMs, tauMs } = GESTURE_FACES[gesture]
    const oscillator = OSCILLATOR[gesture]
    // Begun anew while it still shows, it goes on from where it is.
    if (this.field.amplitude[oscillator]! === 0) this.field.phase[oscillator] = 0
    this.field.goal(oscillator, 1, tauMs)
    this.endsAt[GESTURES.indexOf(gesture)] = atSample + samplesFromMs(holdMs)
  }

  /** At once: whoever draws the face melts the jump. */
  end(): void {
    for (const gesture of GESTURES) this.field.settle(OSCILLATOR[gesture], 0)
    this.endsAt.fill(Number.POSITIVE_INFINITY)
  }

  advance(atSample: Samples): void {
    for (let i = 0; i < GESTURES.length; i++) {
      if (atSample < this.endsAt[i]!) continue
      const gesture = GESTURES[i]!
      this.field.goal(OSCILLATOR[gesture], 0, GESTURE_FACES[gesture].tauMs)
      this.endsAt[i] = Number.POSITIVE_INFINITY
    }
  }

  /** What is held now ends when it ends. */
  foretell(goals: ForecastGoals): void {
    for (let i = 0; i < GESTURES.length; i++) {
      const gesture = GESTURES[i]!
      goals.add(this.endsAt[i]!, OSCILLATOR[gesture], 0, GESTURE_FACES[gesture].tauMs)
    }
  }
}
