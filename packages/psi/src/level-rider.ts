// Speech of any loudness flows in; the gain that brings it to −18 LUFS flows out, slowly enough not to be heard moving.
// No allocation after making.
import { KERNEL_BLOCK_SAMPLES, SAMPLE_RATE, type Samples, type Seconds, samplesFromMs } from '@psiona/shared'
import { fromDecibels } from './decibel'

const TARGET_LUFS = -18
/** Of a voice that nobody has heard yet, so much is looked at before it begins. */
export const INTRODUCTION_SAMPLES: Samples = samplesFromMs(800)
/** Speech remembered: longer than a breath, so that a soft sentence stays softer than a loud one. */
const MEMORY_SECONDS: Seconds = 10
const MOST_GAIN_DB = 24
/** A beginning tells less than a sentence: what was assumed from it is mended faster than what is known. */
const FIRST_SECONDS: Seconds = 2.5
const FIRST_DB_PER_SECOND = 4
const LATER_DB_PER_SECOND = 1.5
/** As BS.1770: windows of 400 ms; what is under −60, or 10 dB under the mean, is a pause. */
const STEP_SECONDS = KERNEL_BLOCK_SAMPLES / SAMPLE_RATE
const WINDOW_STEPS = 48
const LEAST_LUFS = -60
const PAUSE_LU = 10
const OFFSET_LUFS = -0.691
/** The standard's shelf, near enough: +4 dB above. One pole of high-pass stands for its other filter. */
const SHELF_HZ = 1500
const SHELF = fromDecibels(4) - 1
const HIGH_PASS_HZ = 60
const pole = (hertz: number) => 1 - Math.exp((-2 * Math.PI * hertz) / SAMPLE_RATE)
const SHELF_POLE = pole(SHELF_HZ)
const HIGH_PASS_POLE = pole(HIGH_PASS_HZ)

const power = (lufs: number) => 10 ** ((lufs - OFFSET_LUFS) / 10)
const LEAST_POWER = power(LEAST_LUFS)
const PAUSE_PART = 10 ** (-PAUSE_LU / 10)

export class LevelRider {
  /** Factor on the samples, at the end of the last step. */
  gain = 1
  private gainDb = 0
  private mean = 0
  private knownSeconds: Seconds = 0
  private readonly window = new Float64Array(WINDOW_STEPS)
  private steps = 0
  private windowSum = 0
  private low = 0
  private slow = 0

  /** Another voice, and how it begins. */
  introduce(beginning: Float32Array): void {
    this.gainDb = this.mean = this.knownSeconds = 0
    this.startSound()
    for (let at = 0; at < beginning.length; at += KERNEL_BLOCK_SAMPLES)
      this.learn(beginning, at, Math.min(beginning.length, at + KERNEL_BLOCK_SAMPLES))
    if (this.knownSeconds > 0) this.gainDb = this.wantedDb
    this.gain = fromDecibels(this.gainDb)
    this.startSound()
  }

  /** Silence before what comes. */
  startSound(): void {
    this.window.fill(0)
    this.steps = this.windowSum = this.low = this.slow = 0
  }

  step(samples: Float32Array): void {
    this.learn(samples, 0, samples.length)
    if (this.knownSeconds === 0) return
    const most = STEP_SECONDS * (this.knownSeconds < FIRST_SECONDS ? FIRST_DB_PER_SECOND : LATER_DB_PER_SECOND)
    this.gainDb += Math.min(most, Math.max(-most, this.wantedDb - this.gainDb))
    this.gain = fromDecibels(this.gainDb)
  }

  private get wantedDb(): number {
    return Math.min(MOST_GAIN_DB, Math.max(-MOST_GAIN_DB, TARGET_LUFS - OFFSET_LUFS - 10 * Math.log10(this.mean)))
  }

  private learn(samples: Float32Array, from: Samples, to: Samples): void {
    const energy = this.weighted(samples, from, to)
    // The window begins with the first sound: what leads in is not part of it.
    if (this.steps === 0 && energy < LEAST_POWER) return
    const slot = this.steps++ % WINDOW_STEPS
    this.windowSum += energy - this.window[slot]!
    this.window[slot] = energy
    const loud = Math.max(0, this.windowSum) / Math.min(this.steps, WINDOW_STEPS)
    // What was taken for the voice was a breath before it.
    if (loud * PAUSE_PART > this.mean) this.knownSeconds = 0
    if (loud < LEAST_POWER || loud < this.mean * PAUSE_PART) return
    this.knownSeconds = Math.min(MEMORY_SECONDS, this.knownSeconds + STEP_SECONDS)
    this.mean += ((loud - this.mean) * STEP_SECONDS) / this.knownSeconds
  }

  /** Mean square as the ear weighs it. */
  private weighted(samples: Float32Array, from: Samples, to: Samples): number {
    let sum = 0
    for (let n = from; n < to; n++) {
      const x = samples[n]!
      this.low += SHELF_POLE * (x - this.low)
      this.slow += HIGH_PASS_POLE * (x - this.slow)
      const y = x - this.slow + SHELF * (x - this.low)
      sum += y * y
    }
    return sum / (to - from)
  }
}
