// Parameter values in, the keyforms they lie between and the weight of each out. No allocation after construction.
import type { RigBinding } from '@psiona/shared/rig'

/** Two keys for each of at most four parameters. */
const MOST_FORMS = 16

export class KeyformBlend {
  /** Keyforms and their weights; the first `count` are in use. */
  readonly forms = new Int32Array(MOST_FORMS)
  readonly weights = new Float32Array(MOST_FORMS)
  count = 1
  /** Whether the last update changed anything. */
  changed = true
  readonly #parameters: Int32Array
  readonly #keys: readonly Float32Array[]
  #fresh = true

  constructor(bindings: readonly RigBinding[], parameterIndex: (id: string) => number) {
    this.#parameters = Int32Array.from(bindings, (b) => parameterIndex(b.parameter))
    this.#keys = bindings.map((b) => Float32Array.from(b.keys))
    this.weights[0] = 1
  }

  /** `moved[p]` is 1 for every parameter whose value is new. */
  update(values: Float32Array, moved: Uint8Array): void {
    let concerned = this.#fresh
    for (let i = 0; i < this.#parameters.length; i++) if (moved[this.#parameters[i]!] === 1) concerned = true
    this.changed = concerned
    if (!concerned) return
    this.#fresh = false
    let count = 1
    let stride = 1
    this.forms[0] = 0
    this.weights[0] = 1
    for (let i = 0; i < this.#parameters.length; i++) {
      const keys = this.#keys[i]!
      const value = values[this.#parameters[i]!]!
      let low = 0
      while (low < keys.length - 2 && keys[low + 1]! <= value) low++
      const share = Math.min(1, Math.max(0, (value - keys[low]!) / (keys[low + 1]! - keys[low]!)))
      const before = count
      for (let j = 0; j < before; j++) {
        const form = this.forms[j]!
        const weight = this.weights[j]!
        if (share > 0 && share < 1) {
          this.forms[count] = form + (low + 1) * stride
          this.weights[count++] = weight * share
        }
        this.forms[j] = form + (share === 1 ? low + 1 : low) * stride
        this.weights[j] = share === 1 ? weight : weight * (1 - share)
      }
      stride *= keys.length
    }
    this.count = count
  }

  /** The weighted sum of the keyforms, each `out.length` numbers of `all`. */
  mix(all: Float32Array, out: Float32Array): void {
    const length = out.length
    for (let j = 0; j < this.count; j++) {
      const weight = this.weights[j]!
      const from = this.forms[j]! * length
      if (j === 0) for (let i = 0; i < length; i++) out[i] = weight * all[from + i]!
      else for (let i = 0; i < length; i++) out[i] = out[i]! + weight * all[from + i]!
    }
  }

  /** The same for one number per keyform. */
  mixOne(all: Float32Array): number {
    let sum = 0
    for (let j = 0; j < this.count; j++) sum += this.weights[j]! * all[this.forms[j]!]!
    return sum
  }
}

/** Objects bound to the same keys share one blend. */
export class KeyformBlends {
  readonly all: KeyformBlend[] = []
  readonly #known = new Map<string, KeyformBlend>()
  readonly #parameterIndex: (id: string) => number

  constructor(parameterIndex: (id: string) => number) {
    this.#parameterIndex = parameterIndex
  }

  for(bindings: readonly RigBinding[]): KeyformBlend {
    const key = JSON.stringify(bindings)
    const known = this.#known.get(key)
    if (known) return known
    const blend = new KeyformBlend(bindings, this.#parameterIndex)
    this.#known.set(key, blend)
    this.all.push(blend)
    return blend
  }
}
