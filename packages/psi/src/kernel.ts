// The kernel's port: how the voice is to sound at the end of each control step flows in, samples flow out. Sample world, one thread.
// kernel-portable defines what is right; any other kernel must agree with it.
import { CONTROL_STEP_SAMPLES, KERNEL_BLOCK_SAMPLES } from '@psiona/shared'
import type { Spectrum } from './formants'
import { NOISE_BAND_COUNT } from './noise'
import { MAX_HARMONICS } from './voice-source'

export const STEPS_PER_KERNEL_BLOCK = KERNEL_BLOCK_SAMPLES / CONTROL_STEP_SAMPLES

/** Gains and frequency are ramped in a straight line from the end of one step to the end of the next. */
export interface KernelStep {
  /** Of the glottal oscillator; harmonic k runs at k times its phase, by construction. */
  radiansPerSample: number
  /** Harmonics of the voice from here on are 0. Harmonic k has index k − 1. */
  harmonics: number
  readonly voice: Spectrum
  readonly noiseGain: Float64Array
  /** How much the glottis gates the noise, 0..0.5. */
  noiseGating: number
  /** How much weaker every other pulse of the glottis is, 0..1, and where in the cycle (radians) a pulse ends. */
  roughness: number
  pulseEnd: number
}

export const newKernelStep = (): KernelStep => ({
  radiansPerSample: 0,
  harmonics: 0,
  voice: {
    hertz: new Float64Array(MAX_HARMONICS),
    re: new Float64Array(MAX_HARMONICS),
    im: new Float64Array(MAX_HARMONICS),
  },
  noiseGain: new Float64Array(NOISE_BAND_COUNT),
  noiseGating: 0,
  roughness: 0,
  pulseEnd: 0,
})

export interface Kernel {
  /** Silence, phase 0, and the noise of this seed. */
  reset(seed: number): void
  /** Renders KERNEL_BLOCK_SAMPLES into `out` from `offset` on, limited and so LIMITER_DELAY_SAMPLES late. Neither allocates nor throws.
   *  True when any of them is not 0. */
  render(steps: readonly KernelStep[], out: Float32Array, offset: number): boolean
}
