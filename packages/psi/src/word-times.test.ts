// Words placed on a sound that was said at another pace.
import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BIRCH, LABIALS } from '../test/spoken-phrases'
import { composeScore } from './compose-score'
import { renderOffline } from './render-offline'
import { SpeechParts } from './speech-parts'
import { VOICES } from './voices'
import { wordTimes } from './word-times'

const compose = (rate: number) => {
  const options = { phrases: [BIRCH, LABIALS], dials: VOICES.masculine!, emotion: {}, seed: 1, rate }
  return { score: composeScore(options.phrases, options), ...renderOffline(options) }
}
const score = composeScore([BIRCH, LABIALS], { dials: VoiceDials.parse({}), emotion: {}, seed: 1 })

describe('word times', () => {
  it('of a voice that speaks slower are near where it says them, in order and complete', () => {
    const slow = compose(0.8)
    const parts = new SpeechParts()
    for (let at = 0; at < slow.pcm.length; at += 777) parts.push(slow.pcm.subarray(at, at + 777))
    const words = wordTimes(score, parts.spans())
    expect(words.map(({ text }) => text)).toEqual(score.words.map(({ text }) => text))
    words.forEach((word, i) => {
      expect(word.startSample).toBeGreaterThanOrEqual(words[i - 1]?.endSample ?? 0)
      expect(word.endSample).toBeGreaterThanOrEqual(word.startSample)
      expect(Math.abs(word.startSample - slow.words[i]!.startSample) / 24_000).toBeLessThan(0.2)
    })
  })

  it('keep to the speech when it pauses where the score does not', () => {
    const spoken = [
      { startSample: 5000, endSample: 20_000 },
      { startSample: 60_000, endSample: 70_000 },
      { startSample: 90_000, endSample: 120_000 },
    ]
    const words = wordTimes(score, spoken)
    expect(words[0]!.startSample).toBeGreaterThanOrEqual(5000)
    expect(words.at(-1)!.endSample).toBeLessThanOrEqual(120_000)
    for (const { startSample } of words)
      expect(spoken.some((span) => startSample >= span.startSample && startSample <= span.endSample)).toBe(true)
  })

  it('of a sound in which nothing is said are those of the score', () => {
    const parts = new SpeechParts()
    parts.push(new Float32Array(10_000).fill(Number.NaN))
    expect(wordTimes(score, parts.spans())).toEqual(score.words)
    expect(wordTimes({ words: [], speech: [] }, [{ startSample: 0, endSample: 10 }])).toEqual([])
  })
})
