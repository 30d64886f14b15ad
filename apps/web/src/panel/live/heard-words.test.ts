import type { HeardProgress, TurnRecord } from '@psiona/shared'
import { expect, test } from 'vitest'
import { answerWords, lineWords } from './heard-words'

const progress = (heardWords: number, line = 'he warns you twice', words = line.split(' ')): HeardProgress => ({
  turnId: 't',
  lineText: line,
  words,
  heardWords,
})
const turn = (more: Partial<TurnRecord>): TurnRecord => ({
  id: 't',
  at: 1,
  kind: 'ask',
  from: { platform: 'owner', id: 'owner', name: 'You' },
  said: '',
  answered: 'Be quick. he warns you twice',
  heard: '',
  emotion: {},
  status: 'speaking',
  firstAudioMs: 80,
  ...more,
})

test('the word in the air is marked between what was heard and what may come', () => {
  expect(lineWords(progress(2), true, false)).toEqual({
    runs: [
      { fate: 'heard', text: 'he' },
      { fate: 'now', text: 'warns' },
      { fate: 'open', text: 'you twice' },
    ],
    heard: 2,
    total: 4,
  })
})

test('before the first word counts, it is the one in the air', () => {
  expect(lineWords(progress(0), true, false).runs[0]).toEqual({ fate: 'now', text: 'he' })
})

test('when she is silent no word is in the air; a cut strikes the rest', () => {
  expect(lineWords(progress(4), false, false).runs).toEqual([{ fate: 'heard', text: 'he warns you twice' }])
  expect(lineWords(progress(1), false, true).runs).toEqual([
    { fate: 'heard', text: 'he' },
    { fate: 'cut', text: 'warns you twice' },
  ])
})

test('pauses are not words', () => {
  expect(lineWords(progress(3, 'he warns', ['he', '', 'warns']), false, false)).toMatchObject({ heard: 2, total: 2 })
})

test('an answer that ended was heard whole', () => {
  expect(answerWords(turn({ status: 'done', heard: '' }), null)).toMatchObject({ heard: 6, total: 6, runs: [{ fate: 'heard' }] })
})

test('a cut answer keeps what was heard and strikes the rest', () => {
  expect(answerWords(turn({ status: 'cut', heard: 'Be quick. he' }), progress(4))).toEqual({
    runs: [
      { fate: 'heard', text: 'Be quick. he' },
      { fate: 'cut', text: 'warns you twice' },
    ],
    heard: 3,
    total: 6,
  })
})

test('while it sounds, the line in the air counts from its place in the answer', () => {
  expect(answerWords(turn({ heard: 'Be quick.' }), progress(2))).toMatchObject({ heard: 4, total: 6 })
  expect(answerWords(turn({ heard: 'Be quick.' }), { ...progress(2), turnId: 'other' })).toMatchObject({ heard: 2 })
  expect(answerWords(turn({ heard: 'Be quick.' }), progress(1, 'said otherwise'))).toMatchObject({ heard: 2 })
})
