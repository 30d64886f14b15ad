// How much of another voice's sound must be there before it begins, so that it never runs dry. In: when its pieces came, line after line.
// Out: whether to begin now.
import type { Ms, Seconds } from '@psiona/shared'

/** What a fast engine needs: the look-ahead of the face, and an event loop that is busy for once. */
const LEAST_SECONDS: Seconds = 0.12
/** English: 14 letters a second, and slow voices take longer. */
const SECONDS_PER_LETTER: Seconds = 0.075
/** Engines are slower at times than they were. */
const MARGIN = 1.2
/** A line that went well halves what an earlier one called for. */
const FORGETS = 0.5
/** Shorter than this a line tells nothing of how fast it is made. */
const TELLING_MS: Ms = 250

export class HeadStart {
  /** Seconds of waiting, per second of sound, that lately would have been right. */
  #waitPerSecond = 0
  #expectedSeconds: Seconds = 0
  #leastSeconds: Seconds = LEAST_SECONDS
  #firstMs: Ms | null = null
  #firstSeconds: Seconds = 0
  #seconds: Seconds = 0
  #wantedMs: Ms = 0

  /** Another voice. */
  forget(): void {
    this.#waitPerSecond = 0
  }

  /** `leastSeconds`: what the listener of this line asks for. */
  begin(text: string, leastSeconds: Seconds = LEAST_SECONDS): void {
    this.#expectedSeconds = text.length * SECONDS_PER_LETTER
    this.#leastSeconds = Math.max(LEAST_SECONDS, leastSeconds)
    this.#firstMs = null
    this.#seconds = this.#wantedMs = this.#firstSeconds = 0
  }

  /** A piece of that length has come. */
  came(seconds: Seconds, nowMs: Ms): void {
    this.#firstMs ??= nowMs
    if (this.#seconds === 0) this.#firstSeconds = seconds
    // Played from the first piece on, it would have run dry for so long.
    this.#wantedMs = Math.max(this.#wantedMs, nowMs - this.#firstMs - this.#seconds * 1000)
    this.#seconds += seconds
  }

  ready(nowMs: Ms): boolean {
    if (this.#firstMs === null || this.#seconds < this.#leastSeconds) return false
    const waitedMs = nowMs - this.#firstMs
    return waitedMs >= MARGIN * 1000 * this.#waitPerSecond * this.#expectedSeconds && this.#seconds >= this.#enough(waitedMs)
  }

  /** All of it has come: this line teaches the next. */
  end(): void {
    if (this.#seconds === 0) return
    this.#waitPerSecond = Math.max(this.#wantedMs / 1000 / this.#seconds, FORGETS * this.#waitPerSecond)
  }

  /** At the pace of this very line: what the rest of it lacks. */
  #enough(waitedMs: Ms): Seconds {
    if (waitedMs < TELLING_MS) return 0
    const pace = Math.min(1, ((this.#seconds - this.#firstSeconds) * 1000) / waitedMs)
    return MARGIN * (1 - pace) * this.#expectedSeconds
  }
}
