// What is said of a text, and where it is cut.
import { describe, expect, it } from 'vitest'
import { audible } from './tts-sound'
import { clauses, speakable } from './tts-text'

describe('what is said of a text', () => {
  it('is its words, without pictures, marks of direction and halves of letters', () => {
    expect(speakable(' Hello 🎉👩‍👩‍👧\u202e there\u0000 you\ud83d! ')).toBe('Hello there you!')
    expect(speakable('1️⃣ plus #2 © 3™ 🇩🇪')).toBe('1 plus #2 © 3™')
    expect(speakable('می\u200cخواهم')).toBe('میخواهم')
  })
  it('is nothing where there are no words', () => {
    for (const text of ['', ' \n', '…!?', '🙂', '--- ***', '\u200d']) expect([speakable(text), clauses(text)]).toEqual(['', []])
  })
})

describe('clauses', () => {
  it('begin with a short one; sentences are kept apart, their commas only where they are long', () => {
    expect(clauses('Well, hello. I am here, as ever, and so are you. Good, isn’t it?')).toEqual([
      'Well, hello.',
      'I am here, as ever, and so are you.',
      'Good, isn’t it?',
    ])
    const long =
      'As long as the river runs, and as long as the wind blows over the hills of the old country, we sing, we dance, we laugh'
    expect(clauses(long)).toEqual([
      'As long as the river runs,',
      'and as long as the wind blows over the hills of the old country, we sing, we dance,',
      'we laugh',
    ])
  })
  it('do not end in numbers, and do end in quotes and in scripts without spaces', () => {
    expect(clauses('It is 3.5 or 1,000 so. “Really?” he asked.')).toEqual(['It is 3.5 or 1,000 so.', '“Really?”', 'he asked.'])
    expect(clauses('你好。今天怎么样？很好！')).toEqual(['你好。', '今天怎么样？', '很好！'])
  })
  it('are never longer than an engine takes, nor cut within a letter, and lose no word', () => {
    const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ')
    expect(clauses(words).join(' ')).toBe(words)
    for (const text of [words, 'w'.repeat(999), '𝒳'.repeat(999)]) {
      const found = clauses(text)
      expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const clause of found) {
        expect(clause.length).toBeLessThanOrEqual(200)
        expect(clause).not.toMatch(/\p{Cs}/u)
      }
    }
  })
})

describe('sound of others', () => {
  it('is made finite and brought within −1..1', () => {
    const wild = Float32Array.of(0, 0.5, -1, 1, 2, -7, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
    expect([...audible(wild)]).toEqual([0, 0.5, -1, 1, 1, -1, 0, 1, -1])
  })
})
