// In: the time stamp of each animation frame, and how many frames a second are wanted. Out: which of them to draw, evenly.
import type { OverlaySettings } from '@psiona/shared/settings'
import type { Ms } from '@psiona/shared/units'

export type FrameRate = OverlaySettings['fps']

/** The screen's own interval is the middle of so many: one late frame does not change it. */
const WATCHED_FRAMES = 15
/** A screen of 59.94 Hz counts as twice 30. Drawing every other frame there is steadier than following a clock of its own. */
const WHOLE_WITHIN = 0.02
/** A longer pause (hidden tab) says nothing about the screen. */
const LONGEST_INTERVAL_MS: Ms = 250

export class FramePace {
  rate: FrameRate
  readonly #intervals = new Float64Array(WATCHED_FRAMES)
  readonly #sorted = new Float64Array(WATCHED_FRAMES)
  #watched = 0
  #frameMs: Ms | null = null
  /** When the next frame should be drawn. */
  #nextMs: Ms = Number.NEGATIVE_INFINITY

  constructor(rate: FrameRate = 'screen') {
    this.rate = rate
  }

  /** The usual time between two animation frames; null before there were enough of them. */
  get screenMs(): Ms | null {
    return this.#watched < WATCHED_FRAMES ? null : this.#sorted[WATCHED_FRAMES >> 1]!
  }

  /** Whether the frame of this time stamp is one to draw. To be asked once for every animation frame. */
  due(frameMs: Ms): boolean {
    this.#watch(frameMs)
    if (this.rate === 'screen') return true
    const periodMs = 1000 / this.rate
    const screenMs = this.screenMs ?? 0
    // The frame nearest to the wished time: neither is one half an interval away missed for a trembling time stamp.
    if (frameMs < this.#nextMs - screenMs / 2) return false
    const frames = Math.round(periodMs / screenMs)
    const whole = screenMs > 0 && Math.abs(periodMs - frames * screenMs) < WHOLE_WITHIN * periodMs
    // Where whole frames make the rate they are counted from this one; else a clock runs on, and what came too late is not made up for.
    this.#nextMs = whole ? frameMs + frames * screenMs : Math.max(this.#nextMs + periodMs, frameMs + periodMs / 2)
    return true
  }

  #watch(frameMs: Ms): void {
    const intervalMs = frameMs - (this.#frameMs ?? frameMs)
    this.#frameMs = frameMs
    if (intervalMs <= 0 || intervalMs > LONGEST_INTERVAL_MS) return
    this.#intervals[this.#watched++ % WATCHED_FRAMES] = intervalMs
    if (this.#watched >= WATCHED_FRAMES) {
      this.#sorted.set(this.#intervals)
      this.#sorted.sort()
    }
  }
}
