// In: values, one after the other. Out: the newest of them, oldest first.

export class Recent<T> {
  readonly #kept: number
  #values: T[] = []

  constructor(kept: number) {
    this.#kept = kept
  }

  add(value: T): void {
    this.#values.push(value)
    // Twice as many are let grow, so that adding stays cheap.
    if (this.#values.length >= 2 * this.#kept) this.#values = this.#values.slice(-this.#kept)
  }

  get all(): readonly T[] {
    return this.#values.slice(-this.#kept)
  }

  /** The newest that fits, by halving: `fits` must hold for all values up to it and for none after it. */
  lastWhile(fits: (value: T) => boolean): T | undefined {
    let low = 0
    let high = this.#values.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (fits(this.#values[middle]!)) low = middle + 1
      else high = middle
    }
    return this.#values[low - 1]
  }

  get oldest(): T | undefined {
    return this.#values[0]
  }
  get newest(): T | undefined {
    return this.#values.at(-1)
  }
}
