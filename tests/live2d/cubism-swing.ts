// Cubism's physics as its manual describes them, one link at a time, for tests alone. In: parameter values. Out: the one a pendulum moves.
import type { Physics3Setting } from '@psiona/live2d/physics3'

const TICKS_PER_SECOND = 30

export interface ParameterRange {
  readonly min: number
  readonly max: number
}

/** A mass on a stiff rod below an anchor; x to the right, y downwards. */
export class CubismSwing {
  readonly #setting: Physics3Setting
  readonly #range: (id: string) => ParameterRange
  readonly #ticks: number
  #x: number
  #y: number
  #speedX = 0
  #speedY = 0

  constructor(
    setting: Physics3Setting,
    range: (id: string) => ParameterRange,
    stepsPerSecond: number,
    values: (id: string) => number,
  ) {
    this.#setting = setting
    this.#range = range
    this.#ticks = TICKS_PER_SECOND / stepsPerSecond
    this.#x = this.#anchor(values)
    this.#y = this.#link.Radius
  }

  get #link() {
    return this.#setting.Vertices[1]!
  }

  /** Plain inputs push against their sign, reflected ones along with it. */
  #anchor(values: (id: string) => number): number {
    const { Minimum, Maximum } = this.#setting.Normalization.Position
    return this.#setting.Input.reduce((sum, input) => {
      const { min, max } = this.#range(input.Source.Id)
      const share = (2 * values(input.Source.Id) - max - min) / (max - min)
      const place = share >= 0 ? share * Maximum : -share * Minimum
      return sum + (input.Reflect ? 1 : -1) * place * (input.Weight / 100)
    }, 0)
  }

  /** One step; what the first output is set to. */
  step(values: (id: string) => number): number {
    const { Mobility, Acceleration, Radius, Delay } = this.#link
    const anchor = this.#anchor(values)
    const ticks = this.#ticks * Delay
    const [x, y] = [this.#x + this.#speedX * ticks, this.#y + this.#speedY * ticks + Acceleration * ticks * ticks]
    const length = Math.hypot(x - anchor, y)
    const [nextX, nextY] = [anchor + ((x - anchor) / length) * Radius, (y / length) * Radius]
    this.#speedX = ((nextX - this.#x) / ticks) * Mobility
    this.#speedY = ((nextY - this.#y) / ticks) * Mobility
    this.#x = nextX
    this.#y = nextY
    const [output] = this.#setting.Output
    const { min, max } = this.#range(output!.Destination.Id)
    // From straight down; to the right counts as negative, unless reflected.
    const angle = Math.atan2(nextX - anchor, nextY) * (output!.Reflect ? 1 : -1)
    return Math.min(max, Math.max(min, angle * output!.Scale))
  }
}
