import { expect, test } from 'vitest'
import { withItems } from './timed-list'

const item = (id: string, at: number, text = '') => ({ id, at, text })
const merged = (list: ReturnType<typeof item>[], items: ReturnType<typeof item>[], most = 10) =>
  withItems(list, items, ({ id }) => id, most)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('')

test('a bundle renews what is there and puts the rest where its time is', () => {
  const list = merged([item('a', 1), item('c', 3)], [item('d', 4), item('b', 2), item('a', 1, 'newer')])
  expect(ids(list)).toBe('abcd')
  expect(list[0]!.text).toBe('newer')
})

test('of two that share an id in one bundle the later one holds', () => {
  expect(merged([], [item('a', 1, 'first'), item('a', 1, 'second')])).toEqual([item('a', 1, 'second')])
})

test('at the same time, whoever came first stands first', () => {
  expect(ids(merged([item('a', 1)], [item('b', 1)]))).toBe('ab')
})

test('only the newest stay', () => {
  expect(ids(merged([item('a', 1)], [item('b', 2), item('c', 3)], 2))).toBe('bc')
})
