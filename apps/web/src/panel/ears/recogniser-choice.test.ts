import type { ModelInfo, RecogniserChoice } from '@psiona/shared'
import { expect, test } from 'vitest'
import { modelsWorthShowing, recommendedModel, sameRecogniser } from './recogniser-choice'

const model = (id: string, more: Partial<ModelInfo> = {}): ModelInfo => ({
  id,
  title: id,
  job: 'streaming',
  languages: ['en'],
  bytes: 1,
  licence: { name: 'MIT', url: 'https://example.com' },
  monetised: 'yes',
  note: '',
  state: 'absent',
  receivedBytes: 0,
  bytesPerSecond: null,
  problem: null,
  ...more,
})

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

test('the first of the catalogue that knows the language is suggested', () => {
  const models = [model('voices', { job: 'speaker' }), model('de', { languages: ['de'] }), model('en'), model('en-2')]
  expect(recommendedModel(models, 'en-US')?.id).toBe('en')
  expect(recommendedModel(models, 'DE')?.id).toBe('de')
  expect(recommendedModel(models, 'ja')).toBeNull()
  expect(recommendedModel([model('all', { languages: ['mul'] })], 'ja')?.id).toBe('all')
})

test('what may not earn money is suggested last, what is on its way first', () => {
  const models = [model('no', { monetised: 'no' }), model('check', { monetised: 'check' }), model('begun', { state: 'pulling' })]
  expect(recommendedModel(models, 'en')?.id).toBe('begun')
  expect(recommendedModel(models.slice(0, 2), 'en')?.id).toBe('check')
  expect(recommendedModel(models.slice(0, 1), 'en')?.id).toBe('no')
})

test('what is here, the first that fit, and what tells voices apart is shown first', () => {
  const models = [
    ...['a', 'b', 'c', 'd'].map((id) => model(id)),
    model('de', { languages: ['de'] }),
    model('begun', { languages: ['fr'], state: 'partial' }),
    model('voices', { job: 'speaker' }),
  ]
  expect([...modelsWorthShowing(models, 'en-US')]).toEqual(['a', 'b', 'c', 'begun', 'voices'])
})
