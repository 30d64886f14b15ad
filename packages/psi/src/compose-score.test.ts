// Scores: plain data, the same every time, in whole blocks, with every word in its place.
import { BLOCK_SAMPLES, samplesFromMs, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BIRCH, phrase, randomPhrases } from '../test/spoken-phrases'
import { composeScore } from './compose-score'
import type { Phrase } from './phone'

const dials = VoiceDials.parse({})
const compose = (phrases: readonly Phrase[], more: Partial<Parameters<typeof composeScore>[1]> = {}) =>
  composeScore(phrases, { dials, emotion: {}, seed: 1, ...more })

describe('composeScore', () => {
  it('is deterministic and survives being written down', () => {
    const score = compose([BIRCH], { emotion: { joy: 0.6 } })
    expect(compose([BIRCH], { emotion: { joy: 0.6 } })).toEqual(score)
    expect(JSON.parse(JSON.stringify(score))).toEqual(score)
  })

  it('lasts a whole number of blocks, begins within 20 ms and holds its goals in order', () => {
    const score = compose([BIRCH, phrase('W AY2', 'question')])
    expect(score.durationSamples % BLOCK_SAMPLES).toBe(0)
    expect(score.phones[0]!.startSample).toBeLessThanOrEqual(samplesFromMs(20))
    expect(score.speech[0]!.startSample).toBeLessThanOrEqual(samplesFromMs(30))
    score.goals.forEach((goal, i) => {
      expect(goal.atSample).toBeGreaterThanOrEqual(score.goals[i - 1]?.atSample ?? 0)
    })
  })

  it('gives each word its span, in order, and the parts of one written word one span', () => {
    const number: Phrase = {
      words: [
        { ...phrase('TH R IY2').words[0]!, written: '3.5' },
        { ...phrase('P OY2 N T').words[0]!, written: '' },
        { ...phrase('F AY2 V').words[0]!, written: '' },
        { ...phrase('M AY2 L Z').words[0]!, written: 'miles' },
      ],
      ending: 'statement',
    }
    const { words, phones } = compose([number])
    expect(words.map(({ text }) => text)).toEqual(['3.5', 'miles'])
    expect(words[0]).toMatchObject({ startSample: phones[0]!.startSample, endSample: phones[9]!.endSample })
    expect(words[1]!.startSample).toBe(phones[10]!.startSample)
  })

  it('covers the whole time with visemes', () => {
    const { visemes, durationSamples } = compose([BIRCH])
    expect(visemes[0]).toMatchObject({ phoneme: 'SIL', startSample: 0 })
    visemes.slice(1).forEach((span, i) => {
      expect(span.startSample).toBe(visemes[i]!.endSample)
    })
    expect(visemes.at(-1)!.endSample).toBe(durationSamples)
  })

  it('speaks about 170 words a minute at rate 1, twice as fast at rate 2', () => {
    const spoken = ({ phones }: ReturnType<typeof compose>) => phones.at(-1)!.endSample - phones[0]!.startSample
    const normal = spoken(compose([BIRCH]))
    const wordsPerMinute = (8 * 60) / (normal / 24_000)
    expect(wordsPerMinute).toBeGreaterThan(145)
    expect(wordsPerMinute).toBeLessThan(195)
    expect(normal / spoken(compose([BIRCH], { rate: 2 }))).toBeCloseTo(2, 1)
    expect(normal / spoken(compose([BIRCH], { dials: { ...dials, rate: 0.5 } }))).toBeCloseTo(0.5, 1)
  })

  it('slows down in sadness and hurries in fear', () => {
    const length = (emotion: Record<string, number>) => compose([BIRCH], { emotion }).durationSamples
    expect(length({ sadness: 1 })).toBeGreaterThan(1.1 * length({}))
    expect(length({ fear: 1 })).toBeLessThan(0.9 * length({}))
    expect(length({ sadness: 0.5 })).toBeGreaterThan(length({}))
  })

  it('makes nothing out of nothing', () => {
    for (const phrases of [[], [{ words: [], ending: 'statement' as const }]])
      expect(compose(phrases)).toMatchObject({ durationSamples: 0, phones: [], words: [] })
  })

  it('takes any phrases: all numbers finite, all spans forward', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const score = compose(randomPhrases(seed), { seed })
      for (const { hertz } of score.formants) for (const value of hertz) expect(value).toBeGreaterThan(100)
      for (const goal of score.goals) {
        expect(goal.target).toBeGreaterThanOrEqual(0)
        expect(Number.isFinite(goal.target + goal.atSample + goal.tauMs)).toBe(true)
      }
      for (const { startSample, endSample } of [...score.phones, ...score.words, ...score.visemes, ...score.speech])
        expect(endSample).toBeGreaterThan(startSample)
      for (const { startSample, nucleusSample, endSample } of score.syllables) {
        expect(nucleusSample).toBeGreaterThan(startSample)
        expect(endSample).toBeGreaterThan(nucleusSample)
      }
    }
  })
})
