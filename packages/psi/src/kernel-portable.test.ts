// The kernel: harmonics locked to one phase, ramps without steps, noise that stays in its band, the same samples twice.
import { CONTROL_STEP_SAMPLES, KERNEL_BLOCK_SAMPLES, SAMPLE_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { bandPower, decibels, peak, pitchHz } from '../test/sound-measures'
import { type KernelStep, newKernelStep, STEPS_PER_KERNEL_BLOCK } from './kernel'
import { createPortableKernel } from './kernel-portable'
import { LIMITER_DELAY_SAMPLES, PEAK } from './limiter'
import { NOISE_BAND_COUNT, NOISE_BANDS } from './noise'

function play(blocks: number, seed: number, describeStep: (step: KernelStep, at: number) => void): Float32Array {
  const kernel = createPortableKernel()
  kernel.reset(seed)
  const steps = Array.from({ length: STEPS_PER_KERNEL_BLOCK }, newKernelStep)
  const pcm = new Float32Array(blocks * KERNEL_BLOCK_SAMPLES)
  for (let block = 0; block < blocks; block++) {
    steps.forEach((step, s) => {
      describeStep(step, block * STEPS_PER_KERNEL_BLOCK + s)
    })
    kernel.render(steps, pcm, block * KERNEL_BLOCK_SAMPLES)
  }
  return pcm
}

const tone = (hertz: number, gains: readonly number[]) => (step: KernelStep) => {
  step.radiansPerSample = (2 * Math.PI * hertz) / SAMPLE_RATE
  step.harmonics = gains.length
  gains.forEach((gain, k) => {
    step.voice.re[k] = gain
  })
}
const inBand = (band: number) => (step: KernelStep) => {
  step.noiseGain[band] = 0.2
}

describe('portable kernel', () => {
  it('is silent, to the bit, when nothing is asked', () => {
    expect(peak(play(4, 1, () => {}))).toBe(0)
  })

  it('plays harmonics at whole multiples of one frequency', () => {
    const pcm = play(30, 1, tone(200, [0, 0.2, 0.1]))
    const at = (hertz: number) => bandPower(pcm.subarray(1000), hertz - 10, hertz + 10)
    expect(decibels(Math.sqrt(at(400) / at(600)))).toBeCloseTo(decibels(2), 0)
    expect(at(400) / at(200)).toBeGreaterThan(1e4)
    expect(pitchHz(play(30, 1, tone(137, [0.2, 0.2])).subarray(1000))).toBeCloseTo(137, 0)
  })

  it('glides as an exact chirp: the phase is the integral of the frequency', () => {
    const start = 0.02
    const perStep = 0.0004
    const pcm = play(20, 1, (step, at) => {
      tone(0, [0.3])(step)
      step.radiansPerSample = start + perStep * (at + 1)
    })
    // The first step ramps from 0; from the second on θ'' is constant. What comes out is late.
    let theta = 0
    for (let n = 0; n < CONTROL_STEP_SAMPLES; n++) theta += ((start + perStep) * (n + 0.5)) / CONTROL_STEP_SAMPLES
    for (let n = CONTROL_STEP_SAMPLES; n + LIMITER_DELAY_SAMPLES < pcm.length; n++) {
      theta += start + perStep * (n / CONTROL_STEP_SAMPLES) + perStep * (0.5 / CONTROL_STEP_SAMPLES)
      expect(Math.abs(pcm[n + LIMITER_DELAY_SAMPLES]! - 0.3 * Math.cos(theta))).toBeLessThan(1e-5)
    }
  })

  it('ramps gains: no step where a tone begins or ends', () => {
    const slope = 0.3 * ((2 * Math.PI * 200) / SAMPLE_RATE + 1 / CONTROL_STEP_SAMPLES)
    const pcm = play(8, 1, (step, at) => {
      tone(200, [0.3])(step)
      if (at > 12) step.harmonics = 0
    })
    for (let n = 1; n < pcm.length; n++) expect(Math.abs(pcm[n]! - pcm[n - 1]!)).toBeLessThan(1.1 * slope)
    expect(pcm.at(-1)).toBe(0)
  })

  it('keeps noise in its band: 30 dB down an octave away', () => {
    const band = 30
    const { centreHz } = NOISE_BANDS[band]!
    const pcm = play(240, 3, inBand(band)).subarray(4800)
    const inside = bandPower(pcm, centreHz * 0.97, centreHz * 1.03)
    for (const factor of [0.5, 1.9]) {
      const outside = bandPower(pcm, centreHz * factor * 0.95, centreHz * factor * 1.05)
      expect(10 * Math.log10(inside / outside)).toBeGreaterThan(30)
    }
  })

  it('makes the same noise from the same seed, another from another', () => {
    const hiss = (seed: number) => play(3, seed, (step) => step.noiseGain.fill(0.05))
    expect(hiss(5)).toEqual(hiss(5))
    expect(hiss(5)).not.toEqual(hiss(6))
    expect(NOISE_BANDS).toHaveLength(NOISE_BAND_COUNT)
  })

  it('never passes its peak, however loud it is asked to be', () => {
    const pcm = play(
      20,
      1,
      tone(
        150,
        Array.from({ length: 40 }, () => 5),
      ),
    )
    expect(peak(pcm)).toBeLessThanOrEqual(PEAK)
    expect(peak(pcm)).toBeGreaterThan(0.8)
  })
})
