// Keyforms of some points in, the points on the canvas out: mixed, then placed by the parent, and only when one of the two changed.

import type { KeyformBlend } from './puppet-keyforms'
import type { Deformer } from './puppet-space'

export class PlacedPoints {
  readonly count: number
  readonly #all: Float32Array
  readonly #local: Float32Array
  readonly #blend: KeyformBlend
  readonly #parent: Deformer | null
  #stale = true

  constructor(positions: readonly (readonly number[])[], blend: KeyformBlend, parent: Deformer | null) {
    this.#all = Float32Array.from(positions.flat())
    this.#local = new Float32Array(positions[0]?.length ?? 0)
    this.count = this.#local.length / 2
    this.#blend = blend
    this.#parent = parent
  }

  /** Not needed now; the next update does what was skipped. */
  skip(): void {
    this.#stale ||= this.#blend.changed || (this.#parent?.changed ?? false)
  }

  /** Writes from point `at` of `out` on; true when something moved. */
  update(out: Float32Array, at: number): boolean {
    const mixed = this.#stale || this.#blend.changed
    if (mixed) this.#blend.mix(this.#all, this.#local)
    if (!mixed && !this.#parent?.changed) return false
    this.#stale = false
    if (this.#parent) this.#parent.place(this.#local, this.count, out, at)
    else out.set(this.#local, at * 2)
    return true
  }
}
