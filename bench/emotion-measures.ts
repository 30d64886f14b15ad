// A sound flows in, the five things a feeling moves flow out, measured on the sound alone: pitch, its liveliness, speed, tilt, level.
import { AcousticSummary, measureLoudness } from '@psiona/psi'
import { SAMPLE_RATE } from '@psiona/shared'
import { bandPower, rms } from '../packages/psi/test/sound-measures'

export const MEASURES = ['f0Mean', 'f0Range', 'rate', 'tilt', 'level'] as const
export type Measure = (typeof MEASURES)[number]

export interface Measured {
  /** Hz, geometric mean of the voiced parts. */
  readonly f0Mean: number
  /** Standard deviation, semitones. */
  readonly f0Range: number
  /** Seconds that are not pauses. */
  readonly speakingSeconds: number
  /** dB of 1 to 5 kHz over dB of what lies below, voiced parts (the alpha ratio). */
  readonly tilt: number
  /** LUFS. */
  readonly level: number
}

const WINDOW = 1024
/** Of the pitch track's places, 10 ms apart: a spectrum is slow to make and changes little. */
const TILT_EVERY = 6
/** A pause is what lies this far below the loudest window. */
const PAUSE_DB = -38
/** Edges of narrow bands; tilt is the power of those from SPLIT on over that of those below. */
const EDGES_HZ = [80, 200, 300, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000] as const
const SPLIT_HZ = 1000

/** What a filter makes of the tilt of that sound, dB. `gain`: power at a frequency. */
export function tiltBy(pcm: Float32Array, gain: (hertz: number) => number): number {
  const bands = EDGES_HZ.slice(1).map((to, i) => ({ from: EDGES_HZ[i]!, to, power: bandPower(pcm, EDGES_HZ[i]!, to) }))
  const ratio = (weigh: (hertz: number) => number) => {
    const side = (high: boolean) =>
      bands
        .filter(({ from }) => from >= SPLIT_HZ === high)
        .reduce((sum, { from, to, power }) => sum + power * weigh(Math.sqrt(from * to)), 0)
    return 10 * Math.log10(side(true) / side(false))
  }
  return ratio(gain) - ratio(() => 1)
}

export const semitones = (ratio: number) => 12 * Math.log2(ratio)
export const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
const spread = (values: readonly number[]) => {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((x) => (x - middle) ** 2)))
}

/** @throws RangeError when there is no voice in it */
export function measureSound(pcm: Float32Array): Measured {
  const listener = new AcousticSummary(SAMPLE_RATE)
  listener.push(pcm)
  const { f0Track } = listener.end()
  if (f0Track.length === 0) throw new RangeError('no voice was found')
  const pitches = f0Track.map(({ hz }) => semitones(hz))
  const window = (seconds: number) => {
    const from = Math.max(0, Math.round(seconds * SAMPLE_RATE) - WINDOW / 2)
    return pcm.subarray(from, from + WINDOW)
  }
  const voiced = f0Track
    .flatMap(({ at }, i) => (i % TILT_EVERY === 0 ? [window(at)] : []))
    .filter((part) => part.length === WINDOW)
  const power = (from: number, to: number) => mean(voiced.map((part) => bandPower(part, from, to)))
  const levels: number[] = []
  for (let at = 0; at + WINDOW <= pcm.length; at += WINDOW / 4)
    levels.push(20 * Math.log10(rms(pcm.subarray(at, at + WINDOW)) + 1e-9))
  const loudest = Math.max(...levels)
  return {
    f0Mean: 2 ** (mean(pitches) / 12),
    f0Range: spread(pitches),
    speakingSeconds: (levels.filter((level) => level > loudest + PAUSE_DB).length * WINDOW) / 4 / SAMPLE_RATE,
    tilt: 10 * Math.log10(power(SPLIT_HZ, EDGES_HZ.at(-1)!) / power(EDGES_HZ[0], SPLIT_HZ)),
    level: measureLoudness(pcm, SAMPLE_RATE).lufs ?? Number.NEGATIVE_INFINITY,
  }
}

/** What a feeling changed: factors for pitch, range and rate, decibels for tilt and level. */
export const change = (felt: Measured, neutral: Measured): Record<Measure, number> => ({
  f0Mean: felt.f0Mean / neutral.f0Mean,
  f0Range: felt.f0Range / neutral.f0Range,
  rate: neutral.speakingSeconds / felt.speakingSeconds,
  tilt: felt.tilt - neutral.tilt,
  level: felt.level - neutral.level,
})
