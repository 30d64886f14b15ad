import type { TurnRecord } from '@psiona/shared'
import { expect, test } from 'vitest'
import { lastTimeline, turnParts } from './turn-timeline'

const turn = (more: Partial<TurnRecord> = {}): TurnRecord => ({
  id: 'a',
  at: 1,
  kind: 'ask',
  from: { platform: 'owner', id: 'owner', name: 'You' },
  said: 'left leg',
  answered: 'yes',
  heard: 'yes',
  emotion: {},
  status: 'done',
  firstAudioMs: 227,
  firstTextMs: 139,
  ...more,
})
const hearing = { endpointMs: 290, recogniserMs: 54 }

test('a spoken turn has four parts, a typed one two', () => {
  expect(turnParts(turn({ hearing }))).toEqual([
    { step: 'sure', ms: 290 },
    { step: 'text', ms: 54 },
    { step: 'thinking', ms: 139 },
    { step: 'voice', ms: 88 },
  ])
  expect(turnParts(turn()).map(({ step }) => step)).toEqual(['thinking', 'voice'])
})

test('what was not measured is not made up', () => {
  const { firstTextMs: _, ...kept } = turn()
  expect(turnParts(kept)).toEqual([{ step: 'reply', ms: 227 }])
  expect(turnParts(turn({ firstAudioMs: null }))).toEqual([])
})

test('the usual total is that of turns said the same way', () => {
  const turns = [turn({ firstAudioMs: 90 }), turn({ hearing, firstAudioMs: 200 }), turn({ hearing, firstAudioMs: 240 })]
  expect(lastTimeline(turns)).toMatchObject({ totalMs: 584, usualMs: 564, spoken: true })
  expect(lastTimeline([...turns, turn({ firstAudioMs: 110, firstTextMs: 10 })])).toMatchObject({ totalMs: 110, usualMs: 100 })
})

test('only what was said to her by you counts', () => {
  const mira = { platform: 'twitch', id: 'm', name: 'mira' } as const
  expect(lastTimeline([turn({ from: mira }), turn({ kind: 'say' }), turn({ firstAudioMs: null })])).toBeNull()
})
