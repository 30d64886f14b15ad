import { expect, test } from 'vitest'
import { markedText } from './marked-span'

test('the place stands between what is before and after it', () => {
  expect(markedText('call 555 now', [5, 8])).toEqual({ before: 'call ', marked: '555', after: ' now' })
  expect(markedText('555', [0, 3])).toEqual({ before: '', marked: '555', after: '' })
})

test('without a place nothing is marked', () => {
  expect(markedText('all fine', null)).toEqual({ before: 'all fine', marked: '', after: '' })
})

test('a place beyond the text is held within it', () => {
  expect(markedText('abc', [1, 99])).toEqual({ before: 'a', marked: 'bc', after: '' })
  expect(markedText('abc', [-4, 1])).toEqual({ before: '', marked: 'a', after: 'bc' })
  expect(markedText('abc', [3, 1])).toEqual({ before: 'a', marked: 'bc', after: '' })
})

test('a sign of two units stays whole', () => {
  expect(markedText('a😀b', [2, 4])).toEqual({ before: 'a', marked: '😀b', after: '' })
  expect(markedText('a😀b', [0, 2])).toEqual({ before: '', marked: 'a😀', after: 'b' })
})

test('the parts are the text again', () => {
  const text = 'x😀 y'
  for (let from = 0; from <= 5; from++)
    for (let to = from; to <= 5; to++) {
      const { before, marked, after } = markedText(text, [from, to])
      expect(before + marked + after).toBe(text)
    }
})
