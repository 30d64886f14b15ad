import { describe, expect, it } from 'vitest'
import type { SpokenLine } from '../organs'
import { heardText, heardWords } from './spoken'

const words = ['one', 'two', '', 'three'].map((text, i) => ({ text, startSample: i * 1000, endSample: (i + 1) * 1000 }))
const spoken = { line: { text: 'One, two three.' }, startSample: 0, endSample: 4000, words } as unknown as SpokenLine

describe('what was heard', () => {
  it('[R21] counts a word from its middle on', () => {
    expect([0, 499, 500, 1499, 1500, 9000].map((at) => heardWords(words, at))).toEqual([0, 0, 1, 1, 2, 4])
  })
  it('[R21] keeps the words that sounded, or the whole text when she finished', () => {
    expect(heardText(spoken, 1600)).toBe('one two')
    expect(heardText(spoken, 4000)).toBe('One, two three.')
    expect(heardText(spoken, 0)).toBe('')
  })
})
