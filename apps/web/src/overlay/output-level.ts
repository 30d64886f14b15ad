// In: every sample that leaves. Out: its level per block, and when sound began and ended. Runs in the AudioWorklet; for measuring only.
import { BLOCK_SAMPLES, type Samples, type Unit } from '@psiona/shared/units'

/** `left` = how many samples of the same `take` follow, this one included. */
export interface LevelListener {
  /** A block's worth of samples ends with this one; `rms` 0..1. */
  level(rms: Unit, left: Samples): void
  /** The first sample after silence. */
  soundBegan(left: Samples): void
  /** A block's worth of silence has left since the last sample above it. */
  soundEnded(): void
}

/** −80 dBFS: below anything she says, above the rounding of 16 bits. */
const SILENCE = 1e-4

export class OutputLevel {
  readonly #listener: LevelListener
  #sum = 0
  #count = 0
  #quiet = BLOCK_SAMPLES

  constructor(listener: LevelListener) {
    this.#listener = listener
  }

  /** True when any of these samples sounds. */
  take(samples: Float32Array, length: number): boolean {
    let sounds = false
    for (let i = 0; i < length; i++) {
      const sample = samples[i]!
      if (sample > SILENCE || sample < -SILENCE) {
        if (this.#quiet >= BLOCK_SAMPLES) this.#listener.soundBegan(length - i)
        this.#quiet = 0
        sounds = true
      } else if (++this.#quiet === BLOCK_SAMPLES) this.#listener.soundEnded()
      this.#sum += sample * sample
      if (++this.#count === BLOCK_SAMPLES) {
        this.#listener.level(Math.sqrt(this.#sum / BLOCK_SAMPLES), length - i)
        this.#sum = 0
        this.#count = 0
      }
    }
    return sounds
  }
}
