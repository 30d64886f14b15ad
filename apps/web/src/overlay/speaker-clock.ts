// In: the AudioContext's time, which moves in steps of one hardware buffer, the worklet's marks, and how far blocks have come. Out: the
// playing sample, moving evenly. "Playing" is what leaves the worklet; the loudspeaker's latency and the screen's about cancel out.
import type { Ms, Samples, Seconds } from '@psiona/shared/units'
import type { PlayClock } from './play-clock'
import type { PlayMarks } from './play-marks'

/** Longer than any hardware buffer; beyond it the context stood still or jumped. */
const JUMP: Seconds = 0.12
/** The two clocks drift by parts per million; a second averages the steps away. */
const SETTLING: Seconds = 1

export class SpeakerClock implements PlayClock {
  readonly #contextTime: () => Seconds
  readonly #marks: PlayMarks
  readonly #queuedEnd: () => Samples | null
  /** Context time minus page time. */
  #offset: Seconds | null = null
  #lookedMs: Ms = 0
  /** How much time the average has seen: at first it follows the mean of all looks, later the latest second. */
  #seen: Seconds = 0

  /** `queuedEnd`: the first sample after all that was sent to be played, null when that is not known. */
  constructor(contextTime: () => Seconds, marks: PlayMarks, queuedEnd: () => Samples | null) {
    this.#contextTime = contextTime
    this.#marks = marks
    this.#queuedEnd = queuedEnd
  }

  playingSample(nowMs: Ms): Samples | null {
    const measured = this.#contextTime() - nowMs / 1000
    const passed = Math.max(0, nowMs - this.#lookedMs) / 1000
    this.#lookedMs = nowMs
    if (this.#offset === null || Math.abs(measured - this.#offset) > JUMP) {
      this.#offset = measured
      this.#seen = 0
    } else if (passed > 0) {
      // A browser that coarsens its clock shows the same time twice; nothing can be averaged over no time.
      this.#seen += passed
      this.#offset += (measured - this.#offset) * Math.min(1, passed / Math.min(SETTLING, this.#seen))
    }
    const sample = this.#marks.sampleAt(nowMs / 1000 + this.#offset)
    const end = this.#queuedEnd()
    // A context that ran on while its queue was dry would else be ahead of her, as far as the next line, until word of it comes.
    return sample === null || end === null ? sample : Math.min(sample, end)
  }
}
