// How an American links and reduces, through phonemise: stops that stay shut, glottal stops, flaps, and vowels that begin anew.
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { composeScore } from './compose-score'
import { phonemise } from './phonemise'
import { VOICES } from './voices'

const english = openEnglish()
const symbols = (text: string) =>
  phonemise(text, english).flatMap(({ words }) => words.map(({ phones }) => phones.map(({ symbol }) => symbol).join(' ')))
const bursts = (text: string) =>
  composeScore(phonemise(text, english), { dials: VOICES.feminine!, emotion: {}, seed: 1 }).goals.filter(
    ({ oscillator, target }) => oscillator.startsWith('burst') && target > 0,
  ).length

describe('t', () => {
  it.each(['button', 'certain', 'mountain'])('is a glottal stop before a syllabic n: %s', (word) => {
    expect(symbols(word)[0]).toMatch(/ Q (AX|IX|IH) N$/)
  })

  it('is flapped between vowels and stays in an onset', () => {
    expect(symbols('water')[0]).toContain('DX')
    expect(symbols('attack')[0]).toContain(' T ')
  })
})

describe('a stop', () => {
  it('has a burst before a vowel and before a pause, none before another stop or a nasal', () => {
    expect(bursts('cap')).toBe(2)
    expect(bursts('cap it')).toBe(3)
    expect(bursts('cap two')).toBe(2)
    expect(bursts('cap me')).toBe(1)
  })
})

describe('a vowel at the start of a word', () => {
  it('is linked to the word before, and begins anew under emphasis', () => {
    expect(symbols('the only one')[1]).toMatch(/^OW/)
    expect(symbols('the *only* one')[1]).toMatch(/^Q OW/)
  })

  it('has nothing to begin anew from at the start of a phrase', () => {
    expect(symbols('*only* one')[0]).toMatch(/^OW/)
  })
})
