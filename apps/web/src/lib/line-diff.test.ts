import { expect, test } from 'vitest'
import { changedLines, changedSpans, editedLines } from './line-diff'
import { mergedText } from './line-merge'

const text = (...lines: string[]) => lines.join('\n')

test('equal texts have no changes', () => {
  expect(changedSpans('a\nb', 'a\nb')).toEqual([])
})

test('a replaced, an added and a removed line are found where they are', () => {
  expect(changedSpans(text('a', 'b', 'c'), text('a', 'x', 'c'))).toEqual([{ oldFrom: 1, oldTo: 2, newFrom: 1, newTo: 2 }])
  expect(changedSpans(text('a', 'c'), text('a', 'b', 'c'))).toEqual([{ oldFrom: 1, oldTo: 1, newFrom: 1, newTo: 2 }])
  expect(changedSpans(text('a', 'b', 'c'), text('a', 'c'))).toEqual([{ oldFrom: 1, oldTo: 2, newFrom: 1, newTo: 1 }])
})

test('two edits apart stay two spans', () => {
  expect(changedSpans(text('a', 'b', 'c', 'd', 'e'), text('A', 'b', 'c', 'D', 'e'))).toHaveLength(2)
})

test('changed lines are lines of the new text; a deletion marks its neighbour', () => {
  expect([...changedLines(text('a', 'b', 'c'), text('a', 'x', 'y', 'c'))]).toEqual([1, 2])
  expect([...changedLines(text('a', 'b'), 'a')]).toEqual([0])
})

test('edits are counted as a person would', () => {
  expect(editedLines(text('a', 'b', 'c'), text('a', 'x', 'c'))).toBe(1)
  expect(editedLines(text('a', 'b', 'c'), text('c'))).toBe(2)
})

test('edits of different lines merge', () => {
  const base = text('a', 'b', 'c', 'd', 'e')
  expect(mergedText(base, text('A', 'b', 'c', 'd', 'e'), text('a', 'b', 'c', 'd', 'E', 'f'))).toBe(
    text('A', 'b', 'c', 'd', 'E', 'f'),
  )
})

test('edits of the same or touching lines are for a person to decide', () => {
  const base = text('a', 'b', 'c')
  expect(mergedText(base, text('a', 'x', 'c'), text('a', 'y', 'c'))).toBeNull()
  expect(mergedText(base, text('a', 'x', 'c'), text('a', 'b', 'y'))).toBeNull()
  expect(mergedText(base, text('a', 'x', 'c'), text('a', 'x', 'c'))).toBe(text('a', 'x', 'c'))
})
