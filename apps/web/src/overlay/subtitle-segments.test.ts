import { describe, expect, it } from 'vitest'
import { directionOf, languageOf } from './subtitle-script'
import { subtitleSegments } from './subtitle-segments'

const piece = (text: string, startSample = 0, endSample = 1000) => ({ text, startSample, endSample })
const cut = (...texts: string[]) => subtitleSegments(texts.map((text) => piece(text)))

describe('subtitleSegments', () => {
  it('leaves scripts with spaces as they were timed', () => {
    for (const texts of [
      ['Hello ', 'there.'],
      ['مرحبا ', 'بالعالم'],
      ['שלום ', 'עולם'],
      ['안녕하세요 ', '여러분'],
    ])
      expect(cut(...texts).map(({ text }) => text)).toEqual(texts)
  })
  it('cuts Japanese, Chinese and Thai into words and loses nothing', () => {
    for (const text of [
      '今日はとても楽しい一日でした。',
      '我们今天一起玩游戏吧！',
      'สวัสดีครับทุกคน',
      '「えっ」と言った…',
      '😀今日は😀',
    ]) {
      const segments = cut(text)
      expect(segments.length).toBeGreaterThan(1)
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
    }
  })
  it('puts closing signs behind their word and opening ones before it', () => {
    const texts = cut('彼は「今日」と、言った。').map(({ text }) => text)
    expect(texts.filter((text) => /^[」、。]/u.test(text) || /「$/u.test(text))).toEqual([])
  })
  it('shares the time out without gaps, by width', () => {
    const segments = subtitleSegments([piece('今日は楽しい一日でした。', 2400, 12_000)])
    expect(segments[0]!.startSample).toBe(2400)
    expect(segments.at(-1)!.endSample).toBe(12_000)
    for (const [i, segment] of segments.entries()) {
      expect(segment.endSample).toBeGreaterThan(segment.startSample)
      if (i > 0) expect(segment.startSample).toBe(segments[i - 1]!.endSample)
    }
  })
  it('keeps words of another script in such a line whole', () => {
    const segments = cut('今日は', 'Super-Duper ', 'ゲームです')
    expect(segments.some(({ text }) => text === 'Super-Duper ')).toBe(true)
  })
  it('keeps what is no word', () => {
    expect(cut('今日', '「', '……').map(({ text }) => text)).toEqual(['今日', '「', '……'])
  })
})

describe('directionOf', () => {
  it.each([
    ['Hello', 'ltr'],
    ['مرحبا OBS', 'rtl'],
    ['“שלום” said she', 'rtl'],
    ['42 … hello שלום', 'ltr'],
    ['123!', 'ltr'],
    ['こんにちは', 'ltr'],
  ])('%j runs %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })
})

describe('languageOf', () => {
  it.each([
    ['日本語です', 'ja'],
    ['你好', 'zh'],
    ['안녕 世界', 'ko'],
    ['สวัสดี', 'th'],
    ['Hello', undefined],
    ['مرحبا', undefined],
  ])('%j asks for %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
