// The sample clock flows in; blinks and glances flow out as goals, breath and sway turn by themselves. Seeded: the same life twice.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { Field } from './field'
import type { ForecastGoals } from './forecast-goals'
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
const GLANCES = [OSCILLATOR.gazeRight, OSCILLATOR.gazeLeft, OSCILLATOR.gazeUp, OSCILLATOR.gazeDown] as const

export class IdleLife {
  private readonly field: Field
  private readonly random: Random
  private blinkAt: Samples
  private openAt: Samples = Number.POSITIVE_INFINITY
  private glanceAt: Samples
  /** The next glance: whether it goes back to who is watching is drawn beforehand, what she does then decides. */
  private glanceBack = 0
  private glanceX = 0
  private glanceY = 0

  constructor(field: Field, seed: number, startSample: Samples) {
    this.field = field
    this.random = createRandom(seed)
    this.blinkAt = startSample + this.between(BLINK_EVERY_MS)
    this.glanceAt = startSample
    this.drawGlance()
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
      const turned = this.looksBack ? 0 : 1
      for (let i = 0; i < GLANCES.length; i++) this.field.goal(GLANCES[i]!, turned * this.glanceTo(i), GLANCE_TAU_MS)
      this.drawGlance()
    }
  }

  /** What is due next, as things are. */
  foretell(goals: ForecastGoals): void {
    goals.add(this.openAt, OSCILLATOR.blink, 0, LID_UP_TAU_MS)
    goals.add(this.blinkAt, OSCILLATOR.blink, 1, LID_DOWN_TAU_MS)
    goals.add(this.blinkAt + samplesFromMs(BLINK_SHUT_MS), OSCILLATOR.blink, 0, LID_UP_TAU_MS)
    const turned = this.looksBack ? 0 : 1
    for (let i = 0; i < GLANCES.length; i++) goals.add(this.glanceAt, GLANCES[i]!, turned * this.glanceTo(i), GLANCE_TAU_MS)
  }

  private get looksBack(): boolean {
    const speaks = this.field.amplitude[OSCILLATOR.speaking]! > SPEAKING
    return this.glanceBack < (speaks ? LOOK_BACK_SPEAKING : LOOK_BACK)
  }

  /** How far in the i-th direction of GLANCES. */
  private glanceTo(i: number): number {
    const signed = i < 2 ? this.glanceX : this.glanceY
    return Math.max(0, i % 2 === 0 ? signed : -signed)
  }

  private drawGlance(): void {
    this.glanceAt += this.between(GLANCE_EVERY_MS)
    this.glanceBack = this.random.uniform()
    this.glanceX = this.random.between(-GLANCE_X, GLANCE_X)
    this.glanceY = this.random.between(-GLANCE_Y, GLANCE_Y)
  }

  private between([least, most]: readonly [Ms, Ms]): Samples {
    return samplesFromMs(this.random.between(least, most))
  }
}
