import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { readTextCases } from '../scripts/text-cases'
import { normaliseText, rules } from './normalise-text'
import type { English } from './pronounce'

const english = openEnglish()
const words = (text: string, by: English = english) =>
  normaliseText(text, by)
    .map((token) => token.word)
    .join(' ')

const cases = readTextCases()

describe('text becomes the words to say', () => {
  it('in enough cases, none of them twice', () => {
    expect(cases.length).toBeGreaterThan(800)
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length)
  })
  it.each(cases)('$text → $said', ({ text, said }) => expect(words(text)).toBe(said))
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
  const own = openEnglish({
    GG: 'G IY1 G IY2',
    TTYL: 'T IH1 T AH0 L',
    '24/7': 'AO1 L W EY2 Z',
    Tori: 'T OW1 R IY0',
    xQc: 'EH2 K S K Y UW2 S IY1',
    Zoë: 'Z OW1 IY0',
    'Open VTuber': 'OW1 P AH0 N V IY1 T UW2 B ER0',
    Boss: 'B AA1 S',
    Bos: 'B OW1 S',
  })
  it('wins over spelling out and over every rule', () => {
    expect(words('GG and TTYL, 24/7', own)).toBe('gg and ttyl 24/7')
  })
  it.each([
    ["Tori's TORI tori", "tori's tori tori"],
    ['two Toris', 'two toris'],
    ['@tori and @Tori_Live99', 'tori and tori live ninety nine'],
    ['@xqc #xQc #xQcFans', 'xqc hashtag xqc hashtag xqc fans'],
    ['Tori-chan, anti-Tori', 'tori chan anti tori'],
    ['TORIIII!', 'tori'],
    ['"Tori" (Tori) *Tori*', 'tori tori tori'],
    ['zoë ZOË Zoe', 'zoe zoe zoe'],
  ])('holds in every form of a name: %s', (text, said) => expect(words(text, own)).toBe(said))
  it('knows names of several words, joined or apart', () => {
    const tokens = normaliseText("hi Open VTuber's fans, @OpenVTuber and #OpenVTuber. Open, VTuber", own)
    expect(tokens.map(({ word }) => word)).toEqual([
      'hi',
      "open vtuber's",
      'fans',
      'openvtuber',
      'and',
      'hashtag',
      'openvtuber',
      'open',
      'vtuber',
    ])
    expect(tokens[1]?.written).toBe("Open VTuber's")
    expect(tokens.map(({ written }) => written).filter(Boolean)).toHaveLength(8)
  })
  it('says possessives and plurals as English does, but leaves other words alone', () => {
    const shown = (word: string) =>
      own
        .own(word)
        ?.map(({ symbol }) => symbol)
        .join(' ') ?? null
    expect(shown("tori's")).toBe('T OW R IY Z')
    expect(shown("xqc's")).toBe('EH K S K Y UW S IY Z')
    expect(shown('toris')).toBe('T OW R IY Z')
    expect(shown("boss's")).toBe('B AA S IX Z')
    expect(shown("open vtuber's")).toBe('OW P AX N V IY T UW B AXR Z')
    expect(shown('boss')).toBe('B AA S')
    expect(openEnglish({ Bos: 'B OW1 S' }).own('boss')).toBeNull()
  })
})
