import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { normaliseText, rules } from './normalise-text'

const english = openEnglish()
const words = (text: string) =>
  normaliseText(text, english)
    .map((token) => token.word)
    .join(' ')

const cases = readFileSync(new URL('./normalise-text.cases.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('# text'))
  .map((line) => line.split('\t') as [string, string])

describe('text becomes the words to say', () => {
  it('has enough cases', () => expect(cases.length).toBeGreaterThan(180))
  it.each(cases)('%s → %s', (text, said) => expect(words(text)).toBe(said))
})

describe('every rule keeps its own example', () => {
  it.each(rules.map((rule) => rule.example))('%s → %s', (text, said) => expect(words(text)).toBe(said))
})

describe('emphasis', () => {
  const emphatic = (text: string) =>
    normaliseText(text, english)
      .filter((token) => token.emphasis > 0)
      .map((token) => token.word)
  it('is between stars and lines, and nowhere else', () => {
    expect(emphatic('it is *really very* good')).toEqual(['really', 'very'])
    expect(emphatic('it is _so_ good')).toEqual(['so'])
    expect(emphatic('five * three * two, and a lone* star')).toEqual([])
  })
  it('is in capitals of words, not of initialisms', () => {
    expect(emphatic('I am the BEST at OBS')).toEqual(['best'])
    expect(emphatic('LOL')).toEqual([])
    expect(emphatic('STOP IT NOW')).toEqual(['stop', 'it', 'now'])
    expect(emphatic('World War II')).toEqual([])
  })
})

describe('a lexicon', () => {
  it('wins over spelling out and over every rule', () => {
    const own = openEnglish({ GG: 'G IY1 G IY2', TTYL: 'T IH1 T AH0 L', '24/7': 'AO1 L W EY2 Z' })
    const said = normaliseText('GG and TTYL, 24/7', own).map((token) => token.word)
    expect(said).toEqual(['gg', 'and', 'ttyl', '24/7'])
  })
})
