// An evening on which everything happens at once has no click in it, and no sample beyond full scale. A thousand of them: tests/long.
import { SAMPLE_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { findClicks } from '../test/click-detector'
import { eventfulSpeech } from '../test/eventful-speech'

describe('clicks', () => {
  it('the detector finds a jump of a twentieth of full scale, wherever there is no hiss', () => {
    const { pcm, noises } = eventfulSpeech(3)
    expect(findClicks(pcm, noises)).toEqual([])
    let [made, found] = [0, 0]
    for (let at = 3000; at < pcm.length - 3000; at += 1999) {
      if (noises.some(({ from, to }) => at > from - 400 && at < to + 400)) continue
      const broken = pcm.slice()
      for (let n = at; n < at + SAMPLE_RATE / 100; n++) broken[n]! += 0.05 * (1 - (n - at) / (SAMPLE_RATE / 100))
      made++
      if (findClicks(broken, noises).some((click) => Math.abs(click - at) < SAMPLE_RATE / 50)) found++
    }
    expect(made).toBeGreaterThan(10)
    expect(found / made).toBeGreaterThan(0.9)
  })

  it('none in cut, changed and mixed speech, and nothing beyond full scale', () => {
    let [cuts, changes] = [0, 0]
    for (let seed = 1; seed <= 12; seed++) {
      const { pcm, noises, ...events } = eventfulSpeech(seed)
      expect(findClicks(pcm, noises), `seed ${seed}`).toEqual([])
      expect(pcm.every((sample) => Math.abs(sample) <= 1)).toBe(true)
      cuts += events.cuts
      changes += events.changes
    }
    expect(cuts).toBeGreaterThan(5)
    expect(changes).toBeGreaterThan(20)
  })
})
