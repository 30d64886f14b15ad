import { STREAM_EVENTS } from '@psiona/shared'
import { expect, test } from 'vitest'
import { doerOf, EVENT_ICON, eventSentence } from './event-sentence'

const bare = { amount: null, title: '', phase: 'once', choices: [] } as const

test('figures have their unit, and are left out when nothing is counted', () => {
  expect(eventSentence({ ...bare, kind: 'follow' })).toBe('follows')
  expect(eventSentence({ ...bare, kind: 'subscription', amount: 1 })).toBe('subscribes')
  expect(eventSentence({ ...bare, kind: 'subscription', amount: 8 })).toBe('subscribes, 8 months by now')
  expect(eventSentence({ ...bare, kind: 'gift', amount: 5 })).toBe('gives 5 subscriptions')
  expect(eventSentence({ ...bare, kind: 'raid', amount: 1 })).toBe('raids with 1 viewer')
  expect(eventSentence({ ...bare, kind: 'redeem', amount: 500, title: 'Hydrate' })).toBe('redeems Hydrate for 500 points')
  expect(eventSentence({ ...bare, kind: 'ad-break', amount: 90, phase: 'begun' })).toBe('Ads run for 90 s')
})

test('a poll names who leads, then who wins, and nobody on a tie', () => {
  const choices = [
    { title: 'Left', votes: 12 },
    { title: 'Right', votes: 30 },
  ]
  const poll = { ...bare, kind: 'poll', title: 'Which way?', choices } as const
  expect(eventSentence({ ...poll, phase: 'begun' })).toBe('A poll begins: Which way?')
  expect(eventSentence({ ...poll, phase: 'changed' })).toBe('A poll: Which way? (42 votes, Right leads)')
  expect(eventSentence({ ...poll, phase: 'over' })).toBe('A poll is over: Which way? (42 votes, Right wins)')
  const tied = choices.map((choice) => ({ ...choice, votes: 3 }))
  expect(eventSentence({ ...poll, phase: 'over', choices: tied })).toBe('A poll is over: Which way? (6 votes)')
})

test('every kind has words and an icon', () => {
  for (const kind of STREAM_EVENTS) {
    expect(eventSentence({ ...bare, kind }).length).toBeGreaterThan(4)
    expect(EVENT_ICON[kind]).toBeDefined()
  }
})

test('what somebody does names them, what happens names nobody', () => {
  const mira = { platform: 'twitch', id: 'm', name: 'mira_plays' } as const
  expect(doerOf({ kind: 'follow', from: mira })).toBe('mira_plays')
  expect(doerOf({ kind: 'gift', from: null })).toBe('Somebody')
  expect(doerOf({ kind: 'poll', from: mira })).toBeNull()
})
