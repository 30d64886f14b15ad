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

  findLast(fits: (value: T) => boolean): T | undefined {
    return this.#values.findLast(fits)
  }

  get oldest(): T | undefined {
    return this.#values[0]
  }
  get newest(): T | undefined {
    return this.#values.at(-1)
  }
}
