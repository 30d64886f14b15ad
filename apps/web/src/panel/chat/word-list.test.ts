import { expect, test } from 'vitest'
import { z } from 'zod'
import { withWords } from './word-list'

const short = z.string().min(1).max(6)

test('several at once, each once, whatever its capitals', () => {
  expect(withWords(['Bot'], 'bot, elf;Elf\n oak ', short, 10)).toEqual({ list: ['Bot', 'elf', 'oak'], refused: [], full: false })
})

test('what the list does not take is named, the rest is added', () => {
  expect(withWords([], 'much too long, elf', short, 10)).toMatchObject({ list: ['elf'], refused: ['much too long'] })
})

test('a full list says so', () => {
  expect(withWords(['a'], 'b, c', short, 2)).toEqual({ list: ['a', 'b'], refused: [], full: true })
})
