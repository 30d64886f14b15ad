import { expect, test } from 'vitest'
import { sameMind } from './mind-choice'

const ollama = { kind: 'openai', baseUrl: 'http://127.0.0.1:11434/v1', model: 'm' } as const

test('minds are the same when address and model are', () => {
  expect(sameMind({ kind: 'builtin' }, { kind: 'builtin' })).toBe(true)
  expect(sameMind(ollama, { ...ollama })).toBe(true)
  expect(sameMind(ollama, { ...ollama, model: 'n' })).toBe(false)
  expect(sameMind(ollama, { kind: 'builtin' })).toBe(false)
})
