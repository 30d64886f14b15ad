// Laughs, sighs and the rest, as they sound and as they look: asked for by spelling, by mark or by stage direction.
import { FACE_INDEX, SAMPLE_RATE, VoiceDials } from '@psiona/shared'
import { VOCAL_SOUNDS } from '@psiona/shared/speech-marks'
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { hopsOf } from '../test/heard-sound'
import { bandPower, decibels, mean, peak, pitchHz, pitchTrack, rms } from '../test/sound-measures'
import { composeScore } from './compose-score'
import { phonemise } from './phonemise'
import { createRandom } from './random'
import { renderOffline } from './render-offline'

const english = openEnglish()
const options = { dials: VoiceDials.parse({}), emotion: {}, seed: 1 }
const render = (text: string) => renderOffline({ phrases: phonemise(text, english), ...options })
const score = (text: string) => composeScore(phonemise(text, english), options)
const written = (text: string) =>
  phonemise(text, english)
    .flatMap(({ words }) => words.map((word) => word.written))
    .filter(Boolean)
    .join(' ')
const soundsIn = (text: string) =>
  phonemise(text, english).flatMap(({ words }) => words.flatMap(({ sound }) => (sound ? [`${sound.kind} ${sound.size}`] : [])))

/** Level in windows of 10 ms. */
const envelope = (pcm: Float32Array): number[] =>
  Array.from({ length: Math.floor(pcm.length / 240) }, (_, i) => rms(pcm.subarray(i * 240, (i + 1) * 240)))
/** Moments, in seconds, at which voiced pulses are loudest: peaks that stand 4 dB over the dips beside them. */
function pulses(pcm: Float32Array): number[] {
  const smooth = envelope(pcm).map((_, i, all) => mean(all.slice(Math.max(0, i - 2), i + 3)))
  const floor = 0.08 * Math.max(...smooth)
  const found: number[] = []
  let [top, dip, at] = [0, Number.POSITIVE_INFINITY, 0]
  let rising = true
  smooth.forEach((level, i) => {
    if (rising) {
      if (level > top) [top, at] = [level, i]
      if (level < 0.63 * top && top > floor) {
        found.push(at / 100)
        ;[rising, dip] = [false, level]
      }
    } else {
      if (level < dip) dip = level
      if (level > 1.6 * dip) [rising, top, at] = [true, level, i]
    }
  })
  return found
}

describe('laughter', () => {
  it.each([
    ['haha', 'laugh 2'],
    ['Hahahaha!', 'laugh 4'],
    ['ha ha ha', 'laugh 3'],
    ['HAHAHAHAHAHAHAHAHAHAHAHAHA', 'laugh 8'],
    ['hehe', 'giggle 3'],
    ['heh', 'chuckle 2'],
    ['lol', 'laugh 2'],
    ['LMAO', 'burst 6'],
    ['rofl', 'burst 6'],
    ['[laugh]', 'laugh 4'],
    ['*chuckles softly*', 'chuckle 3'],
    ['Hmm.', 'hm 1.2'],
    ['mm-hm', 'mhm 1'],
    ['awww', 'aww 1.2'],
    ['pfft', 'pff 1'],
    ['tsk tsk', 'tsk 2'],
    ['shhh', 'shh 1.2'],
    ['ugh', 'ugh 1'],
    ['brrr', 'brr 1.2'],
    ['kkkkk', 'laugh 5'],
    ['what was that lol', 'laugh 2'],
    ['Ha ha, very funny.', 'laugh 2'],
    ['Behave, Heather, the hotel has a halo.', ''],
    ['Aha! Wha', ''],
    ['That lol at the end was mean, and so was a big lol from me.', ''],
    ['He said lol out loud; she wrote "lol".', ''],
    ['I play LoL in Ha Long Bay.', ''],
    ['It is 5 mm thick.', ''],
  ])('%j is %s', (text, expected) => expect(soundsIn(text).join(', ')).toBe(expected))

  it.each([
    ['hahahaha', 4],
    ['hahahahahaha', 6],
    ['[giggle]', 5],
    ['lmao', 6],
  ])('%s has its pulses, 4 to 5.5 a second, falling in height and level', (text, count) => {
    const { pcm } = render(text)
    const at = pulses(pcm)
    expect(at.length).toBeGreaterThanOrEqual(count - 1)
    expect(at.length).toBeLessThanOrEqual(count + 1)
    const rate = (count - 1) / (at[count - 1]! - at[0]!)
    expect(rate).toBeGreaterThan(4)
    expect(rate).toBeLessThan(5.5)
    const track = hopsOf(pcm, SAMPLE_RATE).flatMap(({ pitchHz }) => pitchHz ?? [])
    const [first, last] = [mean(track.slice(0, 20)), mean(track.slice(-20))]
    expect(12 * Math.log2(first / last)).toBeGreaterThan(2)
  })

  it('opens the mouth with each pulse and lets the face laugh', () => {
    const { frames } = render('hahahaha')
    const open = frames.map((frame) => frame[FACE_INDEX.mouthOpen]!)
    const peaks = open.filter((value, i) => value > 0.5 && value >= (open[i - 1] ?? 0) && value > (open[i + 1] ?? 0))
    expect(peaks).toHaveLength(4)
    expect(score('Well, haha, yes.').cues).toEqual([
      { atSample: score('Well, haha, yes.').words[1]!.startSample, gesture: 'laughing' },
    ])
  })

  it('keeps its written form for subtitles, and no mark is ever shown', () => {
    expect(written('That is funny, hahaha! lol')).toBe('That is funny, hahaha! lol')
    expect(written('Well [sigh]! *laughs* ok [whisper]no[/whisper]')).toBe('Well! ok no')
    expect(score('Well [sigh] no').words.map(({ text }) => text)).toEqual(['Well', 'no'])
    expect(score('[sigh]').words.map(({ text }) => text)).toEqual([''])
    const { visemes, durationSamples } = score('Well [laugh] no')
    expect(visemes.at(-1)!.endSample).toBe(durationSamples)
  })
})

describe('other sounds', () => {
  it.each(VOCAL_SOUNDS.map((sound) => [sound]))('%s is heard, and clean', (sound) => {
    const { pcm } = render(`[${sound}]`)
    expect(decibels(peak(pcm))).toBeGreaterThan(-40)
    expect(peak(pcm)).toBeLessThan(1)
  })
  it('breathe without a voice', () => {
    for (const sound of ['breath', 'gasp', 'shh', 'pff', 'tsk']) {
      const { pcm } = render(`[${sound}]`)
      expect({ sound, voiced: pitchTrack(pcm).length }).toEqual({ sound, voiced: 0 })
    }
  })
  it('sigh down', () => {
    const { pcm } = render('[sigh]')
    const levels = envelope(pcm)
    const loudest = levels.indexOf(Math.max(...levels))
    expect(mean(levels.slice(-30, -22))).toBeLessThan(0.3 * levels[loudest]!)
  })
  it('hum through the nose', () => {
    const { pcm } = render('[hm]')
    const middle = pcm.subarray(0.15 * SAMPLE_RATE, 0.25 * SAMPLE_RATE)
    expect(pitchHz(middle)).not.toBeNull()
    expect(bandPower(middle, 100, 600)).toBeGreaterThan(20 * bandPower(middle, 1500, 4000))
  })
})

describe('deliveries', () => {
  const text = 'we all know where you are'
  it('whispers: no voice, and still to be heard', () => {
    const secret = 'Come closer, I have a secret for you.'
    const voiced = (said: string) => hopsOf(render(said).pcm, SAMPLE_RATE).filter(({ pitchHz }) => pitchHz !== null).length
    expect(voiced(`[whisper]${secret}`)).toBeLessThan(0.05 * voiced(secret))
    expect(decibels(rms(render(`[whisper]${secret}`).pcm))).toBeGreaterThan(-35)
  })
  it('whispers only what is whispered', () => {
    const { pcm, words } = render('[whisper]have a secret[/whisper] where you are')
    const part = (from: number, to: number) => pitchTrack(pcm.subarray(words[from]!.startSample, words[to]!.endSample)).length
    expect(part(0, 2)).toBeLessThan(4)
    expect(part(3, 5)).toBeGreaterThan(15)
  })
  it('shouts: louder, brighter and higher', () => {
    const [plain, shout] = [render(`${text}.`).pcm, render(`[shout]${text}.`).pcm]
    const share = (pcm: Float32Array) => bandPower(pcm, 2000, 5000) / bandPower(pcm, 100, 1000)
    const height = (pcm: Float32Array) => mean(pitchTrack(pcm).map(({ hertz }) => hertz))
    expect(decibels(rms(shout) / rms(plain))).toBeGreaterThan(2)
    expect(share(shout)).toBeGreaterThan(1.5 * share(plain))
    expect(height(shout)).toBeGreaterThan(1.1 * height(plain))
  })
  it('raises the voice for capitals and marks, but less', () => {
    const most = (text: string) =>
      Math.max(0, ...score(text).goals.flatMap((goal) => (goal.oscillator === 'effort' ? [goal.target] : [])))
    expect(most('STOP DOING THAT')).toBe(0.55)
    expect(most('stop that!!!')).toBe(0.5)
    expect(most('stop that!')).toBe(0)
    expect(most('we met NASA people')).toBe(0)
    expect(most('[shout]stop that')).toBe(1)
  })
  it('end with the sentence when nothing closes them', () => {
    const words = phonemise('*whispers* Come here. Good night.', english).flatMap((phrase) => phrase.words)
    expect(words.map(({ whisper = 0 }) => whisper)).toEqual([1, 1, 0, 0])
  })
})

describe('any mixture', () => {
  it('stays finite, within bounds and without clicks', () => {
    const bits = [
      ...VOCAL_SOUNDS.map((sound) => `[${sound}]`),
      ...[
        'haha',
        'lol',
        'hmm…',
        'pfft!',
        'well,',
        'no?',
        'STOP NOW!!!',
        '[whisper]',
        '[/whisper]',
        '[shout]',
        '[/shout]',
        '*sighs*',
      ],
      ...['tea or coffee?', '(by the way)', 'um', 'not red but blue.', 'word', '. ', '— so —'],
    ]
    const random = createRandom(5)
    const cases = 300
    // Every score, and the sound of every fourth.
    const rendered = 4
    for (let i = 0; i < cases; i++) {
      const text = Array.from(
        { length: 1 + Math.floor(random.uniform() * 4) },
        () => bits[Math.floor(random.uniform() * bits.length)],
      ).join(' ')
      const phrases = phonemise(text, english)
      const emotion = { joy: random.uniform(), anger: random.uniform() > 0.7 ? 1 : 0 }
      const made = composeScore(phrases, { ...options, emotion })
      for (const goal of made.goals) expect(Number.isFinite(goal.target + goal.atSample) && goal.target >= 0, text).toBe(true)
      for (const span of [...made.phones, ...made.words]) expect(span.endSample, text).toBeGreaterThan(span.startSample)
      if (i % rendered > 0) continue
      const { pcm } = renderOffline({ phrases, ...options, emotion })
      expect(Number.isFinite(rms(pcm)), text).toBe(true)
      expect(peak(pcm), text).toBeLessThanOrEqual(1)
      // A click is a leap out of near silence.
      for (let n = 48; n < pcm.length; n++) {
        if (Math.abs(pcm[n]! - pcm[n - 1]!) < 0.12) continue
        expect(rms(pcm.subarray(n - 48, n)), `${text} at ${n}`).toBeGreaterThan(0.004)
      }
    }
  }, 120_000)
})
