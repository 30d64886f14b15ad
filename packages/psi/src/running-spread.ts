// Numbers flow in one by one, the mean and the deviation of the last of them flow out.

/** As many numbers as the assumed deviation counts for at first. */
const ASSUMED = 6
/** The deviation is never believed to be under this part of what was assumed: a monotone voice is no reason to be startled. */
const LEAST_PART = 0.5

export class RunningSpread {
  mean: number
  private count: number
  private square: number
  private readonly memory: number
  private readonly least: number

  /** `memory`: how many numbers count. Without an assumed mean the first number is the first mean. */
  constructor(assumed: { readonly mean?: number; readonly deviation: number }, memory: number) {
    this.mean = assumed.mean ?? 0
    this.count = assumed.mean === undefined ? 0 : ASSUMED
    this.square = assumed.deviation ** 2
    this.least = LEAST_PART * assumed.deviation
    this.memory = memory
  }

  get empty(): boolean {
    return this.count === 0
  }
  get deviation(): number {
    return Math.max(this.least, Math.sqrt(this.square))
  }

  learn(value: number): void {
    this.count = Math.min(this.count + 1, this.memory)
    const away = value - this.mean
    this.mean += away / this.count
    this.square += (away * away - this.square) / Math.min(this.count + ASSUMED, this.memory)
  }
}
