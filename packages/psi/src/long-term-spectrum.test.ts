// The long-term spectrum: bands in their place, pauses left out, rates alike; and the fit that gives one voice the colour of another.
import { SAMPLE_RATE, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fitEqualiser } from '../scripts/equaliser-fit'
import { hiss, joined } from '../test/heard-sound'
import { BIRCH, LABIALS } from '../test/spoken-phrases'
import { longTermSpectrum, spectralDistance, THIRD_OCTAVES_HZ } from './long-term-spectrum'
import { renderOffline } from './render-offline'

const sine = (hertz: number, amplitude: number, rateHz: number = SAMPLE_RATE) =>
  Float32Array.from({ length: rateHz }, (_, n) => amplitude * Math.sin((2 * Math.PI * hertz * n) / rateHz))
const say = (dials: VoiceDials) => renderOffline({ phrases: [BIRCH, LABIALS], dials, emotion: {}, seed: 1 }).pcm

describe('long-term spectrum', () => {
  it('has a tone in its third of an octave, at its level, at any rate', () => {
    for (const rateHz of [16_000, 24_000, 48_000])
      for (const band of [0, 5, 10, 17]) {
        const levels = longTermSpectrum(sine(THIRD_OCTAVES_HZ[band]!, 0.1, rateHz), rateHz)
        expect(levels.indexOf(Math.max(...levels.filter((level) => !Number.isNaN(level))))).toBe(band)
        // The window takes 4.3 dB, the sine has 3 dB less than its peak.
        expect(Math.abs(levels[band]! + 27.3)).toBeLessThan(1)
      }
  })

  it('leaves pauses out, and bands beyond the end of the sound', () => {
    const noise = hiss(2, 0.1)
    const padded = joined(new Float32Array(32_000), noise, new Float32Array(48_000))
    expect(spectralDistance(longTermSpectrum(noise, 16_000), longTermSpectrum(padded, 16_000))).toBeLessThan(0.7)
    const upTo4k = longTermSpectrum(noise, 16_000, 4100)
    expect([...upTo4k].filter(Number.isNaN)).toHaveLength(3)
    expect(spectralDistance(upTo4k, longTermSpectrum(noise, 16_000))).toBeLessThan(1)
  })

  it('is no distance from the same at another level', () => {
    const speech = say(VoiceDials.parse({}))
    expect(
      spectralDistance(
        longTermSpectrum(speech, SAMPLE_RATE),
        longTermSpectrum(
          speech.map((x) => 0.1 * x),
          SAMPLE_RATE,
        ),
      ),
    ).toBeLessThan(1e-3)
  })
})

describe('fit', () => {
  it('takes a voice to the colour of another at least half the way', () => {
    const target = longTermSpectrum(say(VoiceDials.parse({ brightnessHz: 3500, openQuotient: 0.45, tract: 1.05 })), SAMPLE_RATE)
    const { points, distanceBefore, distanceAfter } = fitEqualiser(target, 12_000, VoiceDials.parse({ brightnessHz: 700 }), say)
    expect(distanceAfter).toBeLessThan(distanceBefore / 2)
    expect(VoiceDials.parse({ equaliser: points }).equaliser).toEqual(points)
  })
})
