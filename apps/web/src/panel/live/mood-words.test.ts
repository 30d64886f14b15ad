import { expect, test } from 'vitest'
import { moodLine } from './mood-words'

test('what it is like, how fast, and what several people say', () => {
  const themes = [
    { people: 40, text: 'what game is this', asks: true },
    { people: 12, text: 'gg', asks: false },
    { people: 3, text: 'hi', asks: false },
  ]
  expect(moodLine({ summary: 'fast and laughing', linesPerSecond: 3.24, themes })).toBe(
    'Fast and laughing · 3.2\u00a0lines/s · 40 ask “what game is this” · 12 say “gg”',
  )
})

test('what the summary quotes is not said twice', () => {
  const themes = [
    { people: 8, text: 'what game is this?', asks: true },
    { people: 5, text: 'gg', asks: false },
  ]
  expect(moodLine({ summary: 'full of questions; eight ask: what game is this?', linesPerSecond: 0, themes })).toBe(
    'Full of questions; eight ask: what game is this? · 5 say “gg”',
  )
})

test('a quiet chat is quiet', () => {
  expect(moodLine({ summary: '', linesPerSecond: 0, themes: [] })).toBe('Quiet')
})
