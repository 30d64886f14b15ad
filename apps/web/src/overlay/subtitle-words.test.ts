import { describe, expect, it } from 'vitest'
import { subtitlePieces } from './subtitle-words'

const timed = (text: string, words: string[]) => ({
  text,
  words: words.map((word, i) => ({ text: word, startSample: i * 100, endSample: (i + 1) * 100 })),
  startSample: 0,
  endSample: words.length * 100,
})

describe('subtitlePieces', () => {
  it.each([
    ['Hello there, friend.', ['Hello', 'there', 'friend'], ['Hello ', 'there, ', 'friend.']],
    ['“Well,” she said', ['well', 'she', 'said'], ['“Well,” ', 'she ', 'said']],
    ['no no no', ['no', 'no', 'no'], ['no ', 'no ', 'no']],
    ['こんにちは、世界', ['こんにちは', '世界'], ['こんにちは、', '世界']],
    ['She said “hello” (twice)', ['she', 'said', 'hello', 'twice'], ['She ', 'said ', '“hello” ', '(twice)']],
    ['Say "hi" or \'no\'', ['say', 'hi', 'or', 'no'], ['Say ', '"hi" ', 'or ', "'no'"]],
    ['今日でした。「また」', ['今日でした', 'また'], ['今日でした。', '「また」']],
    ['مرحبا بالعالم', ['مرحبا', 'بالعالم'], ['مرحبا ', 'بالعالم']],
  ])('cuts %j at its words', (text, words, pieces) => {
    const cut = subtitlePieces(timed(text, words))
    expect(cut.map((piece) => piece.text)).toEqual(pieces)
    expect(cut.map((piece) => piece.startSample)).toEqual(words.map((_, i) => i * 100))
  })
  it('gives words that are written otherwise the text they stand for', () => {
    const pieces = subtitlePieces(timed('It costs $5 today', ['it', 'costs', 'five', 'dollars', 'today']))
    expect(pieces.map((piece) => piece.text)).toEqual(['It ', 'costs ', '$5 ', 'today'])
    expect(pieces[2]).toMatchObject({ startSample: 200, endSample: 400 })
  })
  it('keeps the text whole whatever the words are', () => {
    for (const words of [[], ['x', 'y'], ['five', 'it'], ['today', 'it']]) {
      const pieces = subtitlePieces(timed('It costs $5 today!', words))
      expect(pieces.map((piece) => piece.text).join('')).toBe('It costs $5 today!')
    }
  })
})
