import { expect, test } from 'vitest'
import { tallyDetail } from './tally-look'

const mira = { from: { platform: 'twitch', id: 'm', name: 'mira_plays' } } as const
const owner = { from: { platform: 'owner', id: 'owner', name: 'You' } } as const

const typed = { readsChat: false, mode: null } as const
const spoken = { readsChat: false, mode: 'open' } as const

test('the second line names whom she is busy with', () => {
  expect(tallyDetail('speaking', mira, { ...spoken, readsChat: true })).toBe('to mira_plays')
  expect(tallyDetail('thinking', owner, spoken)).toBe('for you')
  expect(tallyDetail('speaking', undefined, typed)).toBe('to everyone')
})

test('waiting claims only what is connected', () => {
  expect(tallyDetail('listening', undefined, spoken)).toBe('to you')
  expect(tallyDetail('listening', undefined, { ...spoken, readsChat: true })).toBe('to you and the chat')
  expect(tallyDetail('listening', undefined, { readsChat: false, mode: 'push-to-talk' })).toBe('while you hold to talk')
  expect(tallyDetail('chat-only', undefined, typed)).toBe('she reads what you type')
  expect(tallyDetail('chat-only', undefined, { ...typed, readsChat: true })).toBe('she waits to be named')
})

test('muted says what it means', () => {
  expect(tallyDetail('muted', undefined, spoken)).toBe('she can’t hear you')
})
