// What a whole sound comes to: her own voice with known melody and syllables; shouts, leaps and strangers in calm speech; nothing in silence.
import { SAMPLE_RATE, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { buzz, hiss, joined, louder } from '../test/heard-sound'
import { type KnownSpeech, sayKnown } from '../test/known-pitch'
import { median, rms } from '../test/sound-measures'
import { AcousticSummary, type Acoustics } from './acoustics'
import { LISTENING_RATE } from './hop-analysis'
import { phonemise } from './phonemise'
import { VOICES } from './voices'

const english = openEnglish()
function hear(sound: Float32Array, rateHz = SAMPLE_RATE, pieceSamples = sound.length): Acoustics {
  const summary = new AcousticSummary(rateHz)
  for (let at = 0; at < sound.length; at += pieceSamples) summary.push(sound.subarray(at, at + pieceSamples))
  return summary.end()
}
const said = new Map<string, KnownSpeech>()
/** The same words in the same voice are made once. */
function say(text: string, dials: Partial<VoiceDials> = {}, emotion = {}, rate = 1): KnownSpeech {
  const key = JSON.stringify([text, dials, emotion, rate])
  const known = said.get(key) ?? sayKnown(phonemise(text, english), dials, emotion, rate)
  said.set(key, known)
  return known
}

/** Public sentences of the IEEE list, and running talk. */
const LISTED =
  'The birch canoe slid on the smooth planks. Glue the sheet to the dark blue background. It is easy to tell the depth of a well. ' +
  'These days a chicken leg is a rare dish. Rice is often served in round bowls. The juice of lemons makes fine punch.'
const TALK =
  'Welcome back, everybody! Tonight we are going to finish the second boss without losing a single life. ' +
  'My favourite colour is a deep kind of green, like moss after rain. Please remember to drink some water, and stretch every half an hour.'

describe('syllables a second, against the score', () => {
  // Slow vowels waver like two syllables, hurried syllables run together: away from her usual pace it is a rougher guess.
  it.each([
    ['feminine', 'listed sentences', LISTED, 1, 0.15],
    ['feminine', 'running talk', TALK, 1, 0.15],
    ['masculine', 'listed sentences', LISTED, 1, 0.15],
    ['masculine', 'running talk', TALK, 1, 0.15],
    ['bright', 'running talk', TALK, 1, 0.15],
    ['deep', 'listed sentences', LISTED, 1, 0.15],
    ['soft', 'running talk', TALK, 1, 0.15],
    ['feminine', 'slow listed sentences', LISTED, 0.8, 0.25],
    ['masculine', 'fast running talk', TALK, 1.25, 0.25],
  ] as const)('%s, %s', (voice, _, text, rate, most) => {
    const { pcm, score } = say(text, VOICES[voice], {}, rate)
    const seconds = score.speech.reduce((sum, { startSample, endSample }) => sum + (endSample - startSample) / SAMPLE_RATE, 0)
    const truth = score.syllables.length / seconds
    expect(Math.abs(hear(pcm).syllableRate! / truth - 1)).toBeLessThan(most)
  })

  it('leave pauses out: two seconds of silence change nothing', () => {
    const { pcm } = say(LISTED)
    const silence = new Float32Array(2 * SAMPLE_RATE)
    const { syllableRate } = hear(joined(silence, pcm, silence, pcm, silence))
    expect(Math.abs(syllableRate! / hear(pcm).syllableRate! - 1)).toBeLessThan(0.03)
  })
})

describe('pitch and level', () => {
  it.each(Object.entries(VOICES))('%s: the median is that of the voice', (_, dials) => {
    const known = say(LISTED, dials)
    const { f0, f0Track } = hear(known.pcm)
    const truths = f0Track.flatMap(({ at }) => (known.voiced(at) === true ? [known.pitchHz(at)] : []))
    expect(Math.abs(f0! / median(truths) - 1)).toBeLessThan(0.02)
    for (const { at, hz } of f0Track) {
      expect(at * 100).toBeCloseTo(Math.round(at * 100), 6)
      expect(hz).toBeGreaterThanOrEqual(60)
      expect(hz).toBeLessThanOrEqual(500)
    }
  })

  it('level is that of the speech, wherever it stands', () => {
    const { pcm } = say(LISTED)
    const { energyDb } = hear(pcm)
    expect(Math.abs(energyDb - 20 * Math.log10(rms(pcm)))).toBeLessThan(3)
    expect(hear(louder(pcm, -12)).energyDb).toBeCloseTo(energyDb - 12, 0)
    expect(hear(joined(new Float32Array(5 * SAMPLE_RATE), pcm)).energyDb).toBeCloseTo(energyDb, 0)
  })

  it('there is nothing in silence, in noise and in no sound, but a level', () => {
    const nothing = { f0: null, f0Track: [], syllableRate: null, surprise: [] }
    expect(hear(new Float32Array(24_000))).toEqual({ ...nothing, energyDb: -120 })
    expect(hear(new Float32Array(0))).toEqual({ ...nothing, energyDb: -120 })
    expect(hear(hiss(2, 0.05), LISTENING_RATE)).toMatchObject({ syllableRate: null, surprise: [] })
  })
})

describe('surprise', () => {
  const calm =
    'I have been thinking about your question, and I believe the answer is simpler than it looks. My favourite colour is green.'
  const gap = new Float32Array(0.1 * SAMPLE_RATE)
  /** Calm speech, something in its midst, calm speech; where it is. */
  function interrupted(dials: VoiceDials, what: Float32Array) {
    const before = joined(say(calm, dials).pcm, gap)
    return {
      sound: joined(before, what, gap, say('The birch canoe slid on the smooth planks.', dials).pcm),
      from: before.length / SAMPLE_RATE - 0.05,
      until: (before.length + what.length) / SAMPLE_RATE + 0.3,
    }
  }
  const found = ({ sound, from, until }: ReturnType<typeof interrupted>) =>
    hear(sound).surprise.find(({ at }) => at >= from && at <= until)

  it.each(Object.entries(VOICES))('%s: a shout, a leap of pitch and a stranger, however short, are found', (_, dials) => {
    expect(found(interrupted(dials, louder(say('Stop!', dials, { anger: 1 }).pcm, 8)))).toBeDefined()
    expect(found(interrupted(dials, say('look at that', { ...dials, pitchHz: 1.5 * dials.pitchHz }).pcm))?.kind).toBe('pitch')
    const stranger = say('oh', dials.pitchHz < 180 ? VOICES.bright : VOICES.deep).pcm
    const level = 20 * Math.log10(rms(say(calm, dials).pcm) / rms(stranger))
    expect(found(interrupted(dials, louder(stranger.subarray(1200, 3600), level)))).toBeDefined()
  })

  it('says what it was: the same words 16 dB louder are energy', () => {
    const dials = VoiceDials.parse({})
    expect(found(interrupted(dials, louder(say('look at that', dials).pcm, 16)))?.kind).toBe('energy')
  })

  it.each(Object.entries(VOICES))('%s: calm speech gives fewer than two in ten seconds', (_, dials) => {
    const { pcm } = say(`${LISTED} ${TALK}`, dials)
    const { surprise } = hear(pcm)
    expect(surprise.length).toBeLessThan((2 * pcm.length) / SAMPLE_RATE / 10)
  })

  it('comes at most once a second, in order, and never before the voice is known', () => {
    const talk = say(calm).pcm
    const words = ['no', 'way', 'stop', 'hey', 'now', 'go']
    const wild = joined(
      ...words.map((word, i) =>
        joined(...[i, i + 1].map((n) => louder(say(word, n % 2 ? VOICES.bright : VOICES.deep).pcm, 6)), talk),
      ),
    )
    const { surprise } = hear(joined(talk, wild))
    expect(surprise.length).toBeGreaterThan(1)
    for (const [i, { at }] of surprise.slice(1).entries()) expect(at - surprise[i]!.at).toBeGreaterThanOrEqual(1)
    for (const { epsilon } of surprise) expect(epsilon).toBeGreaterThan(3)
    expect(hear(louder(say('Stop!').pcm, 10)).surprise).toEqual([])
  })
})

describe('pieces', () => {
  it('of any length give the same as the whole', () => {
    const sound = joined(say(TALK).pcm, louder(say('Stop!', VOICES.bright).pcm, 6))
    const whole = hear(sound)
    expect(whole.f0Track.length).toBeGreaterThan(200)
    for (const length of [1, 331, 480, 10_007]) expect(hear(sound, SAMPLE_RATE, length)).toEqual(whole)
    expect(
      hear(
        buzz(1, () => 140),
        LISTENING_RATE,
        3,
      ),
    ).toEqual(
      hear(
        buzz(1, () => 140),
        LISTENING_RATE,
      ),
    )
  })
})
