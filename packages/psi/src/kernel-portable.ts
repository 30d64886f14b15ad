// The kernel in plain TypeScript. In: control steps. Out: samples. It defines what is right. Sample world: no allocation, no throw.
// One phase θ; e^{iθ} is computed once a sample and raised to the k-th power harmonic by harmonic, so that glides are exact and
// all harmonics stay locked. Noise: white noise through two equal damped complex oscillators per band.
import { CONTROL_STEP_SAMPLES, KERNEL_BLOCK_SAMPLES, SAMPLE_RATE } from '@psiona/shared'
import { type Kernel, type KernelStep, STEPS_PER_KERNEL_BLOCK } from './kernel'
import { Limiter } from './limiter'
import { NOISE_BAND_COUNT, NOISE_BANDS, type NoiseBand } from './noise'
import { seedState } from './random'
import { MAX_HARMONICS } from './voice-source'

const N = CONTROL_STEP_SAMPLES
/** Two equal poles narrow a band to 0.644 of one; 1.55 would give all of it back, 1.3 lets neighbours meet without a ripple. */
const WIDEN = 1.3
/** The flow is noisiest a little after the glottis has opened widest. */
const NOISE_PHASE = 1
const GATE_COS = Math.cos(NOISE_PHASE)
const GATE_SIN = Math.sin(NOISE_PHASE)
const INAUDIBLE = 1e-7
const TAU = 2 * Math.PI
/** Rough pulses come in pairs. */
const TWO_TURNS = 2 * TAU

const decayOf = ({ widthHz }: NoiseBand) => Math.exp((-Math.PI * widthHz * WIDEN) / SAMPLE_RATE)
const angleOf = ({ centreHz }: NoiseBand) => (TAU * centreHz) / SAMPLE_RATE
const ROTATION_RE = Float64Array.from(NOISE_BANDS, (band) => decayOf(band) * Math.cos(angleOf(band)))
const ROTATION_IM = Float64Array.from(NOISE_BANDS, (band) => decayOf(band) * Math.sin(angleOf(band)))
/** From a 32-bit integer to noise that gives the first oscillator of a band power 1: uniform in −1..1 has variance 1/3. */
const DRIVE = Float64Array.from(NOISE_BANDS, (band) => 2 ** -31 * Math.sqrt(3 * (1 - decayOf(band) ** 2)))
/** … and the second one power 1. */
const FEED = Float64Array.from(NOISE_BANDS, (band) => Math.SQRT2 * (1 - decayOf(band)))

export const createPortableKernel = (): Kernel => new PortableKernel()

const perBand = () => new Float64Array(NOISE_BAND_COUNT)
const perSample = () => new Float64Array(N)

class PortableKernel implements Kernel {
  private theta = 0
  private radiansPerSample = 0
  private harmonics = 0
  private noiseGating = 0
  private roughness = 0
  private readonly limiter = new Limiter()
  private readonly gainRe = new Float64Array(MAX_HARMONICS)
  private readonly gainIm = new Float64Array(MAX_HARMONICS)

  private readonly noiseGain = perBand()
  private readonly chance = new Int32Array(NOISE_BAND_COUNT)
  private readonly firstRe = perBand()
  private readonly firstIm = perBand()
  private readonly secondRe = perBand()
  private readonly secondIm = perBand()

  private readonly angle = perSample()
  /** e^{iθ} at each sample of the step, and its power for the harmonic in hand. */
  private readonly baseRe = perSample()
  private readonly baseIm = perSample()
  private readonly powerRe = perSample()
  private readonly powerIm = perSample()
  private readonly voice = perSample()
  private readonly noise = perSample()

  reset(seed: number): void {
    this.theta = this.radiansPerSample = this.harmonics = this.noiseGating = this.roughness = 0
    for (const state of [this.gainRe, this.gainIm, this.noiseGain]) state.fill(0)
    for (const state of [this.firstRe, this.firstIm, this.secondRe, this.secondIm]) state.fill(0)
    this.limiter.reset()
    for (let b = 0; b < NOISE_BAND_COUNT; b++) this.chance[b] = seedState(seed * NOISE_BAND_COUNT + b)
  }

  render(steps: readonly KernelStep[], out: Float32Array, offset: number): boolean {
    for (let s = 0; s < STEPS_PER_KERNEL_BLOCK; s++) this.renderStep(steps[s]!, out, offset + s * N)
    return this.limiter.process(out, offset, offset + KERNEL_BLOCK_SAMPLES)
  }

  private renderStep(step: KernelStep, out: Float32Array, offset: number): void {
    const { voice, noise, baseRe, baseIm } = this
    voice.fill(0)
    noise.fill(0)
    this.turnGlottis(step)
    if (this.harmonics > 0 || step.harmonics > 0) this.addHarmonics(step)
    if (this.roughness > 0 || step.roughness > 0) this.roughen(step)
    this.addNoise(step)
    const ramp = (step.noiseGating - this.noiseGating) / N
    let gating = this.noiseGating
    for (let n = 0; n < N; n++) {
      gating += ramp
      const gate = 1 - gating * (1 - baseRe[n]! * GATE_COS - baseIm[n]! * GATE_SIN)
      out[offset + n] = voice[n]! + gate * noise[n]!
    }
    this.noiseGating = step.noiseGating
  }

  private turnGlottis(step: KernelStep): void {
    const { angle, baseRe, baseIm, powerRe, powerIm, radiansPerSample } = this
    const change = (step.radiansPerSample - radiansPerSample) / N
    let theta = this.theta
    for (let n = 0; n < N; n++) {
      theta += radiansPerSample + change * (n + 0.5)
      angle[n] = theta
      baseRe[n] = powerRe[n] = Math.cos(theta)
      baseIm[n] = powerIm[n] = Math.sin(theta)
    }
    this.theta = theta % TWO_TURNS
    this.radiansPerSample = step.radiansPerSample
  }

  private addHarmonics(step: KernelStep): void {
    const { baseRe, baseIm, powerRe, powerIm, voice, gainRe, gainIm } = this
    const count = Math.max(this.harmonics, step.harmonics)
    for (let k = 0; k < count; k++) {
      const toRe = k < step.harmonics ? step.voice.re[k]! : 0
      const toIm = k < step.harmonics ? step.voice.im[k]! : 0
      const rampRe = (toRe - gainRe[k]!) / N
      const rampIm = (toIm - gainIm[k]!) / N
      let re = gainRe[k]!
      let im = gainIm[k]!
      for (let n = 0; n < N; n++) {
        const zRe = powerRe[n]!
        const zIm = powerIm[n]!
        re += rampRe
        im += rampIm
        voice[n] = voice[n]! + re * zRe - im * zIm
        const bRe = baseRe[n]!
        const bIm = baseIm[n]!
        powerRe[n] = zRe * bRe - zIm * bIm
        powerIm[n] = zRe * bIm + zIm * bRe
      }
      gainRe[k] = toRe
      gainIm[k] = toIm
    }
    this.harmonics = step.harmonics
  }

  /** Every other pulse is weaker, as if half the pitch were in the voice too. */
  private roughen(step: KernelStep): void {
    const { voice, angle } = this
    const ramp = (step.roughness - this.roughness) / N
    let roughness = this.roughness
    for (let n = 0; n < N; n++) {
      roughness += ramp
      voice[n] = voice[n]! * (1 - roughness * (0.5 - 0.5 * Math.cos((angle[n]! - step.pulseEnd) / 2)))
    }
    this.roughness = step.roughness
  }

  /** A band that cannot be heard stands still. */
  private addNoise(step: KernelStep): void {
    for (let b = 0; b < NOISE_BAND_COUNT; b++) {
      const from = this.noiseGain[b]!
      const to = step.noiseGain[b]!
      this.noiseGain[b] = to
      if (from < INAUDIBLE && to < INAUDIBLE) continue
      this.addBand(b, from, to)
    }
  }

  private addBand(b: number, from: number, to: number): void {
    const { noise } = this
    const cRe = ROTATION_RE[b]!
    const cIm = ROTATION_IM[b]!
    const drive = DRIVE[b]!
    const feed = FEED[b]!
    const ramp = (to - from) / N
    let gain = from
    let x = this.chance[b]!
    let aRe = this.firstRe[b]!
    let aIm = this.firstIm[b]!
    let zRe = this.secondRe[b]!
    let zIm = this.secondIm[b]!
    for (let n = 0; n < N; n++) {
      x ^= x << 13
      x ^= x >>> 17
      x ^= x << 5
      const nextRe = aRe * cRe - aIm * cIm + x * drive
      aIm = aRe * cIm + aIm * cRe
      aRe = nextRe
      const turned = zRe * cRe - zIm * cIm + aRe * feed
      zIm = zRe * cIm + zIm * cRe + aIm * feed
      zRe = turned
      gain += ramp
      noise[n] = noise[n]! + gain * zRe
    }
    this.chance[b] = x
    this.firstRe[b] = aRe
    this.firstIm[b] = aIm
    this.secondRe[b] = zRe
    this.secondIm[b] = zIm
  }
}
