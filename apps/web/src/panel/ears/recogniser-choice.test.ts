import type { RecogniserChoice } from '@psiona/shared'
import { expect, test } from 'vitest'
import { sameRecogniser } from './recogniser-choice'

test('choices are the same when all that makes them is', () => {
  const server = { kind: 'openai', baseUrl: 'http://127.0.0.1:8000/v1', model: 'whisper' } as const
  const program: RecogniserChoice = { kind: 'command', command: 'hear', args: ['{wav}'] }
  expect(sameRecogniser({ kind: 'auto' }, { kind: 'auto' })).toBe(true)
  expect(sameRecogniser({ kind: 'auto' }, { kind: 'none' })).toBe(false)
  expect(sameRecogniser({ kind: 'sherpa', model: 'a' }, { kind: 'sherpa', model: 'b' })).toBe(false)
  expect(sameRecogniser(server, { ...server })).toBe(true)
  expect(sameRecogniser(server, { ...server, model: 'other' })).toBe(false)
  expect(sameRecogniser(program, { ...program, args: ['{wav}'] })).toBe(true)
  expect(sameRecogniser(program, { ...program, args: [] })).toBe(false)
})
