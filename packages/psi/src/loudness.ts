// Samples flow in one by one; how loud speech is flows out, so that its peaks are the syllables: four bands, compressed, in decibels.
// Compressed, a harmonic that crosses a formant lifts one band of four and makes no syllable of its own.
import type { Hertz } from '@psiona/shared'
import { BandEnvelope } from './band-envelope'

/** From above the pitch to the third formant: hum below and hiss above are no vowels. */
const EDGES_HZ: readonly Hertz[] = [300, 700, 1200, 2000, 3200]
/** Loudness grows as the 0.3rd power of amplitude (Stevens). */
const POWER = 0.2
const LEAST_LEVEL = 1e-6

export class Loudness {
  private readonly bands: readonly BandEnvelope[]

  constructor(rateHz: Hertz) {
    this.bands = EDGES_HZ.slice(1).map((high, i) => new BandEnvelope(EDGES_HZ[i]!, high, rateHz))
  }

  next(x: number): void {
    for (let i = 0; i < this.bands.length; i++) this.bands[i]!.next(x)
  }

  get decibels(): number {
    let sum = 0
    for (let i = 0; i < this.bands.length; i++) sum += (this.bands[i]!.level + LEAST_LEVEL) ** POWER
    return (20 / POWER) * Math.log10(sum / this.bands.length)
  }
}
