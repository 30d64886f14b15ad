// Signed numbers that follow their goals through two equal poles, as the field's amplitudes do: goals in, smooth values out.
import { CONTROL_STEP_SAMPLES, type Ms, SAMPLE_RATE } from '@psiona/shared'

const STEP_MS: Ms = (CONTROL_STEP_SAMPLES * 1000) / SAMPLE_RATE

export class Glide {
  readonly value: Float64Array
  readonly goal: Float64Array
  private readonly inner: Float64Array
  private readonly ratio: number
  private readonly decay: number

  constructor(count: number, tauMs: Ms) {
    this.value = new Float64Array(count)
    this.goal = new Float64Array(count)
    this.inner = new Float64Array(count)
    this.ratio = STEP_MS / tauMs
    this.decay = Math.exp(-this.ratio)
  }

  /** Everything stands at its goal at once. */
  arrive(): void {
    this.value.set(this.goal)
    this.inner.set(this.goal)
  }

  /** One control step. */
  step(): void {
    const { value, inner, goal, ratio, decay } = this
    for (let i = 0; i < value.length; i++) {
      const to = goal[i]!
      const fromInner = inner[i]! - to
      inner[i] = to + fromInner * decay
      value[i] = to + (value[i]! - to + fromInner * ratio) * decay
    }
  }
}
