// Samples flow in one by one; once a hop, how much more the vowels' band rises than it does in the mean flows out: the force on the syllable oscillator.
import type { Hertz, Seconds } from '@psiona/shared'
import { BandEnvelope } from './band-envelope'

/** First formants: vowels stand out, hum, breath and hiss do not. */
const LOW_HZ: Hertz = 300
const HIGH_HZ: Hertz = 1200
/** Against the loudest of late, which is forgotten by half in seven seconds. */
const TOP_FORGOTTEN_SECONDS: Seconds = 10
const LEAST_TOP = 1e-3
/** Below a 25th of the top there is no vowel. */
const LEAST_SWELL = 0.2
const MEAN_SECONDS: Seconds = 2.5
/** Of the square root of the level, a second: what slow clear speech has. */
const FIRST_MEAN = 1.5
const LEAST_MEAN = 0.3
const MOST_ONSET = 8

export class Onset {
  private readonly envelope: BandEnvelope
  private top = LEAST_TOP
  private swell = 0
  private mean = FIRST_MEAN
  /** The half-wave rectified rise over its mean, less 1: its mean is 0 in speech, and so is it in a pause. */
  force = 0

  constructor(rateHz: Hertz) {
    this.envelope = new BandEnvelope(LOW_HZ, HIGH_HZ, rateHz)
  }

  next(x: number): void {
    this.envelope.next(x)
  }

  /** Once every `seconds`. */
  hop(seconds: Seconds): void {
    const { level } = this.envelope
    this.top = Math.max(level, LEAST_TOP, this.top * Math.exp(-seconds / TOP_FORGOTTEN_SECONDS))
    const swell = Math.sqrt(level / this.top)
    const rise = Math.max(0, swell - this.swell) / seconds
    this.swell = swell
    const heard = swell > LEAST_SWELL
    if (heard) this.mean += (seconds / MEAN_SECONDS) * (rise - this.mean)
    this.force = heard ? Math.min(MOST_ONSET, rise / Math.max(LEAST_MEAN, this.mean)) - 1 : 0
  }
}
