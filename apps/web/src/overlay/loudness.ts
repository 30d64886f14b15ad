// In: whether this client is heard, and how loud she may be. Out: the gain of each sample, always in a ramp. Runs in the AudioWorklet.
import { type Ms, SAMPLE_RATE, samplesFromMs, type Unit } from '@psiona/shared/units'

/** Taking over the sound or giving it up: 5 ms, like every fade of hers. */
const SOUNDING_STEP = 1 / (0.005 * SAMPLE_RATE)

export class Loudness {
  #sounding = false
  #sounded: Unit = 0
  #duck: Unit = 1
  #duckGoal: Unit = 1
  #duckStep = 0

  setSounding(sounding: boolean): void {
    this.#sounding = sounding
  }

  /** Reaches `gainDb` after `rampMs`, from wherever it is. */
  duck(gainDb: number, rampMs: Ms): void {
    this.#duckGoal = Math.min(1, 10 ** (gainDb / 20))
    this.#duckStep = Math.abs(this.#duckGoal - this.#duck) / Math.max(1, samplesFromMs(rampMs))
  }

  apply(samples: Float32Array, length: number): void {
    for (let i = 0; i < length; i++) {
      this.#sounded = this.#sounding ? Math.min(1, this.#sounded + SOUNDING_STEP) : Math.max(0, this.#sounded - SOUNDING_STEP)
      this.#duck =
        this.#duck < this.#duckGoal
          ? Math.min(this.#duckGoal, this.#duck + this.#duckStep)
          : Math.max(this.#duckGoal, this.#duck - this.#duckStep)
      samples[i] = samples[i]! * this.#sounded * this.#duck
    }
  }
}
