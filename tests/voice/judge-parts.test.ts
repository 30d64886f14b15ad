// The parts of the speech judge that need no program: counting errors, the words it may hear, the noise, and what it says when a program is missing.
import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BANDS_HZ, bandPower, JUDGE_RATE } from '../../bench/judge/band-power'
import { bootstrapInterval } from '../../bench/judge/bootstrap-interval'
import { closedVocabulary } from '../../bench/judge/closed-vocabulary'
import { rankCorrelation } from '../../bench/judge/correlation'
import { lipSyncScore } from '../../bench/judge/lip-sync-score'
import { volumeTrack } from '../../bench/judge/mouth-track'
import { phoneGrammar } from '../../bench/judge/phone-grammar'
import { runProgram } from '../../bench/judge/program'
import { parseDictionary, wordsOf } from '../../bench/judge/recogniser-dictionary'
import { standardNormal } from '../../bench/judge/standard-normal'
import { wordErrors } from '../../bench/judge/word-errors'
import { firstJudge } from './first-judge'

const dictionary = parseDictionary(
  ['to T UW', 'to(2) T AH', 'two T UW', 'the DH AH', 'cat K AE T', 'sat S AE T', "it's IH T S"].join('\n'),
)

describe('word errors', () => {
  it('count changed, missing and added words', () => {
    expect(wordErrors(['the', 'cat', 'sat'], ['the', 'sat', 'sat', 'to'], dictionary)).toBe(2)
    expect(wordErrors(['the', 'cat'], [], dictionary)).toBe(2)
    expect(wordErrors([], ['cat'], dictionary)).toBe(1)
  })
  it('take words that sound alike for the same', () => {
    expect(wordErrors(['two'], ['to'], dictionary)).toBe(0)
    expect(wordErrors(['zebra'], ['zebras'], dictionary)).toBe(1)
  })
  it('have an interval that holds the rate and is the same every time', () => {
    const errors = Array.from({ length: 60 }, (_, i) => i % 3)
    const words = errors.map(() => 8)
    const interval = bootstrapInterval(errors, words)
    expect(interval).toEqual(bootstrapInterval(errors, words))
    expect(interval[0]).toBeLessThan(1 / 8)
    expect(interval[1]).toBeGreaterThan(1 / 8)
    expect(interval[1] - interval[0]).toBeLessThan(0.1)
  })
})

describe('what the recogniser may hear', () => {
  it('is every word of the sentences, equally likely, with all its pronunciations', () => {
    const { dictionary: words, languageModel, unknown } = closedVocabulary(['It’s the cat.', 'To the zebra!'], dictionary)
    expect(words.split('\n')).toEqual(['cat K AE T', "it's IH T S", 'the DH AH', 'to T UW', 'to(2) T AH', ''])
    expect(languageModel).toContain('ngram 1=6\n')
    expect(languageModel).toContain('-0.6990 cat\n')
    expect(unknown).toEqual(['zebra'])
  })
  it('is one text only when phones are aligned, by any of its pronunciations', () => {
    expect(phoneGrammar(wordsOf('To zebra cat'), dictionary).split('\n')).toEqual([
      ...['FSG_BEGIN phones', 'NUM_STATES 7', 'START_STATE 0', 'FINAL_STATE 4'],
      ...['TRANSITION 0 2 1.0 T', 'TRANSITION 2 1 1.0 UW', 'TRANSITION 0 3 1.0 T', 'TRANSITION 3 1 1.0 AH'],
      ...['TRANSITION 1 5 1.0 K', 'TRANSITION 5 6 1.0 AE', 'TRANSITION 6 4 1.0 T', 'FSG_END', ''],
    ])
  })
})

describe('the noise', () => {
  const { noise } = firstJudge
  it('is the first judge’s, sample by sample', () => {
    const normal = standardNormal(noise.seed)
    for (const value of noise.values) expect(normal()).toBeCloseTo(value, 12)
  })
  it('is the same in its tail', () => {
    const normal = standardNormal(noise.seedOfTail)
    const values = Array.from({ length: noise.firstBeyond.index + 1 }, normal)
    expect(values.at(-1)).toBeCloseTo(noise.firstBeyond.value, 12)
  })
  it('has mean 0 and deviation 1', () => {
    const normal = standardNormal(3)
    const values = Array.from({ length: 50_000 }, normal)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(Math.abs(deviation - 1)).toBeLessThan(0.02)
  })
})

describe('the yardstick of the mouth', () => {
  const phone = (start: number, end: number, name: string) => ({ start, end, phone: name })
  const said = [
    phone(0, 0.3, '<sil>'),
    phone(0.3, 0.4, 'M'),
    phone(0.4, 0.6, 'AA'),
    phone(0.6, 0.7, 'P'),
    phone(0.7, 0.9, 'IY'),
    phone(0.9, 1, 'B'),
    phone(1, 1.2, 'EH'),
    phone(1.2, 1.6, '<sil>'),
  ]
  const openings: Readonly<Record<string, number>> = { AA: 1, IY: 0.2, EH: 0.6 }
  const times = Array.from({ length: 96 }, (_, i) => i / 60)
  const mouth = (lateSeconds: number) => ({
    times,
    openings: times.map((time) => {
      const now = said.find(({ start, end }) => time - lateSeconds >= start && time - lateSeconds < end)
      return openings[now?.phone ?? ''] ?? 0
    }),
  })

  it('gives full marks to a mouth that does what is said', () => {
    const score = lipSyncScore(said, mouth(0), 1.6)
    expect(score.opennessR).toBeGreaterThan(0.98)
    expect(score.vowelRho).toBeCloseTo(1)
    expect(score.closureRate).toBe(1)
    expect(Math.abs(score.lagMs)).toBeLessThanOrEqual(10)
    expect(score.silenceOpening).toBe(0)
  })
  it('tells by how much a mouth is late', () => {
    expect(lipSyncScore(said, mouth(0.1), 1.6).lagMs - lipSyncScore(said, mouth(0), 1.6).lagMs).toBeCloseTo(100, -1)
  })
  it('sees lips that never close', () => {
    const open = { times, openings: mouth(0).openings.map((opening, i) => (times[i]! < 0.2 ? 0 : Math.max(opening, 0.5))) }
    expect(lipSyncScore(said, open, 1.6).closureRate).toBe(0)
  })
  it('knows a mouth that follows the volume', () => {
    const pcm = Float32Array.from({ length: 24_000 }, (_, i) => (i < 12_000 ? 0 : Math.sin(i / 10)))
    const { times: at, openings: level } = volumeTrack(pcm, 24_000)
    expect(at).toHaveLength(60)
    expect(level[29]).toBe(0)
    expect(level[50]).toBeCloseTo(Math.SQRT1_2, 1)
  })
  it('lets equal ranks share', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 1, 2, 2])).toBeCloseTo(0.894, 3)
  })
  it('finds a tone in its band alone', () => {
    const tone = Float32Array.from({ length: 512 }, (_, i) => Math.sin((2 * Math.PI * 1000 * i) / JUDGE_RATE))
    const { bands } = bandPower(tone)
    const at = BANDS_HZ.findIndex(([from, to]) => from <= 1000 && 1000 < to)
    for (const [band, power] of bands.entries()) if (band !== at) expect(power).toBeLessThan(bands[at]! / 1000)
  })
})

describe('a program that is not there', () => {
  it('is named with the package to install', async () => {
    const path = process.env.PATH
    process.env.PATH = ''
    try {
      const problem = await runProgram('pocketsphinx_batch', []).catch((error: unknown) => error)
      expect(problem).toBeInstanceOf(Problem)
      expect(problem).toMatchObject({
        category: 'missing',
        message: expect.stringContaining('Install the package pocketsphinx.'),
      })
    } finally {
      process.env.PATH = path
    }
  })
})
