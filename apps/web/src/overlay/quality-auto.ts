// In: the time of every drawn frame, the chosen rate, the screen's. Out: how good the picture may be: down when frames come late, up
// again after calm. A step up that did not last doubles the calm that the next one needs, so that the picture never flickers.
import type { Ms } from '@psiona/shared/units'
import type { FrameRate } from './frame-pace'
import { RUNGS, type Rung } from './quality-ladder'

/** Late frames are counted over this time. */
const WINDOW_MS: Ms = 2000
/** More than one in twenty late is what eyes call stutter. */
const LATE_SHARE = 0.05
/** A frame is late when it misses its place by nearly a frame of the screen: an uneven rate (60 on 75 Hz) misses by three quarters. */
const LATE_BY_SCREEN_FRAMES = 0.9
/** New buffers cost a few frames: they say nothing about the step just made. */
const SETTLES_MS: Ms = 500
const BUILDS_MS: Ms = 3000
const CALM_MS: Ms = 10_000
const LONGEST_CALM_MS: Ms = 300_000
/** A step up has lasted when it holds so long. */
const LASTS_MS: Ms = 30_000
/** A hidden page draws nothing; that is not late. */
const PAUSE_MS: Ms = 500
/** Fewer tell nothing about one in twenty. */
const FEWEST_FRAMES = 20
/** Nobody sees the difference to a faster screen as well as that to a coarser picture. */
const FAST_ENOUGH_MS: Ms = 1000 / 60

export class AutoQuality {
  #rung: number = RUNGS.indexOf('high')
  #frameMs: Ms | null = null
  #held = false
  /** The screen at its best: what it does under her weight is the question. */
  #screenMs: Ms = Number.POSITIVE_INFINITY
  #windowFrom: Ms = Number.NEGATIVE_INFINITY
  #frames = 0
  #late = 0
  #calmFrom: Ms = 0
  #calmMs: Ms = CALM_MS
  /** When it last went up; null when that has lasted. */
  #roseMs: Ms | null = null

  get rung(): Rung {
    return RUNGS[this.#rung]!
  }

  /** She is built or dressed anew, which takes time once: what comes now does not count. */
  hold(): void {
    this.#held = true
  }

  /** A frame has been drawn at this time stamp; `screenMs` is the usual time between two frames of the screen, null while not known. */
  frame(frameMs: Ms, rate: FrameRate, screenMs: Ms | null): Rung {
    const passedMs = frameMs - (this.#frameMs ?? Number.NEGATIVE_INFINITY)
    this.#frameMs = frameMs
    if (screenMs === null) return this.rung
    this.#screenMs = Math.min(this.#screenMs, screenMs)
    const wantedMs = Math.max(FAST_ENOUGH_MS, this.#screenMs, rate === 'screen' ? 0 : 1000 / rate)
    if (this.#held) {
      this.#held = false
      this.#begin(frameMs + BUILDS_MS)
    } else if (passedMs > PAUSE_MS) this.#begin(frameMs + SETTLES_MS)
    else if (frameMs >= this.#windowFrom) {
      this.#frames++
      if (passedMs > wantedMs + LATE_BY_SCREEN_FRAMES * this.#screenMs) this.#late++
      if (frameMs - this.#windowFrom >= WINDOW_MS && this.#frames >= FEWEST_FRAMES) this.#judge(frameMs)
    }
    return this.rung
  }

  #judge(nowMs: Ms): void {
    const late = this.#late > LATE_SHARE * this.#frames
    if (late) this.#calmFrom = nowMs
    if (this.#roseMs !== null && nowMs - this.#roseMs > LASTS_MS) {
      this.#roseMs = null
      this.#calmMs = CALM_MS
    }
    if (late && this.#rung > 0) {
      if (this.#roseMs !== null) this.#calmMs = Math.min(LONGEST_CALM_MS, 2 * this.#calmMs)
      this.#roseMs = null
      this.#step(-1, nowMs)
    } else if (!late && nowMs - this.#calmFrom >= this.#calmMs && this.#rung < RUNGS.length - 1) {
      this.#roseMs = nowMs
      this.#step(1, nowMs)
    } else this.#begin(nowMs)
  }

  #step(by: 1 | -1, nowMs: Ms): void {
    this.#rung += by
    this.#calmFrom = nowMs
    this.#begin(nowMs + SETTLES_MS)
  }

  #begin(windowFrom: Ms): void {
    this.#windowFrom = windowFrom
    this.#frames = 0
    this.#late = 0
  }
}
