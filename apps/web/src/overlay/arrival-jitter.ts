// In: when blocks of idle silence arrive. Out: how many of them are worth holding, so that the next late one is not missed.
// Only silence is held: speech is sent up to 300 ms ahead, and what lies before it is left out when it comes.
import { BLOCK_SAMPLES, type Ms, msFromSamples, type Samples, type Unit } from '@psiona/shared/units'

/** Less, and every late timer would be a hole. */
export const LEAST_HOLD_BLOCKS = 2
/** 200 ms: beyond that it is no jitter, and the forecast bridges it. */
const MOST_HOLD_BLOCKS = 12
/** Four seconds of blocks: long enough for a spell of bad air, short enough to forget it. */
const REMEMBERED = 240
/** Reckoned anew every half second. */
const RECKONED_EVERY = 30
const MISSED: Unit = 0.05
/** How fast the earliest arrival is given up, so that a stream that is later for good is late no longer: 20 ms a second. */
const FORGETS = 0.02
const BLOCK_MS: Ms = msFromSamples(BLOCK_SAMPLES)

export class ArrivalJitter {
  readonly #late = new Float64Array(REMEMBERED)
  #count = 0
  /** Arrival minus place on the clock, of the earliest of late. */
  #earliest: Ms | null = null
  #lastMs: Ms = 0
  #blocks = LEAST_HOLD_BLOCKS

  /** A block has come. Speech, sent far ahead, tells nothing; after it the reckoning starts from the first silence. */
  note(atSample: Samples, nowMs: Ms, elastic: boolean): void {
    if (!elastic) {
      this.#earliest = null
      return
    }
    const delayMs = nowMs - msFromSamples(atSample)
    const forgottenMs = FORGETS * (nowMs - this.#lastMs)
    this.#lastMs = nowMs
    this.#earliest = this.#earliest === null ? delayMs : Math.min(delayMs, this.#earliest + forgottenMs)
    this.#late[this.#count++ % REMEMBERED] = delayMs - this.#earliest
    if (this.#count % RECKONED_EVERY === 0) this.#reckon()
  }

  /** Another stream, or another way to it. */
  restart(): void {
    this.#earliest = null
  }

  get holdBlocks(): number {
    return this.#blocks
  }

  #reckon(): void {
    const known = this.#late.slice(0, Math.min(this.#count, REMEMBERED)).sort()
    const lateMs = known[Math.floor((known.length - 1) * (1 - MISSED))]!
    this.#blocks = Math.max(LEAST_HOLD_BLOCKS, Math.min(MOST_HOLD_BLOCKS, 1 + Math.ceil(lateMs / BLOCK_MS)))
  }
}
