// The melody that a text asks for, measured on the sound: questions, lists, focus, what was said before, asides, and how varied it all is.
import { SAMPLE_RATE, VoiceDials, type WordSpan } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { hopsOf } from '../test/heard-sound'
import { mean, median } from '../test/sound-measures'
import { phonemise } from './phonemise'
import { renderOffline } from './render-offline'

const english = openEnglish()
const dials = VoiceDials.parse({})
const LEANING_SAMPLES = 0.06 * SAMPLE_RATE
const semitones = (hertz: number) => 12 * Math.log2(hertz)

function spoken(text: string) {
  const { pcm, words } = renderOffline({ phrases: phonemise(text, english), dials, emotion: {}, seed: 1 })
  const track = hopsOf(pcm, SAMPLE_RATE).flatMap(({ at, pitchHz }) =>
    pitchHz === null ? [] : [{ atSample: at * SAMPLE_RATE, pitch: semitones(pitchHz) }],
  )
  const middle = median(track.map(({ pitch }) => pitch))
  // Two octaves off is a slip of the measure.
  const sure = track.filter(({ pitch }) => Math.abs(pitch - middle) < 14)
  const spans = (word: string): WordSpan => {
    const span = words.find(({ text: written }) => written.toLowerCase().replace(/[^a-z']/g, '') === word)
    if (!span) throw new Error(`no word ${word} in ${text}`)
    return span
  }
  const within = (from: number, to: number) =>
    sure.filter(({ atSample }) => atSample >= from && atSample <= to).map(({ pitch }) => pitch)
  return {
    all: sure.map(({ pitch }) => pitch),
    words,
    /** The middle of a word: what leans over from its neighbours does not count, nor does a slip of the measure. */
    height: (word: string) => median(within(spans(word).startSample + 600, spans(word).endSample)),
    /** After what leans over from the word before. */
    peak: (word: string) => Math.max(...within(spans(word).startSample + LEANING_SAMPLES, spans(word).endSample)),
    over: (word: string) => within(spans(word).startSample, spans(word).endSample),
    between: (first: string, last: string) => within(spans(first).startSample, spans(last).endSample),
    length: (word: string) => spans(word).endSample - spans(word).startSample,
    /** From the lowest or highest of the last word to where it ends. */
    finalMove(word: string) {
      const pitch = within(spans(word).startSample, spans(word).endSample + 1200)
      return (pitch.at(-1) ?? Number.NaN) - (pitch[0] ?? Number.NaN)
    },
  }
}

describe('endings', () => {
  it('rise in a yes/no question and fall in a statement', () => {
    expect(spoken('Do you like the moon?').finalMove('moon')).toBeGreaterThan(3)
    expect(spoken('You like the moon.').finalMove('moon')).toBeLessThan(-2)
  })
  it('fall in a question with a question word', () => {
    expect(spoken('Where is the moon?').finalMove('moon')).toBeLessThan(-1)
  })
  it('rise, then fall, between alternatives', () => {
    const said = spoken('Do you want a lion or a llama?')
    expect(said.finalMove('lion')).toBeGreaterThan(2)
    expect(said.finalMove('llama')).toBeLessThan(-1.5)
  })
  it('fall before a tag, which rises', () => {
    const said = spoken('You like the moon, right?')
    expect(said.finalMove('moon')).toBeLessThan(-1)
    expect(said.finalMove('right')).toBeGreaterThan(3)
  })
  it('rise on each member of a list and fall on the last', () => {
    const said = spoken('We need a lemon, a melon, an onion and a lime.')
    for (const member of ['lemon', 'melon', 'onion']) expect(said.finalMove(member)).toBeGreaterThan(0.5)
    expect(said.finalMove('lime')).toBeLessThan(-1.5)
  })
  it('stay level, and are drawn out, in doubt', () => {
    const doubt = spoken('Well… I know.')
    expect(Math.abs(doubt.finalMove('well'))).toBeLessThan(2.5)
    expect(doubt.length('well')).toBeGreaterThan(1.2 * spoken('Well. I know.').length('well'))
  })
  it('are heard in words that end without a voice', () => {
    expect(spoken('Do you need my cat?').finalMove('cat')).toBeGreaterThan(2)
    expect(spoken('What may we all win next?').finalMove('next')).toBeLessThan(-1)
  })
  it('do not fall below a name called after them', () => {
    const said = spoken('We are alone, Anna.')
    expect(mean(said.over('anna'))).toBeLessThan(mean(said.over('alone')) - 1)
  })
})

describe('focus', () => {
  it('lifts and lengthens what is *stressed*, and lowers what follows', () => {
    const plain = spoken('My mother knows Roman law.')
    const focus = spoken('My *mother* knows Roman law.')
    expect(Math.max(...focus.over('mother'))).toBeGreaterThan(Math.max(...plain.over('mother')) + 1)
    expect(focus.length('mother')).toBeGreaterThan(1.05 * plain.length('mother'))
    expect(focus.height('law')).toBeLessThan(plain.height('law') - 1)
  })
  it('is found in a contrast: not X but Y, only, even, no', () => {
    for (const [contrast, plain, word] of [
      ['It is not yellow but lemon.', 'It is very yellow and lemon.', 'lemon'],
      ['Only Anna may row.', 'Young Anna may row.', 'anna'],
      ['Even mother may row.', 'Young mother may row.', 'mother'],
      ['No, a melon may roll.', 'So, a melon may roll.', 'roll'],
    ] as const)
      expect(spoken(contrast).peak(word), contrast).toBeGreaterThan(spoken(plain).peak(word) + 0.5)
  })
  it('leaves what was just said without an accent', () => {
    const again = spoken('A melon. My mother owns melons.')
    const fresh = spoken('A lion. My mother owns melons.')
    expect(again.height('melons')).toBeLessThan(fresh.height('melons') - 0.7)
  })
  it('stresses compounds on the left', () => {
    const accent = (text: string) => phonemise(text, english)[0]!.words.at(-1)!.accent ?? 1
    for (const compound of ['a chat room', 'the video games', 'my swimming pool', 'a coffee cup'])
      expect(accent(compound)).toBeLessThan(0.5)
    for (const noun of ['a green room', 'we play games', 'the swimming', 'that cup']) expect(accent(noun)).toBeGreaterThan(0.9)
  })
})

describe('the place in the sentence', () => {
  it('puts what stands in brackets lower, narrower and quicker', () => {
    const said = spoken('My mother (who may worry a lot) is in Rome.')
    const plain = spoken('My mother knew we may worry a lot in Rome.')
    const aside = said.between('who', 'lot')
    expect(mean(aside)).toBeLessThan(mean([...said.over('mother'), ...said.over('rome')]) - 1)
    expect(said.length('worry')).toBeLessThan(plain.length('worry'))
  })
  it('widens and lifts an exclamation', () => {
    const [plain, loud] = [spoken('Mary may marry a lion.').all, spoken('Mary may marry a lion!').all]
    expect(mean(loud)).toBeGreaterThan(mean(plain) + 0.7)
    expect(Math.max(...loud) - Math.min(...loud)).toBeGreaterThan(Math.max(...plain) - Math.min(...plain))
  })
  it('starts anew with a sentence', () => {
    const said = spoken('We may all learn more a year or more. Lions roam.')
    expect(Math.max(...said.over('lions'))).toBeGreaterThan(Math.max(...said.over('year')) + 1)
  })
  it('pauses longer at stronger breaks', () => {
    const gap = (text: string) => {
      const { words } = spoken(text)
      return words[2]!.startSample - words[1]!.endSample
    }
    const [comma, semicolon, stop] = [gap('We know, they may.'), gap('We know; they may.'), gap('We know. They may.')]
    expect(comma).toBeLessThan(semicolon)
    expect(semicolon).toBeLessThan(stop)
    expect(gap('We know, boss.')).toBeLessThan(comma)
  })
})

describe('variety', () => {
  it('is two semitones and more over ordinary sentences', () => {
    const all = [
      'The quick storm woke everybody in the small town.',
      'I bought some apples, pears and plums on the way home.',
      'We were late again, but nobody seemed to mind.',
      'Would you like to watch the stream with me tonight?',
    ].map((text) => {
      const pitch = spoken(text).all
      const middle = mean(pitch)
      return Math.sqrt(mean(pitch.map((x) => (x - middle) ** 2)))
    })
    expect(mean(all)).toBeGreaterThan(2)
  })
})
