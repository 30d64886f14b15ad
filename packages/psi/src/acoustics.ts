// A whole sound flows in, in pieces; what was measured in it flows out at the end: pitch, its track, syllables a second, level, surprises.
import type { Hertz, Seconds } from '@psiona/shared'
import { type Hop, SILENCE_DB } from './hop-analysis'
import { Listener } from './listen'
import type { SurpriseEvent } from './surprise'

/** The track has every second hop: 10 ms. */
const TRACK_HOPS = 2

export interface Acoustics {
  /** Median of the voiced hops, or null when there is no voice. */
  readonly f0: Hertz | null
  /** Every 10 ms, where there is voice. */
  readonly f0Track: readonly { readonly at: Seconds; readonly hz: Hertz }[]
  /** A second of speech, pauses excluded, or null when there is none. */
  readonly syllableRate: number | null
  /** dBFS of the speech, or of the whole sound when there is none. */
  readonly energyDb: number
  readonly surprise: readonly SurpriseEvent[]
}

export class AcousticSummary {
  private readonly pitches: Hertz[] = []
  private readonly f0Track: { at: Seconds; hz: Hertz }[] = []
  private readonly surprise: SurpriseEvent[] = []
  private readonly listener: Listener
  private hops = 0
  private power = 0

  constructor(rateHz: Hertz) {
    this.listener = new Listener(rateHz, {
      hop: (hop) => this.note(hop),
      surprise: (event) => this.surprise.push(event),
    })
  }

  push(piece: Float32Array): void {
    this.listener.push(piece)
  }

  end(): Acoustics {
    this.listener.end()
    const { speech } = this.listener
    const wholeDb = this.hops > 0 ? Math.max(SILENCE_DB, 10 * Math.log10(this.power / this.hops)) : SILENCE_DB
    return {
      f0: median(this.pitches),
      f0Track: this.f0Track,
      syllableRate: speech.syllableRate,
      energyDb: speech.energyDb ?? wholeDb,
      surprise: this.surprise,
    }
  }

  private note({ at, pitchHz, energyDb }: Readonly<Hop>): void {
    this.power += 10 ** (energyDb / 10)
    if (pitchHz !== null) {
      this.pitches.push(pitchHz)
      if (this.hops % TRACK_HOPS === 0) this.f0Track.push({ at, hz: pitchHz })
    }
    this.hops++
  }
}

function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
