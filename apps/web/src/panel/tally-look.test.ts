import { expect, test } from 'vitest'
import { tallyDetail } from './tally-look'

const mira = { from: { platform: 'twitch', id: 'm', name: 'mira_plays' } } as const
const owner = { from: { platform: 'owner', id: 'owner', name: 'You' } } as const

test('the second line names whom she is busy with', () => {
  expect(tallyDetail('speaking', mira, true)).toBe('to mira_plays')
  expect(tallyDetail('thinking', owner, true)).toBe('for you')
  expect(tallyDetail('speaking', undefined, false)).toBe('to everyone')
})

test('waiting claims only what is connected', () => {
  expect(tallyDetail('listening', undefined, false)).toBe('to what you type')
  expect(tallyDetail('listening', undefined, true)).toBe('to you and the chat')
  expect(tallyDetail('chat-only', undefined, false)).toBe('she reads what you type')
  expect(tallyDetail('chat-only', undefined, true)).toBe('she waits to be named')
})
