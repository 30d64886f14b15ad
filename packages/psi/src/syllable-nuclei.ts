// Hop after hop flows in; the middle of each syllable flows out, a moment after it: a peak of loudness with voice, between two dips.
// After de Jong and Wempe (2009), with a dip that has to be the deeper the slower the speech and the sooner it comes.
import type { Hertz, Seconds } from '@psiona/shared'
import type { Hop } from './hop-analysis'

/** How far the loudness rises to a nucleus and falls after it, one usual interval after the last. Least errors over her voice at three
 *  paces and six others; de Jong and Wempe's 2 dB are of intensity, which moves more than the mean of compressed bands. */
const DIP_DB = 1.6
/** So much more when it comes at once, less when it is late: a long vowel wavers, and syllables that run together hardly part. */
const DIP_PER_INTERVAL_DB = 1.5
const LEAST_DIP_DB = 1
/** A peak this far below the loudest of late is no vowel. */
const RANGE_DB = 20
const TOP_FALLS_DB_PER_SECOND = 1
/** Voice may begin or end so near to the peak. */
const VOICED_WITHIN_SECONDS: Seconds = 0.015
/** A buzz such as /z/ can peak too, but its spectrum lies far above any vowel's (2 kHz at most on thirteen voices). */
const HIGHEST_VOWEL_HZ: Hertz = 2500
/** The usual interval at first. The dips above are for this one: hurried syllables part less, slow ones more. */
const FIRST_INTERVAL_SECONDS: Seconds = 0.225
const SHORTEST_INTERVAL_SECONDS: Seconds = 0.125
const LONGEST_INTERVAL_SECONDS: Seconds = 0.35
/** Longer is a pause and no interval. */
const PAUSE_SECONDS: Seconds = 0.5
const INTERVAL_SHARE = 0.15

export class SyllableNuclei {
  private topDb = Number.NEGATIVE_INFINITY
  private valleyDb = Number.POSITIVE_INFINITY
  private peakDb = Number.NEGATIVE_INFINITY
  private peakAt: Seconds = 0
  private peakCentroidHz: Hertz = 0
  private voiced = false
  private lastVoiceAt: Seconds = Number.NEGATIVE_INFINITY
  private lastNucleusAt: Seconds = Number.NEGATIVE_INFINITY
  private interval: Seconds = FIRST_INTERVAL_SECONDS

  /** Seconds of the nucleus that is over with this hop, or null. */
  step(hop: Readonly<Hop>, seconds: Seconds): Seconds | null {
    const { at, loudnessDb } = hop
    this.topDb = Math.max(loudnessDb, this.topDb - seconds * TOP_FALLS_DB_PER_SECOND)
    if (hop.voiceHz > 0) {
      this.lastVoiceAt = at
      if (at - this.peakAt <= VOICED_WITHIN_SECONDS) this.voiced = true
    }
    if (loudnessDb > this.peakDb && loudnessDb >= this.valleyDb + this.dipDb(at)) {
      this.peakDb = loudnessDb
      this.peakAt = at
      this.peakCentroidHz = hop.centroidHz
      this.voiced = at - this.lastVoiceAt <= VOICED_WITHIN_SECONDS
    } else if (loudnessDb < this.peakDb - this.dipDb(this.peakAt)) return this.close(loudnessDb)
    else if (!this.rising()) this.valleyDb = Math.min(this.valleyDb, loudnessDb)
    return null
  }

  /** The sound is over: what has risen and not fallen yet. */
  end(): Seconds | null {
    return this.rising() ? this.close(Number.POSITIVE_INFINITY) : null
  }

  private rising(): boolean {
    return this.peakDb > Number.NEGATIVE_INFINITY
  }

  private dipDb(at: Seconds): number {
    const since = Math.min(PAUSE_SECONDS, at - this.lastNucleusAt)
    const late = since === PAUSE_SECONDS ? 0 : since / this.interval - 1
    return (this.interval / FIRST_INTERVAL_SECONDS) * Math.max(LEAST_DIP_DB, DIP_DB - DIP_PER_INTERVAL_DB * late)
  }

  private close(valleyDb: number): Seconds | null {
    const counts = this.voiced && this.peakDb > this.topDb - RANGE_DB && this.peakCentroidHz < HIGHEST_VOWEL_HZ
    this.valleyDb = valleyDb
    this.peakDb = Number.NEGATIVE_INFINITY
    if (!counts) return null
    const since = this.peakAt - this.lastNucleusAt
    if (since < PAUSE_SECONDS) this.interval += INTERVAL_SHARE * (since - this.interval)
    this.interval = Math.min(LONGEST_INTERVAL_SECONDS, Math.max(SHORTEST_INTERVAL_SECONDS, this.interval))
    this.lastNucleusAt = this.peakAt
    return this.peakAt
  }
}
