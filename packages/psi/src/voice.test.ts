// What is heard: pitch on the dial, melody by ending, hiss in its band, feelings in their direction, one loudness for all voices.
import { SAMPLE_RATE, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { sayInManner } from '../test/in-a-manner'
import { bandPower, decibels, mean, median, peak, pitchHz, pitchTrack, rms } from '../test/sound-measures'
import { BIRCH, phrase } from '../test/spoken-phrases'
import { PEAK } from './limiter'
import { measureLoudness } from './loudness-meter'
import type { Phrase } from './phone'
import { renderOffline } from './render-offline'

const say = (phrases: Phrase | readonly Phrase[], dials: Partial<VoiceDials> = {}, emotion = {}) =>
  renderOffline({ phrases: [phrases].flat(), dials: VoiceDials.parse(dials), emotion, seed: 1 })
const spanOf = ({ pcm, visemes }: ReturnType<typeof say>, symbol: string) => {
  const { startSample, endSample } = visemes.find(({ phoneme }) => phoneme === symbol)!
  return pcm.subarray(startSample + 0.25 * (endSample - startSample), startSample + 0.75 * (endSample - startSample))
}
const medianPitch = (...args: Parameters<typeof say>) => median(pitchTrack(say(...args).pcm).map(({ hertz }) => hertz))

describe('pitch', () => {
  it.each([
    [90, 1],
    [112, 1],
    [205, 1.15],
    [330, 1.3],
  ])('of a sustained vowel is what the dial says: %d Hz', (dial, tract) => {
    const { pcm } = say(phrase('AA2'), { pitchHz: dial, tract, range: 0, rate: 0.5, jitter: 0 })
    const measured = pitchHz(pcm.subarray(0.1 * SAMPLE_RATE, 0.2 * SAMPLE_RATE), 60, 800)!
    expect(Math.abs(measured / dial - 1)).toBeLessThan(0.05)
  })

  it('of a sentence lies around the dial', () => {
    const track = pitchTrack(say(BIRCH, { pitchHz: 205 }).pcm).map(({ hertz }) => hertz)
    expect(Math.abs(mean(track) / 205 - 1)).toBeLessThan(0.05)
    expect(Math.max(...track) / Math.min(...track)).toBeGreaterThan(1.25)
  })

  it('rises at the end of a question and falls at the end of a statement', () => {
    const words = 'Y UW2 / N OW2 / M IY2'
    const slope = (ending: 'question' | 'statement') => {
      const track = pitchTrack(say(phrase(words, ending)).pcm)
      const late = track.slice(-3).map(({ hertz }) => hertz)
      const early = track.slice(-12, -8).map(({ hertz }) => hertz)
      return mean(late) / mean(early)
    }
    expect(slope('question')).toBeGreaterThan(1.15)
    expect(slope('statement')).toBeLessThan(0.92)
  })

  it('wavers with vibrato and stands still without range', () => {
    const spread = (dials: Partial<VoiceDials>) => {
      const track = pitchTrack(say(phrase('AA2 AA2 AA2'), { rate: 0.5, jitter: 0, range: 0, coupling: 0, ...dials }).pcm).map(
        ({ hertz }) => hertz,
      )
      return Math.max(...track) / Math.min(...track)
    }
    expect(spread({})).toBeLessThan(1.01)
    expect(spread({ vibrato: 1 })).toBeGreaterThan(1.03)
  })
})

describe('spectrum', () => {
  it('puts /s/ above 4 kHz and /ʃ/ around 3 kHz', () => {
    const hiss = (symbol: string) => {
      const part = spanOf(say(phrase(`AA2 ${symbol} AA2`), { rate: 0.7 }), symbol)
      return { low: bandPower(part, 600, 1800), middle: bandPower(part, 2300, 3300), high: bandPower(part, 4800, 7500) }
    }
    const [s, sh] = [hiss('S'), hiss('SH')]
    expect(10 * Math.log10(s.high / s.middle)).toBeGreaterThan(6)
    expect(10 * Math.log10(sh.middle / sh.high)).toBeGreaterThan(3)
    expect(10 * Math.log10(s.high / s.low)).toBeGreaterThan(20)
  })

  it("has a vowel's formants where they belong, and scales them with the tract", () => {
    const vowel = (symbol: string, tract: number) =>
      spanOf(say(phrase(`${symbol}2`), { pitchHz: 90, range: 0, tract, rate: 0.6 }), symbol)
    const iy = vowel('IY', 1)
    const aa = vowel('AA', 1)
    expect(bandPower(iy, 200, 400) / bandPower(iy, 600, 900)).toBeGreaterThan(30)
    expect(bandPower(iy, 2100, 2400) / bandPower(iy, 1100, 1500)).toBeGreaterThan(10)
    expect(bandPower(aa, 600, 900) / bandPower(aa, 200, 400)).toBeGreaterThan(3)
    const long = vowel('IY', 1)
    const short = vowel('IY', 1.3)
    expect(bandPower(short, 2800, 3100) / bandPower(short, 2100, 2300)).toBeGreaterThan(
      bandPower(long, 2800, 3100) / bandPower(long, 2100, 2300),
    )
  })

  it('is brighter, breathier, as the dials say', () => {
    const colour = (dials: Partial<VoiceDials>, from: number, to: number) => {
      const part = spanOf(say(phrase('AA2'), { range: 0, rate: 0.6, ...dials }), 'AA')
      return bandPower(part, from, to) / bandPower(part, 300, 1500)
    }
    expect(colour({ brightnessHz: 3000, breath: 0 }, 2500, 4500)).toBeGreaterThan(
      1.5 * colour({ brightnessHz: 700, breath: 0 }, 2500, 4500),
    )
    expect(colour({ breath: 1 }, 5000, 9000)).toBeGreaterThan(3 * colour({ breath: 0 }, 5000, 9000))
    expect(colour({ openQuotient: 0.45 }, 2000, 4000)).not.toBeCloseTo(colour({ openQuotient: 0.8 }, 2000, 4000), 6)
  })
})

describe('feelings', () => {
  it('move pitch and its range in their direction, and mix', () => {
    const neutral = medianPitch(BIRCH)
    expect(medianPitch(BIRCH, {}, { joy: 1 })).toBeGreaterThan(1.12 * neutral)
    expect(medianPitch(BIRCH, {}, { fear: 1 })).toBeGreaterThan(1.25 * neutral)
    expect(medianPitch(BIRCH, {}, { sadness: 1 })).toBeLessThan(neutral)
    const half = medianPitch(BIRCH, {}, { joy: 0.5 })
    expect(half).toBeGreaterThan(neutral)
    expect(half).toBeLessThan(medianPitch(BIRCH, {}, { joy: 1 }))
  })

  it('make anger louder and sadness softer', () => {
    const level = (emotion: Record<string, number>) => measureLoudness(say(BIRCH, {}, emotion).pcm, SAMPLE_RATE).lufs!
    expect(level({ anger: 1 })).toBeGreaterThan(level({}) + 2)
    expect(level({ sadness: 1 })).toBeLessThan(level({}) - 1.5)
  })
})

describe('manners', () => {
  const vowels = phrase('AA2 AA2 AA2')
  const loudness = (pcm: Float32Array) => measureLoudness(pcm, SAMPLE_RATE).lufs!

  it('a whisper has the formants and no pitch, and is softer', () => {
    const whispered = sayInManner([vowels], { whisper: 1 })
    expect(pitchTrack(sayInManner([vowels], {})).length).toBeGreaterThan(10)
    expect(pitchTrack(whispered)).toEqual([])
    expect(bandPower(whispered, 700, 1500)).toBeGreaterThan(3 * bandPower(whispered, 1900, 2500))
    const offset = loudness(sayInManner([BIRCH], { whisper: 1 })) - loudness(sayInManner([BIRCH], {}))
    expect(offset).toBeLessThan(-4)
    expect(offset).toBeGreaterThan(-9)
  })

  it('effort is louder, brighter and livelier, by its measure', () => {
    const loud = (effort: number) => loudness(sayInManner([BIRCH], { effort }))
    expect(loud(1)).toBeGreaterThan(loud(0) + 3)
    expect(loud(1)).toBeLessThan(loud(0) + 6.5)
    expect(loud(0.5)).toBeGreaterThan(loud(0) + 1)
    expect(loud(0.5)).toBeLessThan(loud(1))
    const tilt = (effort: number) => {
      const pcm = sayInManner([BIRCH], { effort })
      return bandPower(pcm, 800, 3000) / bandPower(pcm, 150, 350)
    }
    expect(tilt(1)).toBeGreaterThan(1.5 * tilt(0))
    const spread = (effort: number) => {
      const track = pitchTrack(sayInManner([BIRCH], { effort })).map(({ hertz }) => hertz)
      return Math.max(...track) / Math.min(...track)
    }
    expect(spread(1)).toBeGreaterThan(spread(0))
  })

  it('none is none, to the bit', () => {
    expect(sayInManner([BIRCH], {})).toEqual(say(BIRCH).pcm)
  })
})

describe('dials of the source', () => {
  const held = (dials: Partial<VoiceDials>) => {
    const { pcm } = say(phrase('AA2'), {
      pitchHz: 200,
      range: 0,
      rate: 0.5,
      jitter: 0,
      shimmer: 0,
      coupling: 0,
      breath: 0,
      ...dials,
    })
    return pcm.subarray(0.1 * SAMPLE_RATE, 0.22 * SAMPLE_RATE)
  }

  it('roughness puts half the pitch into the voice, and keeps its loudness', () => {
    const half = (dials: Partial<VoiceDials>) => bandPower(held(dials), 480, 520) / bandPower(held(dials), 380, 420)
    expect(half({})).toBeLessThan(0.01)
    expect(half({ roughness: 0.5 })).toBeGreaterThan(0.05)
    expect(Math.abs(decibels(rms(held({ roughness: 0.6 })) / rms(held({}))))).toBeLessThan(1.5)
  })

  it('shimmer makes the level waver', () => {
    const waver = (shimmer: number) => {
      const part = held({ shimmer })
      const periods = Array.from({ length: 20 }, (_, i) => rms(part.subarray(i * 120, (i + 1) * 120)))
      return Math.max(...periods) / Math.min(...periods)
    }
    expect(waver(0.2)).toBeGreaterThan(waver(0) + 0.05)
  })

  it('nasality opens the nose', () => {
    const at = (nasality: number) => bandPower(held({ nasality }), 150, 450) / bandPower(held({ nasality }), 500, 1000)
    expect(at(1)).not.toBeCloseTo(at(0), 3)
  })
})

describe('level', () => {
  it.each([
    {},
    { pitchHz: 100, tract: 0.9 },
    { pitchHz: 300, tract: 1.3 },
    { openQuotient: 0.4, brightnessHz: 3000 },
    { openQuotient: 0.85 },
  ])('of speech is near −20 dBFS whatever the dials: %j', (dials) => {
    const { pcm, visemes } = say([BIRCH, BIRCH], dials)
    const spoken = visemes
      .filter(({ phoneme }) => phoneme !== 'SIL')
      .flatMap(({ startSample, endSample }) => [...pcm.subarray(startSample, endSample)])
    expect(Math.abs(decibels(rms(Float32Array.from(spoken))) + 19)).toBeLessThan(3)
    expect(peak(pcm)).toBeLessThan(PEAK)
  })

  it('is nothing before the first and after the last sound', () => {
    const { pcm, visemes } = say(BIRCH)
    const [first, last] = [visemes[0]!, visemes.at(-1)!]
    expect(peak(pcm.subarray(first.startSample, first.endSample - 200))).toBeLessThan(1e-3)
    expect(peak(pcm.subarray(last.startSample + 2400, last.endSample))).toBe(0)
  })
})
