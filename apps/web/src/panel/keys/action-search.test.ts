import { expect, test } from 'vitest'
import { findActions } from './action-search'

const run = () => undefined
const actions = [
  { id: 'go', label: 'Go to Mind', run },
  { id: 'mind', label: 'Use the built-in mind', words: 'model llm', run },
  { id: 'stop', label: 'Stop her', words: 'silence quiet', run },
]
const ids = (typed: string) => findActions(actions, typed).map(({ id }) => id)

test('nothing typed shows everything', () => {
  expect(ids('  ')).toEqual(['go', 'mind', 'stop'])
})

test('every typed word must fit somewhere', () => {
  expect(ids('mind')).toEqual(['go', 'mind'])
  expect(ids('use mind')).toEqual(['mind'])
  expect(ids('quiet')).toEqual(['stop'])
  expect(ids('panic')).toEqual([])
})

test('the start of a label comes first', () => {
  expect(ids('s')[0]).toBe('stop')
})
