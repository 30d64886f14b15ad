import type { ModelInfo } from '@psiona/shared'
import { expect, test } from 'vitest'
import { recommendedModel, worthShowing } from './models-for'

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

test('the first of the catalogue that knows the language is suggested', () => {
  const models = [model('voices', { job: 'speaker' }), model('de', { languages: ['de'] }), model('en'), model('en-2')]
  expect(recommendedModel('ears', models, 'en-US')?.id).toBe('en')
  expect(recommendedModel('ears', models, 'DE')?.id).toBe('de')
  expect(recommendedModel('ears', models, 'ja')).toBeNull()
  expect(recommendedModel('ears', [model('all', { languages: ['mul'] })], 'ja')?.id).toBe('all')
})

test('what may not earn money is suggested last, what is on its way first', () => {
  const models = [model('no', { monetised: 'no' }), model('check', { monetised: 'check' }), model('begun', { state: 'pulling' })]
  expect(recommendedModel('ears', models, 'en')?.id).toBe('begun')
  expect(recommendedModel('ears', models.slice(0, 2), 'en')?.id).toBe('check')
  expect(recommendedModel('ears', models.slice(0, 1), 'en')?.id).toBe('no')
})

test('what is here, the first that fit, and what tells voices apart is shown first', () => {
  const models = [
    ...['a', 'b', 'c', 'd'].map((id) => model(id)),
    model('de', { languages: ['de'] }),
    model('begun', { languages: ['fr'], state: 'partial' }),
    model('voices', { job: 'speaker' }),
  ]
  expect([...worthShowing('ears', models, 'en-US')]).toEqual(['a', 'b', 'c', 'begun', 'voices'])
})

test('voices are suggested for voice, and never for ears', () => {
  const models = [model('kokoro', { job: 'speech' }), model('zipformer')]
  expect(recommendedModel('voice', models, 'en')?.id).toBe('kokoro')
  expect(recommendedModel('ears', models, 'en')?.id).toBe('zipformer')
  expect([...worthShowing('voice', models, 'en')]).toEqual(['kokoro'])
})
