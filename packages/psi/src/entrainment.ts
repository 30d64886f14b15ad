// Onsets of sound flow in, the beat they follow flows out: phase, rate and how well the two agree.
// A Hopf oscillator whose frequency adapts (Righetti, Buchli and Ijspeert 2006):
//   ẋ = γ(μ − r²)x − ωy + εF     ẏ = γ(μ − r²)y + ωx     ω̇ = −εF·y/r
import type { Hertz, Seconds } from '@psiona/shared'

/** Syllables come at 2.5 to 8 a second in every language. */
export const SLOWEST_BEAT_HZ: Hertz = 2.5
export const FASTEST_BEAT_HZ: Hertz = 8
const FIRST_BEAT_HZ: Hertz = 4.5
/** Back on the circle within a quarter of a second. */
const GAMMA = 8
const MU = 1
/** Measured on six voices: 8 follows the rate less well, 16 swings with single syllables. */
const EPSILON = 12
/** Coherence is that of the last two seconds, about eight syllables. */
const COHERENCE_SECONDS: Seconds = 2

export class SyllableOscillator {
  private x = Math.sqrt(MU)
  private y = 0
  private omega = 2 * Math.PI * FIRST_BEAT_HZ
  private onsetRe = 0
  private onsetIm = 0
  private onsetSum = 0

  /** 0..2π; onsets draw it to 0. */
  get phase(): number {
    const angle = Math.atan2(this.y, this.x)
    return angle < 0 ? angle + 2 * Math.PI : angle
  }
  get rateHz(): Hertz {
    return this.omega / (2 * Math.PI)
  }
  /** 0..1: 1 when all onsets come at the same phase. */
  get coherence(): number {
    return this.onsetSum > 1e-6 ? Math.hypot(this.onsetRe, this.onsetIm) / this.onsetSum : 0
  }

  /** `force`: the onset now less the mean of onsets, in parts of that mean. A force of mean 0 leaves the rate unbiased. */
  step(force: number, seconds: Seconds): void {
    // The turn is exact and the way back to the circle bounded, so that no step is too long for either.
    const turn = this.omega * seconds
    const [cosTurn, sinTurn] = [Math.cos(turn), Math.sin(turn)]
    const growth = Math.exp(Math.min(1, seconds * GAMMA * (MU - this.x * this.x - this.y * this.y)))
    const x = growth * (this.x * cosTurn - this.y * sinTurn)
    this.y = growth * (this.y * cosTurn + this.x * sinTurn)
    const r = Math.hypot(x, this.y)
    const omega = this.omega - (seconds * EPSILON * force * this.y) / r
    this.omega = 2 * Math.PI * Math.min(FASTEST_BEAT_HZ, Math.max(SLOWEST_BEAT_HZ, omega / (2 * Math.PI)))
    this.x = x + seconds * EPSILON * force

    const keep = Math.exp(-seconds / COHERENCE_SECONDS)
    const onset = Math.max(0, force)
    this.onsetRe = keep * this.onsetRe + (onset * x) / r
    this.onsetIm = keep * this.onsetIm + (onset * this.y) / r
    this.onsetSum = keep * this.onsetSum + onset
  }
}
