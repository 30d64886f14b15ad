// Hops flow in; what the 50 ms after a syllable's nucleus sounded like flows out: level, pitch, brightness, and the beat's phase at the nucleus.
import type { Seconds } from '@psiona/shared'
import { HOP_SECONDS, type Hop } from './hop-analysis'

export const WINDOW_SECONDS: Seconds = 0.05
const WINDOW_HOPS = Math.round(WINDOW_SECONDS / HOP_SECONDS)
/** Fewer voiced hops tell no pitch. */
const LEAST_VOICED_HOPS = 3
/** A nucleus is known when the loudness has fallen after it; one that lasts longer than 1.2 s is let go. */
const ROOM_HOPS = 256
const LEAST_CENTROID_HZ = 50

export class SyllableWindow {
  /** dBFS, semitones over 1 Hz (NaN without voice), octaves over 1 Hz. */
  readonly observed = new Float64Array(3)
  phase = 0
  private readonly level = new Float64Array(ROOM_HOPS)
  private readonly semitones = new Float64Array(ROOM_HOPS)
  private readonly octaves = new Float64Array(ROOM_HOPS)
  private readonly phases = new Float64Array(ROOM_HOPS)
  private hops = 0
  private awaited: number | null = null

  add(hop: Readonly<Hop>, phase: number): void {
    const at = this.hops % ROOM_HOPS
    this.level[at] = hop.energyDb
    this.semitones[at] = hop.voiceHz > 0 ? 12 * Math.log2(hop.voiceHz) : Number.NaN
    this.octaves[at] = Math.log2(Math.max(LEAST_CENTROID_HZ, hop.centroidHz))
    this.phases[at] = phase
    this.hops++
  }

  /** Waits for the window after this nucleus. */
  await(nucleusAt: Seconds): void {
    this.awaited = Math.round(nucleusAt / HOP_SECONDS)
  }

  /** Once when the awaited window is whole: seconds of its nucleus, with `observed` and `phase` filled in. */
  take(): Seconds | null {
    const first = this.awaited
    if (first === null || this.hops < first + WINDOW_HOPS) return null
    this.awaited = null
    if (this.hops > first + ROOM_HOPS) return null
    this.observed[0] = mean(this.level, first)
    this.observed[1] = mean(this.semitones, first)
    this.observed[2] = mean(this.octaves, first)
    this.phase = this.phases[first % ROOM_HOPS]!
    return first * HOP_SECONDS
  }
}

/** Over a window, of what is a number; NaN where that is too little. */
function mean(values: Float64Array, first: number): number {
  let [sum, count] = [0, 0]
  for (let hop = first; hop < first + WINDOW_HOPS; hop++) {
    const value = values[hop % ROOM_HOPS]!
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count < LEAST_VOICED_HOPS ? Number.NaN : sum / count
}
