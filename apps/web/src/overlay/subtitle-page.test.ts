import { describe, expect, it } from 'vitest'
import { balancedWidth, CHARACTER_ROOM, subtitlePage } from './subtitle-page'
import { textWidth } from './subtitle-width'

const timeless = (text: string) => ({ text, startSample: 0, endSample: 0 })
const pieces = (count: number, text: string) => Array.from({ length: count }, () => timeless(text))
const words = (line: string) => line.split(/(?<= )/).map(timeless)

describe('subtitlePage', () => {
  it('shows a short line whole', () => {
    expect(subtitlePage(pieces(5, 'word '), 3)).toEqual({ from: 0, to: 5 })
  })
  it('turns the page only when the current word is past it', () => {
    const long = pieces(60, 'word ')
    const first = subtitlePage(long, 0)
    // Eight words and a hanging space a line.
    expect(first).toEqual({ from: 0, to: 16 })
    expect(subtitlePage(long, first.to - 1)).toEqual(first)
    expect(subtitlePage(long, first.to).from).toBe(first.to)
    expect(subtitlePage(long, 60).to).toBe(60)
  })
  it('turns at a comma when the page is full enough', () => {
    const line = words(
      'Whatsoever you were about to say, hold that thought for a moment, because the boss has just opened the gate.',
    )
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
  it('breaks lines by the widths that are measured, as many as there are', () => {
    const room = { lineWidth: 100, lines: 3, widthOf: (text: string) => text.length * 10 }
    // 9 letters and a space: one a line, since its space may hang over.
    expect(subtitlePage(pieces(9, 'ninewords '), 4, room)).toEqual({ from: 3, to: 6 })
  })
  it('wraps as the browser does: half a line that stays empty counts', () => {
    const room = { ...CHARACTER_ROOM, lineWidth: 10 }
    expect(subtitlePage(words('sixsix sixsix sixsix'), 0, room)).toEqual({ from: 0, to: 2 })
  })
})

describe('balancedWidth', () => {
  it('makes two lines of about one length', () => {
    const line = words('So I told the boss, this is a perfectly normal amount of it.')
    const width = balancedWidth(line, CHARACTER_ROOM)
    expect(width).toBeLessThan(35)
    expect(subtitlePage(line, 0, { ...CHARACTER_ROOM, lineWidth: width })).toEqual({ from: 0, to: line.length })
  })
  it('leaves one line its room', () => {
    expect(balancedWidth(words('Hello there'), CHARACTER_ROOM)).toBe(CHARACTER_ROOM.lineWidth)
  })
})
