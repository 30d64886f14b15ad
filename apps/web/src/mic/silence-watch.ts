// In: the levels of a newly opened microphone. Out: whether it gives nothing but zeros, as one does that is switched off at its cable. A room
// is never that quiet; and once there was sound, silence is only silence (some drivers cut the noise between words).
import { NO_LEVEL_DBFS } from './microphone-view'

/** 5 s at 15 levels a second: longer than any device takes to wake. */
export const SILENT_LEVELS = 75

export class SilenceWatch {
  /** Null from the first sound on. */
  #silent: number | null = 0

  /** True once it is certain, false once it is not so, else null. */
  push(peakDbfs: number): boolean | null {
    if (this.#silent === null) return null
    if (peakDbfs > NO_LEVEL_DBFS) {
      this.#silent = null
      return false
    }
    this.#silent++
    return this.#silent === SILENT_LEVELS ? true : null
  }
}
