// The kernel in plain TypeScript. In: control steps. Out: samples. It defines what is right. Sample world: no allocation, no throw.
// One phase θ; e^{iθ} is computed once a sample and raised to the k-th power harmonic by harmonic, so that glides are exact and
// all harmonics stay locked. Noise: white noise through two equal damped complex oscillators per band.
import { CONTROL_STEP_SAMPLES, SAMPLE_RATE } from '@psiona/shared'
import { type Kernel, type KernelStep, STEPS_PER_KERNEL_BLOCK } from './kernel'
import { NOISE_BAND_COUNT, NOISE_BANDS } from './noise'
import { seedState } from './random'
import { softLimit } from './soft-limit'
import { MAX_HARMONICS } from './voice-source'

const N = CONTROL_STEP_SAMPLES
/** Two equal poles narrow a band to 0.644 of one; 1.55 would give all of it back, 1.3 lets neighbours meet without a ripple. */
const WIDEN = 1.3
/** Uniform noise in −1..1 has variance 1/3. */
const DRIVE = Math.sqrt(3)
/** The flow is noisiest a little after the glottis has opened widest. */
const NOISE_PHASE = 1
const INAUDIBLE = 1e-7
const TAU = 2 * Math.PI
const TO_SIGNED_UNIT = 2 ** -31

export function createPortableKernel(): Kernel {
  const rotRe = Float64Array.from(NOISE_BANDS, ({ centreHz, widthHz }) => decayOf(widthHz) * Math.cos(angleOf(centreHz)))
  const rotIm = Float64Array.from(NOISE_BANDS, ({ centreHz, widthHz }) => decayOf(widthHz) * Math.sin(angleOf(centreHz)))
  const drive = Float64Array.from(NOISE_BANDS, ({ widthHz }) => DRIVE * Math.sqrt(1 - decayOf(widthHz) ** 2))
  const feed = Float64Array.from(NOISE_BANDS, ({ widthHz }) => Math.SQRT2 * (1 - decayOf(widthHz)))
  const chance = new Int32Array(NOISE_BAND_COUNT)
  const [firstRe, firstIm, secondRe, secondIm, noiseGain] = Array.from({ length: 5 }, () => new Float64Array(NOISE_BAND_COUNT))
  const [gainRe, gainIm] = [new Float64Array(MAX_HARMONICS), new Float64Array(MAX_HARMONICS)]
  const [baseRe, baseIm, powerRe, powerIm, voice, noise] = Array.from({ length: 6 }, () => new Float64Array(N))
  let theta = 0
  let radiansPerSample = 0
  let harmonics = 0
  let noiseGating = 0

  const turnGlottis = (step: KernelStep) => {
    const change = (step.radiansPerSample - radiansPerSample) / N
    for (let n = 0; n < N; n++) {
      theta += radiansPerSample + change * (n + 0.5)
      baseRe![n] = powerRe![n] = Math.cos(theta)
      baseIm![n] = powerIm![n] = Math.sin(theta)
    }
    theta %= TAU
    radiansPerSample = step.radiansPerSample
  }

  const addHarmonics = (step: KernelStep) => {
    const count = Math.max(harmonics, step.harmonics)
    for (let k = 0; k < count; k++) {
      const toRe = k < step.harmonics ? step.gainRe[k]! : 0
      const toIm = k < step.harmonics ? step.gainIm[k]! : 0
      const rampRe = (toRe - gainRe[k]!) / N
      const rampIm = (toIm - gainIm[k]!) / N
      let re = gainRe[k]!
      let im = gainIm[k]!
      for (let n = 0; n < N; n++) {
        const zRe = powerRe![n]!
        const zIm = powerIm![n]!
        re += rampRe
        im += rampIm
        voice![n] = voice![n]! + re * zRe - im * zIm
        const bRe = baseRe![n]!
        const bIm = baseIm![n]!
        powerRe![n] = zRe * bRe - zIm * bIm
        powerIm![n] = zRe * bIm + zIm * bRe
      }
      gainRe[k] = toRe
      gainIm[k] = toIm
    }
    harmonics = step.harmonics
  }

  /** True when any band is audible. */
  const addNoise = (step: KernelStep): boolean => {
    let any = false
    for (let b = 0; b < NOISE_BAND_COUNT; b++) {
      const to = step.noiseGain[b]!
      let gain = noiseGain![b]!
      noiseGain![b] = to
      if (gain < INAUDIBLE && to < INAUDIBLE) continue
      any = true
      const ramp = (to - gain) / N
      const [cRe, cIm, cDrive, cFeed] = [rotRe[b]!, rotIm[b]!, drive[b]! * TO_SIGNED_UNIT, feed[b]!]
      let x = chance[b]!
      let aRe = firstRe![b]!
      let aIm = firstIm![b]!
      let zRe = secondRe![b]!
      let zIm = secondIm![b]!
      for (let n = 0; n < N; n++) {
        x ^= x << 13
        x ^= x >>> 17
        x ^= x << 5
        const nextRe = aRe * cRe - aIm * cIm + x * cDrive
        aIm = aRe * cIm + aIm * cRe
        aRe = nextRe
        const turned = zRe * cRe - zIm * cIm + aRe * cFeed
        zIm = zRe * cIm + zIm * cRe + aIm * cFeed
        zRe = turned
        gain += ramp
        noise![n] = noise![n]! + gain * zRe
      }
      chance[b] = x
      firstRe![b] = aRe
      firstIm![b] = aIm
      secondRe![b] = zRe
      secondIm![b] = zIm
    }
    return any
  }

  const renderStep = (step: KernelStep, out: Float32Array, offset: number): boolean => {
    const voiced = harmonics > 0 || step.harmonics > 0
    voice!.fill(0)
    noise!.fill(0)
    turnGlottis(step)
    if (voiced) addHarmonics(step)
    const noisy = addNoise(step)
    const rampGating = (step.noiseGating - noiseGating) / N
    const [cos, sin] = [Math.cos(NOISE_PHASE), Math.sin(NOISE_PHASE)]
    for (let n = 0; n < N; n++) {
      noiseGating += rampGating
      const gate = 1 - noiseGating * (1 - baseRe![n]! * cos - baseIm![n]! * sin)
      out[offset + n] = softLimit(voice![n]! + gate * noise![n]!)
    }
    noiseGating = step.noiseGating
    return voiced || noisy
  }

  return {
    reset(seed) {
      theta = radiansPerSample = harmonics = noiseGating = 0
      for (const state of [firstRe, firstIm, secondRe, secondIm, noiseGain, gainRe, gainIm]) state!.fill(0)
      for (let b = 0; b < NOISE_BAND_COUNT; b++) chance[b] = seedState(seed * NOISE_BAND_COUNT + b)
    },
    render(steps, out, offset) {
      let sounds = false
      for (let s = 0; s < STEPS_PER_KERNEL_BLOCK; s++) {
        const step = steps[s]!
        if (renderStep(step, out, offset + s * N)) sounds = true
      }
      return sounds
    },
  }
}

const decayOf = (widthHz: number) => Math.exp((-Math.PI * widthHz * WIDEN) / SAMPLE_RATE)
const angleOf = (centreHz: number) => (TAU * centreHz) / SAMPLE_RATE
