import type { SpeechProgress, TurnRecord } from '@psiona/shared'
import { expect, test } from 'vitest'
import { speechAfter, spokenWords, withSpeech } from './speech-under-way'

const said = (utterance: number, state: SpeechProgress['state'], text = ''): SpeechProgress => ({ utterance, state, text })
const turn = (id: string, hearing?: TurnRecord['hearing']): TurnRecord => ({
  id,
  at: 1,
  kind: 'ask',
  from: { platform: 'owner', id: 'owner', name: 'You' },
  said: 'left leg got it',
  answered: '',
  heard: '',
  emotion: {},
  status: 'thinking',
  firstAudioMs: null,
  ...(hearing ? { hearing } : {}),
})
const hearing = { endpointMs: 500, recogniserMs: 40 }

test('an utterance is renewed in its place; one without words leaves', () => {
  const first = withSpeech([], said(1, 'speaking'))
  expect(withSpeech(first, said(1, 'speaking', 'left leg'))).toEqual([said(1, 'speaking', 'left leg')])
  expect(withSpeech(first, said(1, 'over'))).toEqual([])
})

test('a pause for breath keeps what was said before it', () => {
  let speech = withSpeech([], said(1, 'recognising', 'left leg'))
  speech = withSpeech(speech, said(2, 'speaking'))
  speech = withSpeech(speech, said(1, 'over', 'left leg'))
  speech = withSpeech(speech, said(2, 'speaking', 'got it'))
  expect(speech.map(({ text }) => text)).toEqual(['left leg', 'got it'])
})

test('what was over and became no turn gives way to what is said next', () => {
  expect(withSpeech([said(1, 'over', 'left leg')], said(2, 'speaking'))).toEqual([said(2, 'speaking')])
})

test('a new spoken turn takes over what was said; others, and later news of it, do not', () => {
  const speech = [said(1, 'over', 'left leg got it')]
  expect(speechAfter(speech, turn('a', hearing), [])).toEqual([])
  expect(speechAfter(speech, turn('a'), [])).toBe(speech)
  expect(speechAfter(speech, turn('a', hearing), [turn('a', hearing)])).toBe(speech)
  expect(speechAfter([said(2, 'speaking', 'and')], turn('a', hearing), [])).toHaveLength(1)
})

test('the newest word is marked while somebody speaks, and no longer', () => {
  expect(spokenWords([said(1, 'speaking', 'left leg got')])).toEqual({ before: 'left leg', newest: 'got', more: true })
  expect(spokenWords([said(1, 'speaking')])).toEqual({ before: '', newest: '', more: true })
  expect(spokenWords([said(1, 'over', 'left leg'), said(2, 'speaking')])).toEqual({ before: 'left leg', newest: '', more: true })
  expect(spokenWords([said(1, 'recognising', 'left leg')])).toEqual({ before: 'left leg', newest: '', more: true })
  expect(spokenWords([said(1, 'over', 'left leg')])).toEqual({ before: 'left leg', newest: '', more: false })
})
