// Feelings in, the model's expressions blended by their strength out, as what they do to each parameter.
// Several at once are blended without an order: what overwrites is averaged, then what multiplies multiplies, then what adds is added.
import type { AvatarMap } from '@psiona/shared/avatar-map'
import { EMOTIONS, type Emotion } from '@psiona/shared/mood'
import type { Seconds } from '@psiona/shared/units'

export interface ExpressionPart {
  readonly parameter: number
  readonly value: number
  readonly blend: 'Add' | 'Multiply' | 'Overwrite'
}

export interface ModelExpression {
  readonly name: string
  readonly fadeIn: Seconds
  readonly fadeOut: Seconds
  readonly parts: readonly ExpressionPart[]
}

export class ExpressionBlend {
  /** Parameters that some expression changes. */
  readonly touched: ReadonlySet<number>
  readonly #expressions: readonly ModelExpression[]
  readonly #byEmotion: AvatarMap['expressions']
  readonly #wanted: Float32Array
  readonly #weights: Float32Array
  readonly #overwriting: Float32Array
  readonly #overwritten: Float32Array
  readonly #factor: Float32Array
  readonly #added: Float32Array
  #emotion: Emotion = {}
  #tried: string | null = null

  constructor(expressions: readonly ModelExpression[], byEmotion: AvatarMap['expressions'], parameters: number) {
    this.#expressions = expressions
    this.#byEmotion = byEmotion
    this.touched = new Set(expressions.flatMap((e) => e.parts.map((p) => p.parameter)))
    this.#wanted = new Float32Array(expressions.length)
    this.#weights = new Float32Array(expressions.length)
    this.#overwriting = new Float32Array(parameters)
    this.#overwritten = new Float32Array(parameters)
    this.#factor = new Float32Array(parameters).fill(1)
    this.#added = new Float32Array(parameters)
  }

  feel(emotion: Emotion): void {
    this.#emotion = emotion
    this.#choose()
  }

  /** One expression whole, instead of what she feels; null = as she feels. */
  tryOn(name: string | null): void {
    this.#tried = name
    this.#choose()
  }

  #choose(): void {
    for (const [i, { name }] of this.#expressions.entries()) {
      let wanted = this.#tried === name ? 1 : 0
      if (this.#tried === null)
        for (const emotion of EMOTIONS)
          if (this.#byEmotion[emotion] === name) wanted = Math.max(wanted, this.#emotion[emotion] ?? 0)
      this.#wanted[i] = wanted
    }
  }

  step(elapsed: Seconds): void {
    for (const p of this.touched) {
      this.#overwriting[p] = 0
      this.#overwritten[p] = 0
      this.#factor[p] = 1
      this.#added[p] = 0
    }
    for (let i = 0; i < this.#expressions.length; i++) {
      const { parts, fadeIn, fadeOut } = this.#expressions[i]!
      const [now, wanted] = [this.#weights[i]!, this.#wanted[i]!]
      const seconds = wanted > now ? fadeIn : fadeOut
      const step = seconds <= 0 ? 1 : Math.max(0, elapsed) / seconds
      const weight = wanted > now ? Math.min(wanted, now + step) : Math.max(wanted, now - step)
      this.#weights[i] = weight
      if (weight === 0) continue
      for (let j = 0; j < parts.length; j++) this.#blend(parts[j]!, weight)
    }
  }

  #blend({ parameter, value, blend }: ExpressionPart, weight: number): void {
    if (blend === 'Overwrite') {
      this.#overwriting[parameter] = this.#overwriting[parameter]! + weight
      this.#overwritten[parameter] = this.#overwritten[parameter]! + weight * value
    } else if (blend === 'Multiply') this.#factor[parameter] = this.#factor[parameter]! * (1 + (value - 1) * weight)
    else this.#added[parameter] = this.#added[parameter]! + value * weight
  }

  /** What becomes of a parameter that would be at `value`. */
  apply(parameter: number, value: number): number {
    const weight = this.#overwriting[parameter]!
    const kept = value * Math.max(0, 1 - weight) + this.#overwritten[parameter]! / Math.max(1, weight)
    return kept * this.#factor[parameter]! + this.#added[parameter]!
  }
}

/**
 * Frame and expression pull at one parameter, both as distances from its default. Pulling the same way, the further one counts: a smile
 * is not smiled twice. Pulling apart, the expression has the room that the frame leaves: a blink still closes a widened eye.
 * `room` is how far the frame could go on its side.
 */
export const pulledTogether = (frame: number, expression: number, room: number): number => {
  if (frame * expression >= 0) return Math.abs(frame) > Math.abs(expression) ? frame : expression
  return frame + expression * Math.max(0, 1 - Math.abs(frame) / Math.max(1e-6, room))
}
