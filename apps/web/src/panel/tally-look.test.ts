import { expect, test } from 'vitest'
import { HELD_LOOK, PANIC_LOOK, TALLY_LOOK, tallyDetail, tallySign } from './tally-look'

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

const waits = { lineId: 'l', turnId: 't', to: mira.from, text: 'Hi.', leftMs: 4000 }
const calm = { panic: false, silent: '', held: [] }

test('panic stands before all, a line that waits before what is silent', () => {
  expect(tallySign('speaking', { panic: true, silent: 'Panic is on.', held: [waits] })).toEqual({
    look: PANIC_LOOK,
    detail: 'silent, chat off',
  })
  expect(tallySign('thinking', { ...calm, held: [waits] })).toEqual({ look: HELD_LOOK, detail: 'a line waits for you' })
  expect(tallySign('thinking', { ...calm, held: [waits, waits] }).detail).toBe('2 lines wait for you')
  expect(tallySign('speaking', { ...calm, held: [waits] })).toEqual({ look: TALLY_LOOK.speaking, detail: null })
})

test('why she is silent is said in the second line', () => {
  expect(tallySign('listening', { ...calm, silent: 'A break is on screen.' }).detail).toBe('silent: a break is on screen')
  expect(tallySign('listening', { ...calm, silent: 'OBS shows a break.' }).detail).toBe('silent: OBS shows a break')
  expect(tallySign('listening', calm)).toEqual({ look: TALLY_LOOK.listening, detail: null })
})
