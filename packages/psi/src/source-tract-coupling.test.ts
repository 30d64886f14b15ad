// Source and tract that move each other: off is off to the bit, on moves in the stated direction, and times and face never move.
import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { mean, pitchHz } from '../test/sound-measures'
import { BIRCH, LABIALS, phrase } from '../test/spoken-phrases'
import { Field } from './field'
import { OSCILLATOR } from './oscillator'
import type { Phrase } from './phone'
import { renderOffline } from './render-offline'
import { SourceTractCoupling } from './source-tract-coupling'

const say = (phrases: readonly Phrase[], coupling: number) =>
  renderOffline({ phrases, dials: VoiceDials.parse({ coupling, range: 0, jitter: 0, shimmer: 0 }), emotion: {}, seed: 1 })
/** Pitch in the middle of the only vowel. */
function vowelPitch(symbol: string, coupling: number): number {
  const { pcm, visemes } = say([phrase(`${symbol}2`)], coupling)
  const { startSample, endSample } = visemes.find(({ phoneme }) => phoneme === symbol)!
  const middle = (startSample + endSample) / 2
  return pitchHz(pcm.subarray(middle - 900, middle + 900))!
}

describe('source-tract coupling', () => {
  it('of strength 0 is exactly nothing, whatever pitch and mouth do', () => {
    const field = new Field()
    const coupling = new SourceTractCoupling(field)
    for (const f1 of [200, 500, 900])
      for (const melody of [-1, 0, 0.4]) {
        field.omega[OSCILLATOR.formant1] = 2 * Math.PI * f1
        coupling.step(melody, 0)
        expect(Math.abs(coupling.pitchShift)).toBe(0)
        expect(coupling.formantScale).toBe(1)
      }
    expect(vowelPitch('IY', 0) / vowelPitch('AA', 0)).toBeCloseTo(1, 2)
  })

  it('lowers open vowels, in proportion, by a few per cent at most', () => {
    const ratio = (strength: number) => vowelPitch('IY', strength) / vowelPitch('AA', strength)
    expect(ratio(1)).toBeGreaterThan(1.03)
    expect(ratio(1)).toBeLessThan(1.07)
    expect(ratio(0.5)).toBeGreaterThan(1.01)
    expect(ratio(0.5)).toBeLessThan(ratio(1))
  })

  it('raises formants with the pitch and lowers them with it, by 3 per cent at most', () => {
    const coupling = new SourceTractCoupling(new Field())
    const scaleAt = (melody: number) => {
      coupling.step(melody, 1)
      return coupling.formantScale
    }
    expect(scaleAt(0)).toBe(1)
    expect(scaleAt(0.2)).toBeGreaterThan(1.01)
    expect(scaleAt(-0.2)).toBeLessThan(0.99)
    for (const melody of [-5, 5]) expect(Math.abs(scaleAt(melody) - 1)).toBeLessThan(0.03)
  })

  it('moves neither phones nor words nor the face', () => {
    const [off, on] = [say([BIRCH, LABIALS], 0), say([BIRCH, LABIALS], 1)]
    expect(on.visemes).toEqual(off.visemes)
    expect(on.words).toEqual(off.words)
    expect(on.frames).toEqual(off.frames)
    expect(on.pcm).not.toEqual(off.pcm)
    expect(mean([...on.pcm].map(Math.abs)) / mean([...off.pcm].map(Math.abs))).toBeCloseTo(1, 1)
  })
})
