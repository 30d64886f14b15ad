// The sample clock flows in; blinks and glances flow out as goals, breath and sway turn by themselves. Seeded: the same life twice.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { Field } from './field'
import { OSCILLATOR } from './oscillator'
import { createRandom, type Random } from './random'

const BLINK_EVERY_MS: readonly [Ms, Ms] = [2100, 5900]
const BLINK_SHUT_MS: Ms = 85
const LID_DOWN_TAU_MS: Ms = 13
const LID_UP_TAU_MS: Ms = 24

const GLANCE_EVERY_MS: readonly [Ms, Ms] = [450, 2600]
/** Eyes jump; nothing else in the face is so fast. */
const GLANCE_TAU_MS: Ms = 12
const GLANCE_X = 0.35
const GLANCE_Y = 0.18
/** Every third glance comes back to who is watching, and so do most while she speaks. */
const LOOK_BACK = 0.35
const LOOK_BACK_SPEAKING = 0.7
const SPEAKING = 0.5

export class IdleLife {
  private readonly field: Field
  private readonly random: Random
  private blinkAt: Samples
  private openAt: Samples = Number.POSITIVE_INFINITY
  private glanceAt: Samples

  constructor(field: Field, seed: number, startSample: Samples) {
    this.field = field
    this.random = createRandom(seed)
    this.blinkAt = startSample + this.between(BLINK_EVERY_MS)
    this.glanceAt = startSample + this.between(GLANCE_EVERY_MS)
    for (const name of ['breath', 'sway', 'lean'] as const) {
      field.settle(OSCILLATOR[name], 1)
      field.phase[OSCILLATOR[name]] = this.random.between(0, 2 * Math.PI)
    }
  }

  /** Before the control step at `atSample`. */
  advance(atSample: Samples): void {
    if (atSample >= this.blinkAt) {
      this.field.goal(OSCILLATOR.blink, 1, LID_DOWN_TAU_MS)
      this.openAt = atSample + samplesFromMs(BLINK_SHUT_MS)
      this.blinkAt = atSample + this.between(BLINK_EVERY_MS)
    }
    if (atSample >= this.openAt) {
      this.field.goal(OSCILLATOR.blink, 0, LID_UP_TAU_MS)
      this.openAt = Number.POSITIVE_INFINITY
    }
    if (atSample >= this.glanceAt) {
      this.glance()
      this.glanceAt = atSample + this.between(GLANCE_EVERY_MS)
    }
  }

  private glance(): void {
    const { field, random } = this
    const speaks = field.amplitude[OSCILLATOR.speaking]! > SPEAKING
    const back = random.uniform() < (speaks ? LOOK_BACK_SPEAKING : LOOK_BACK)
    const x = back ? 0 : random.between(-GLANCE_X, GLANCE_X)
    const y = back ? 0 : random.between(-GLANCE_Y, GLANCE_Y)
    field.goal(OSCILLATOR.gazeRight, Math.max(0, x), GLANCE_TAU_MS)
    field.goal(OSCILLATOR.gazeLeft, Math.max(0, -x), GLANCE_TAU_MS)
    field.goal(OSCILLATOR.gazeUp, Math.max(0, y), GLANCE_TAU_MS)
    field.goal(OSCILLATOR.gazeDown, Math.max(0, -y), GLANCE_TAU_MS)
  }

  private between([least, most]: readonly [Ms, Ms]): Samples {
    return samplesFromMs(this.random.between(least, most))
  }
}
