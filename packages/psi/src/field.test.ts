// The ψ equations: two-pole amplitudes that never go negative or overshoot, Fujisaki's responses, and a jaw that locks.
import { CONTROL_STEP_SAMPLES, SAMPLE_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { Field } from './field'
import { OSCILLATOR, OSCILLATOR_COUNT, OSCILLATORS } from './oscillator'
import { createRandom } from './random'

const STEP_SECONDS = CONTROL_STEP_SAMPLES / SAMPLE_RATE
const { nod, phrase, accentNod, jaw, syllable } = OSCILLATOR
const run = (field: Field, seconds: number) => {
  for (let step = 0; step < Math.round(seconds / STEP_SECONDS); step++) field.step()
}

it('knows every oscillator by a name of its own', () => {
  expect(new Set(OSCILLATORS).size).toBe(OSCILLATOR_COUNT)
})

describe('amplitudes', () => {
  it('follow a step by 1 − (1 + t/τ)·e^(−t/τ), exactly, for τ from far below a step to far above', () => {
    for (const tauMs of [0.3, 2, 20, 200]) {
      const field = new Field()
      field.goal(nod, 1, tauMs)
      run(field, 0.05)
      const x = 50 / tauMs
      expect(field.amplitude[nod]).toBeCloseTo(1 - (1 + x) * Math.exp(-x), 9)
    }
  })

  it('never go negative and never overshoot, whatever goals and τ come when', () => {
    const random = createRandom(7)
    const field = new Field()
    let most = 0
    for (let change = 0; change < 400; change++) {
      const target = random.uniform() < 0.4 ? 0 : random.between(0, 3)
      most = Math.max(most, target)
      field.goal(nod, target, random.between(0.4, 120))
      for (let step = 0; step < random.between(1, 40); step++) {
        field.step()
        expect(field.amplitude[nod]).toBeGreaterThanOrEqual(0)
        expect(field.amplitude[nod]).toBeLessThanOrEqual(most)
      }
    }
  })

  it('reach a new goal from rest without passing it', () => {
    const field = new Field()
    field.settle(nod, 0.2)
    field.goal(nod, 0.9, 30)
    let last = 0.2
    for (let step = 0; step < 400; step++) {
      field.step()
      expect(field.amplitude[nod]).toBeGreaterThanOrEqual(last)
      last = field.amplitude[nod]!
      expect(last).toBeLessThanOrEqual(0.9)
    }
    expect(last).toBeCloseTo(0.9, 6)
  })

  it('come to exactly 0 at rest', () => {
    const field = new Field()
    field.settle(nod, 1)
    field.goal(nod, 0, 10)
    run(field, 1)
    expect(field.amplitude[nod]).toBe(0)
  })

  it('answer an impulse by α²t·e^(−αt), also one given earlier', () => {
    const alpha = 3
    const answer = (t: number) => 0.3 * alpha * alpha * t * Math.exp(-alpha * t)
    const field = new Field()
    field.impulse(phrase, 0.3, 1000 / alpha, 150)
    expect(field.amplitude[phrase]).toBeCloseTo(answer(0.15), 9)
    run(field, 0.5)
    expect(field.amplitude[phrase]).toBeCloseTo(answer(0.65), 6)
    expect(field.amplitude[accentNod]).toBe(0)
  })
})

describe('coupling', () => {
  it('keeps the jaw within one frame of eight syllables a second', () => {
    const field = new Field()
    field.settle(syllable, 1)
    const omega = 2 * Math.PI * 8
    field.omega[syllable] = omega
    run(field, 1)
    const behind = field.phase[syllable]! - field.phase[jaw]!
    const lagSeconds = Math.atan2(Math.sin(behind), Math.cos(behind)) / omega
    expect(Math.abs(lagSeconds)).toBeLessThan(1 / 60)
  })

  it('locks two oscillators inside the bound and lets them slip outside', () => {
    const slip = (detuning: number) => {
      const field = new Field([{ from: 'sway', to: 'lean', strength: 6, m: 1, n: 1, phase: 0 }])
      field.settle(OSCILLATOR.sway, 1)
      field.omega[OSCILLATOR.sway] = 10 + detuning
      field.omega[OSCILLATOR.lean] = 10
      let turns = 0
      let last = 0
      for (let step = 0; step < 20 / STEP_SECONDS; step++) {
        field.step()
        const difference = Math.sin((field.phase[OSCILLATOR.sway]! - field.phase[OSCILLATOR.lean]!) / 2)
        if (difference < 0 !== last < 0 && Math.abs(difference) < 0.2) turns++
        last = difference
      }
      return turns
    }
    expect(slip(5.4)).toBeLessThanOrEqual(1)
    expect(slip(6.6)).toBeGreaterThan(5)
  })

  it('refuses a pull that a step cannot follow', () => {
    expect(() => new Field([{ from: 'sway', to: 'lean', strength: 1000, m: 1, n: 1, phase: 0 }])).toThrow(RangeError)
  })
})
