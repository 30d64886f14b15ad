// Hop after hop and the syllables found in them flow in; how long and how loud the speech was flows out, pauses excluded.
import type { Seconds } from '@psiona/shared'
import type { Hop } from './hop-analysis'

/** Longer than the closure of a stop (150 ms at most), shorter than a pause of breath. */
const PAUSE_SECONDS: Seconds = 0.2

export class SpeechTime {
  seconds: Seconds = 0
  syllables = 0
  private energy = 0
  private loudSeconds: Seconds = 0
  private startedAt: Seconds | null = null
  private lastLoudAt: Seconds = 0
  private syllablesHere = 0
  private energyHere = 0
  private loudHere: Seconds = 0

  /** One was found in what is being said. */
  syllable(): void {
    this.syllablesHere++
  }

  step(hop: Readonly<Hop>, seconds: Seconds): void {
    if (hop.loud) {
      this.startedAt ??= hop.at
      this.lastLoudAt = hop.at + seconds
      this.energyHere += seconds * 10 ** (hop.energyDb / 10)
      this.loudHere += seconds
    }
    if (this.startedAt !== null && hop.at - this.lastLoudAt > PAUSE_SECONDS) this.end()
  }

  /** Closes a stretch; one without a syllable was a noise and counts for nothing. */
  end(): void {
    if (this.startedAt !== null && this.syllablesHere > 0) {
      this.seconds += this.lastLoudAt - this.startedAt
      this.syllables += this.syllablesHere
      this.energy += this.energyHere
      this.loudSeconds += this.loudHere
    }
    this.startedAt = null
    this.syllablesHere = this.energyHere = this.loudHere = 0
  }

  /** A second; null when there was no speech. */
  get syllableRate(): number | null {
    return this.seconds > 0 ? this.syllables / this.seconds : null
  }
  /** dBFS of the loud parts, or null. */
  get energyDb(): number | null {
    return this.loudSeconds > 0 ? 10 * Math.log10(this.energy / this.loudSeconds) : null
  }
}
