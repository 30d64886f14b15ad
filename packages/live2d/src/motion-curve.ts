// The numbers of one motion curve in, its value at any time out. Nothing is allocated after construction.

export const SEGMENT = { linear: 0, bezier: 1, stepped: 2, inverseStepped: 3 } as const

/** A bezier's time is found to a fifth of a millisecond in a segment of a second. */
const HALVINGS = 13

/** Where each kind of segment keeps its last point, counted from its first number. */
const NUMBERS: ReadonlyMap<number, number> = new Map([
  [SEGMENT.linear, 3],
  [SEGMENT.bezier, 7],
  [SEGMENT.stepped, 3],
  [SEGMENT.inverseStepped, 3],
])

export class MotionCurve {
  readonly #numbers: Float64Array
  /** Where each segment begins; it starts from the last two numbers before. */
  readonly #starts: Int32Array
  readonly #restricted: boolean

  /** What follows a damaged segment is left out. */
  constructor(segments: readonly number[], areBeziersRestricted: boolean) {
    this.#numbers = Float64Array.from(segments)
    this.#restricted = areBeziersRestricted
    const starts: number[] = []
    for (let at = 2; at < segments.length; ) {
      const length = NUMBERS.get(segments[at]!)
      if (length === undefined || at + length > segments.length) break
      if (segments[at + length - 2]! < segments[at - 2]!) break
      starts.push(at)
      at += length
    }
    this.#starts = Int32Array.from(starts)
  }

  /** Held at both ends; 0 when the curve is empty. */
  valueAt(seconds: number): number {
    const numbers = this.#numbers
    if (numbers.length < 2) return 0
    if (!(seconds > numbers[0]!)) return numbers[1]!
    const starts = this.#starts
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#endAt(middle) > seconds) high = middle
      else low = middle + 1
    }
    if (low === starts.length) return starts.length === 0 ? numbers[1]! : numbers[this.#last(low - 1) + 1]!
    return this.#inside(starts[low]!, seconds)
  }

  #last(segment: number): number {
    const start = this.#starts[segment]!
    return start + (this.#numbers[start] === SEGMENT.bezier ? 5 : 1)
  }

  #endAt(segment: number): number {
    return this.#numbers[this.#last(segment)]!
  }

  #inside(at: number, seconds: number): number {
    const n = this.#numbers
    const [t0, v0] = [n[at - 2]!, n[at - 1]!]
    switch (n[at]) {
      case SEGMENT.stepped:
        return v0
      case SEGMENT.inverseStepped:
        return n[at + 2]!
      case SEGMENT.bezier: {
        const share = this.#restricted
          ? (seconds - t0) / (n[at + 5]! - t0)
          : shareAt(t0, n[at + 1]!, n[at + 3]!, n[at + 5]!, seconds)
        return bezier(v0, n[at + 2]!, n[at + 4]!, n[at + 6]!, share)
      }
      default:
        return v0 + ((n[at + 2]! - v0) * (seconds - t0)) / (n[at + 1]! - t0)
    }
  }
}

const bezier = (a: number, b: number, c: number, d: number, t: number): number => {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

/** Times rise along a curve; where a file has them fall, the halving still ends. */
const shareAt = (t0: number, t1: number, t2: number, t3: number, seconds: number): number => {
  let low = 0
  let high = 1
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (bezier(t0, t1, t2, t3, middle) < seconds) low = middle
    else high = middle
  }
  return (low + high) / 2
}
