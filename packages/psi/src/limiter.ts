// Samples flow in, the same samples LIMITER_DELAY_SAMPLES later flow out, turned down in time where their true peak would pass PEAK.
// Sample world: no allocation, no throw. What is no number is silence; what is infinite is very loud.
import { type Ms, SAMPLE_RATE, type Samples } from '@psiona/shared'
import { fromDecibels } from './decibel'
import { betweenSamples } from './interpolation'

/** No sample, and nothing between two samples, is above −1 dBTP. */
export const PEAK = fromDecibels(-1)
/** Aimed lower: the gain itself moves between two samples, and what is looked at four times a sample can be higher in between. */
const AIM = fromDecibels(-1.6)
const REACH: Samples = 6
/** The gain is bent twice over this long: the look-ahead is one less than both, 1.5 ms. */
const BEND: Samples = 18
const LOOK_AHEAD: Samples = 2 * BEND - 1
/** 1.7 ms at 24 kHz: less than a control step. */
export const LIMITER_DELAY_SAMPLES: Samples = REACH + LOOK_AHEAD - 1
/** A peak between two samples holds down both. */
const HOLD: Samples = LOOK_AHEAD + 1
/** Back to full gain: slow enough not to follow single periods, fast enough for the next syllable. */
const RELEASE_MS: Ms = 60
const RELEASE = 1 - Math.exp(-1000 / (RELEASE_MS * SAMPLE_RATE))
/** A ten-thousandth of a decibel. */
const FULL = 1 - 1e-5
const MOST = 1e4

/** Near half the rate a peak between two samples hangs on samples farther off than REACH. Speech has next to nothing there. */
const SHRILL_SHARE = 2.3
/** What the twelfth difference leaves: all of half the rate, nine tenths of 11 kHz, two of 8 kHz. Its weights from the middle on. */
const SHRILL = [924, -792, 495, -220, 66, -12, 1].map((weight) => weight / 4096)

const BETWEEN = betweenSamples(REACH)
const LONGEST = Math.max(...BETWEEN.map((weights) => weights.reduce((sum, w) => sum + Math.abs(w), 0)))
/** Samples below this make no peak above AIM, whatever stands between them and however shrill. */
const QUIET = AIM / (LONGEST + SHRILL_SHARE)
/** Samples below this reach four fifths of AIM; shrillness below that makes up the last one. */
const SAFE = (0.8 * AIM) / LONGEST
const SAFE_SHRILL = (0.2 * AIM) / SHRILL_SHARE
/** A sample is part of peaks for this long … */
const NEAR: Samples = 2 * REACH + 1
/** … and after this many with the gain at 1 nothing of it is left. */
const MEMORY: Samples = HOLD + 2 * BEND
const RING = 64
const MASK = RING - 1

export class Limiter {
  private readonly sound = new Float64Array(RING)
  /** Gains that are asked for and not undercut since: values and where they stand, the least first. */
  private readonly asked = new Float64Array(RING)
  private readonly askedAt = new Float64Array(RING)
  private first = 0
  private after = 0
  /** The gain over the last samples, the same bent once, and their sums. */
  private readonly gains = new Float64Array(BEND)
  private readonly bent = new Float64Array(BEND)
  private gainSum = BEND
  private bentSum = BEND
  private slot = 0
  private gain = 1
  private at = 0
  /** Samples for which there is still something loud, something that may make a peak, a gain that may not be 1. */
  private loud = 0
  private near = 0
  private busy = 0

  /** As if silence had been before. */
  reset(): void {
    this.sound.fill(0)
    this.rest()
    this.at = this.loud = this.near = this.busy = 0
  }

  /** In place, from `from` up to `to`. True when anything that comes out is not 0. */
  process(samples: Float32Array, from = 0, to = samples.length): boolean {
    const { sound } = this
    let sounds = false
    for (let n = from; n < to; n++) {
      const at = this.at++
      const x = lawful(samples[n]!)
      sound[at & MASK] = x
      if (x > QUIET || x < -QUIET) {
        this.loud = NEAR
        if (x > SAFE || x < -SAFE) this.near = NEAR
      }
      if (this.loud > 0) {
        this.loud--
        if (this.near === 0 && this.shrill(at - REACH) > SAFE_SHRILL) this.near = 1
      }
      let y = sound[(at - LIMITER_DELAY_SAMPLES) & MASK]!
      if (this.near > 0 || this.busy > 0) y *= this.gainAfter(at - REACH)
      samples[n] = y
      if (y !== 0) sounds = true
    }
    return sounds
  }

  /** Nothing is asked for and nothing lingers. */
  private rest(): void {
    this.first = this.after = 0
    this.gain = 1
    this.gainSum = this.bentSum = BEND
    this.gains.fill(1)
    this.bent.fill(1)
  }

  /** What stands at sample n is heeded; the gain of sample n − LOOK_AHEAD + 1 is given. */
  private gainAfter(n: number): number {
    if (this.busy === 0) this.rest()
    let ask = 1
    if (this.near > 0) {
      this.near--
      this.busy = MEMORY
      ask = Math.min(1, AIM / this.peakAfter(n))
    }
    const smooth = this.bend(this.follow(n, ask))
    if (this.gain === 1) this.busy--
    return smooth
  }

  private shrill(n: number): number {
    const { sound } = this
    let sum = SHRILL[0]! * sound[n & MASK]!
    for (let k = 1; k <= REACH; k++) sum += SHRILL[k]! * (sound[(n - k) & MASK]! + sound[(n + k) & MASK]!)
    return Math.abs(sum)
  }

  /** Highest point from sample n up to the next, and what the highest tones there may add to it. */
  private peakAfter(n: number): number {
    const { sound } = this
    let most = Math.abs(sound[n & MASK]!)
    for (let p = 0; p < BETWEEN.length; p++) {
      const weights = BETWEEN[p]!
      let sum = 0
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * sound[(n - REACH + 1 + k) & MASK]!
      most = Math.max(most, Math.abs(sum))
    }
    return most + SHRILL_SHARE * this.shrill(n)
  }

  /** Down at once to the least that was asked for lately, up slowly. */
  private follow(n: number, ask: number): number {
    const { asked, askedAt } = this
    while (this.after > this.first && asked[(this.after - 1) & MASK]! >= ask) this.after--
    asked[this.after & MASK] = ask
    askedAt[this.after & MASK] = n
    this.after++
    if (askedAt[this.first & MASK]! <= n - HOLD) this.first++
    const least = asked[this.first & MASK]!
    const risen = this.gain + RELEASE * (least - this.gain)
    this.gain = least < this.gain ? least : least === 1 && risen > FULL ? 1 : risen
    return this.gain
  }

  /** The mean of means: no corner, and never above what was asked for within LOOK_AHEAD. */
  private bend(gain: number): number {
    const { gains, bent, slot } = this
    this.gainSum += gain - gains[slot]!
    gains[slot] = gain
    const once = this.gainSum / BEND
    this.bentSum += once - bent[slot]!
    bent[slot] = once
    this.slot = (slot + 1) % BEND
    return this.bentSum / BEND
  }
}

function lawful(x: number): number {
  if (x >= -MOST && x <= MOST) return x
  return x > MOST ? MOST : x < -MOST ? -MOST : 0
}
