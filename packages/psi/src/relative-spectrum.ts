// The bands of one moment after another flow in; how each differs from this voice's own level and colour flows out, in decibels.
// What is known of the voice runs along with it, so that loud and soft, bright and dull engines look alike. No allocation after making.
import { MEL_BAND_COUNT } from './mel-bands'

/** The level that speech stands at: up to it at once, down slowly and only while somebody speaks. */
const LEVEL_RISE = 0.3
const LEVEL_FALL_DB_PER_SECOND = 3
const LEVEL_FALL_WITHIN_DB = 20
const FIRST_LEVEL_DB = -34
const LEAST_LEVEL_DB = -38
/** Under this, below the level, a band is empty: engines differ in what they leave there. */
const EMPTY_DB = 65
/** Sounds down to here tell of the voice's colour. */
const COLOUR_WITHIN_DB = 25
/** The assumed colour counts as much as so long of speech; no more than the last seconds are remembered. */
const ASSUMED_SECONDS = 1
const MEMORY_SECONDS = 4
const NOTHING = 1e-12

export class RelativeSpectrum {
  /** Decibels against what this voice has in that band. */
  readonly bands = new Float64Array(MEL_BAND_COUNT)
  /** Decibels against the level of its speech. */
  readonly levels = new Float64Array(MEL_BAND_COUNT)
  /** Of all bands together, against the level of its speech. */
  relativeDb = -EMPTY_DB
  private readonly colour: Float64Array
  private readonly assumed: ArrayLike<number>
  private readonly hopsPerSecond: number
  private levelDb = FIRST_LEVEL_DB
  private heardHops = 0

  constructor(assumedColour: ArrayLike<number>, hopsPerSecond: number) {
    this.assumed = assumedColour
    this.colour = Float64Array.from(assumedColour)
    this.hopsPerSecond = hopsPerSecond
    this.reset()
  }

  /** Loud enough to tell of the voice. */
  get speaks(): boolean {
    return this.relativeDb > -COLOUR_WITHIN_DB
  }

  /** Another voice. */
  reset(): void {
    this.colour.set(this.assumed)
    this.levelDb = FIRST_LEVEL_DB
    this.heardHops = ASSUMED_SECONDS * this.hopsPerSecond
  }

  step(power: Float64Array): void {
    const { bands, levels, colour } = this
    let sum = NOTHING
    for (let b = 0; b < MEL_BAND_COUNT; b++) sum += power[b]!
    const loudDb = 10 * Math.log10(sum)
    if (loudDb > this.levelDb) this.levelDb += LEVEL_RISE * (loudDb - this.levelDb)
    else if (loudDb > this.levelDb - LEVEL_FALL_WITHIN_DB) this.levelDb -= LEVEL_FALL_DB_PER_SECOND / this.hopsPerSecond
    this.levelDb = Math.max(LEAST_LEVEL_DB, this.levelDb)
    this.relativeDb = loudDb - this.levelDb
    const level = 10 ** (this.levelDb / 10)
    const empty = 10 ** (-EMPTY_DB / 10)
    const speaks = this.speaks
    if (speaks) this.heardHops = Math.min(this.heardHops + 1, MEMORY_SECONDS * this.hopsPerSecond)
    for (let b = 0; b < MEL_BAND_COUNT; b++) {
      const decibels = 10 * Math.log10(power[b]! / level + empty)
      if (speaks) colour[b] = colour[b]! + (decibels - colour[b]!) / this.heardHops
      levels[b] = decibels
      bands[b] = decibels - colour[b]!
    }
  }
}
