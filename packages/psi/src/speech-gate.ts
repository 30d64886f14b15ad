// The level of hop after hop flows in; whether that is loud enough for speech flows out. It follows the speaker up at once and down slowly.
import type { Seconds } from '@psiona/shared'

/** The weakest sounds of speech are this far below its loudest. */
const RANGE_DB = 30
/** Whatever the speaker does, nothing under −65 dBFS is speech. */
const LEAST_TOP_DB = -35
const TOP_FALLS_DB_PER_SECOND = 2
/** The level between sounds is the room's; speech is above it. */
const ABOVE_FLOOR_DB = 6
const LEAST_FLOOR_DB = -75
/** A file may begin in the middle of a word. */
const FIRST_FLOOR_DB = -50
const FLOOR_RISES_DB_PER_SECOND = 6
/** Over so many dB below the range a voice becomes impossible. */
const QUIET_SLOPE_DB = 10

export class SpeechGate {
  open = false
  /** 0..1: how surely it is too quiet for a voice. */
  quiet = 1
  private topDb = LEAST_TOP_DB
  private floorDb = FIRST_FLOOR_DB

  step(energyDb: number, seconds: Seconds): void {
    this.topDb = Math.max(energyDb, LEAST_TOP_DB, this.topDb - seconds * TOP_FALLS_DB_PER_SECOND)
    this.floorDb = Math.max(LEAST_FLOOR_DB, Math.min(energyDb, this.floorDb + seconds * FLOOR_RISES_DB_PER_SECOND))
    const least = this.topDb - RANGE_DB
    this.open = energyDb > Math.max(least, this.floorDb + ABOVE_FLOOR_DB)
    this.quiet = Math.min(1, Math.max(0, (least - energyDb) / QUIET_SLOPE_DB))
  }
}
