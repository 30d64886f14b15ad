// Outfits and accessories as values in, the same eased over time out: for parameters that no channel moves, and for parts.
import type { ParameterValues } from '@psiona/shared/model-sheet'
import type { Ms, Seconds } from '@psiona/shared/units'
import { type Dial, dialIndex, within } from './avatar-dials'

const NOT_WORN = 0
const WORN = 1
/** On its way back to the default. */
const LEAVING = 2

export class WornValues {
  readonly #dials: readonly Dial[]
  readonly #at: ReadonlyMap<string, number>
  readonly #taken: ReadonlySet<number>
  readonly #from: Float32Array
  readonly #to: Float32Array
  readonly #now: Float32Array
  readonly #state: Uint8Array
  #progress = 1
  #seconds: Seconds = 0

  /** `taken`: dials that somebody else moves. */
  constructor(dials: readonly Dial[], taken: ReadonlySet<number> = new Set()) {
    this.#dials = dials
    this.#at = dialIndex(dials)
    this.#taken = taken
    this.#from = Float32Array.from(dials, (d) => d.default)
    this.#to = this.#from.slice()
    this.#now = this.#from.slice()
    this.#state = new Uint8Array(dials.length)
  }

  put(values: ParameterValues, overMs: Ms): void {
    for (const [i, { default: rest }] of this.#dials.entries()) {
      this.#from[i] = this.#now[i]!
      this.#to[i] = rest
      if (this.#state[i] !== NOT_WORN) this.#state[i] = LEAVING
    }
    for (const [id, value] of Object.entries(values)) {
      const i = this.#at.get(id)
      if (i === undefined || this.#taken.has(i)) continue
      this.#to[i] = within(this.#dials[i]!, value)
      this.#state[i] = WORN
    }
    this.#seconds = overMs / 1000
    this.#progress = 0
    if (this.#seconds === 0) this.step(0)
  }

  step(elapsed: Seconds): void {
    if (this.#progress === 1) return
    this.#progress = this.#seconds === 0 ? 1 : Math.min(1, this.#progress + elapsed / this.#seconds)
    const share = this.#progress * this.#progress * (3 - 2 * this.#progress)
    for (let i = 0; i < this.#now.length; i++) {
      this.#now[i] = this.#from[i]! + (this.#to[i]! - this.#from[i]!) * share
      if (this.#progress === 1 && this.#state[i] === LEAVING) this.#state[i] = NOT_WORN
    }
  }

  has(index: number): boolean {
    return (this.#state[index] ?? NOT_WORN) !== NOT_WORN
  }

  value(index: number): number {
    return this.#now[index]!
  }
}
