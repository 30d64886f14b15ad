import { describe, expect, it } from 'vitest'
import { PAGE_WIDTH, subtitlePage, textWidth } from './subtitle-page'

const pieces = (count: number, text: string) => Array.from({ length: count }, () => ({ text, startSample: 0, endSample: 0 }))

describe('subtitlePage', () => {
  it('shows a short line whole', () => {
    expect(subtitlePage(pieces(5, 'word '), 3)).toEqual({ from: 0, to: 5 })
  })
  it('turns the page only when the current word is past it', () => {
    const long = pieces(60, 'word ')
    const first = subtitlePage(long, 0)
    expect(first.to * 5).toBeLessThanOrEqual(PAGE_WIDTH)
    expect(subtitlePage(long, first.to - 1)).toEqual(first)
    expect(subtitlePage(long, first.to).from).toBe(first.to)
    expect(subtitlePage(long, 60).to).toBe(60)
  })
  it('turns at a comma when the page is full enough', () => {
    const words = 'Whatsoever you were about to say, hold that thought for a moment, because the boss has just opened the gate.'
    const line = words.split(/(?<= )/).map((text) => ({ text, startSample: 0, endSample: 0 }))
    const { to } = subtitlePage(line, 0)
    expect(line[to - 1]!.text).toBe('moment, ')
  })
  it('keeps the last words on the page they fit on', () => {
    const line = [...pieces(11, 'words '), ...pieces(1, 'then, '), ...pieces(2, 'end ')]
    expect(subtitlePage(line, 0)).toEqual({ from: 0, to: 14 })
  })
  it('counts wide scripts double and shows a word that is longer than a page', () => {
    expect(textWidth('世界!')).toBe(5)
    expect(subtitlePage(pieces(2, '長'.repeat(90)), 0)).toEqual({ from: 0, to: 1 })
  })
})
