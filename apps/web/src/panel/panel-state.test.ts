import {
  type ChatLine,
  defaultSettings,
  type EventHappened,
  PROTOCOL_VERSION,
  type Snapshot,
  type TurnRecord,
} from '@psiona/shared'
import { expect, test } from 'vitest'
import {
  currentTurn,
  INITIAL_STATE,
  MAX_CHAT_LINES,
  MAX_EVENTS,
  type PanelEvent,
  type PanelState,
  reduce,
  somethingToStop,
} from './panel-state'
import { QUIET_CHAT, UNKNOWN_LOAD, UNKNOWN_OBS, UNKNOWN_SAFETY, UNKNOWN_TWITCH } from './unknown-rig'

const owner = { platform: 'owner', id: 'owner', name: 'You' } as const
const turn = (id: string, at: number, more: Partial<TurnRecord> = {}): TurnRecord => ({
  id,
  at,
  kind: 'ask',
  from: owner,
  said: 'hi',
  answered: 'hello',
  heard: 'hello',
  emotion: {},
  status: 'done',
  firstAudioMs: 50,
  ...more,
})
const line = (messageId: string, at: number, state: ChatLine['tag']['state'] = 'shown'): ChatLine => ({
  messageId,
  at,
  from: { platform: 'twitch', id: 'm', name: 'mira' },
  text: 'hey',
  tag: { state, why: '' },
})
const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  protocol: PROTOCOL_VERSION,
  productVersion: '0.1.0',
  tally: 'listening',
  turns: [],
  chat: [],
  health: [],
  settings: defaultSettings(),
  character: { id: 'tori', name: 'Tori' },
  emotion: {},
  overlayUrl: 'http://localhost:3210/overlay#k',
  soundingClient: 'none',
  microphone: { source: null, mode: 'open', muted: false, held: false },
  models: [],
  safety: UNKNOWN_SAFETY,
  obs: UNKNOWN_OBS,
  twitch: UNKNOWN_TWITCH,
  load: UNKNOWN_LOAD,
  chatMood: QUIET_CHAT,
  events: [],
  ...more,
})
const follow = (eventId: string, at: number): EventHappened => ({
  type: 'event-happened',
  eventId,
  kind: 'follow',
  platform: 'twitch',
  from: { platform: 'twitch', id: 'm', name: 'mira' },
  amount: null,
  title: '',
  text: '',
  phase: 'once',
  choices: [],
  at,
})
const next = (state: PanelState, event: PanelEvent): PanelState => reduce(state, event, 0)
const after = (...events: PanelEvent[]): PanelState => events.reduce(next, INITIAL_STATE)

test('a snapshot makes everything known and the link live', () => {
  const state = after({ type: 'snapshot', data: snapshot({ tally: 'thinking', soundingClient: 'obs' }) })
  expect(state).toMatchObject({ link: 'live', known: true, tally: 'thinking', sounding: 'obs' })
})

test('another protocol is named as such, and a lost link does not hide it', () => {
  const state = after({ type: 'snapshot', data: snapshot({ protocol: PROTOCOL_VERSION + 1 }) }, { type: 'link-lost', at: 5 })
  expect(state.link).toBe('outdated')
})

test('a turn that changes keeps its place; a new one goes where its time is', () => {
  const state = after(
    { type: 'turn', data: turn('a', 1) },
    { type: 'turn', data: turn('c', 3) },
    { type: 'turn', data: turn('b', 2) },
    { type: 'turn', data: turn('a', 1, { answered: 'hello there' }) },
  )
  expect(state.turns.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(state.turns[0]!.answered).toBe('hello there')
})

test('a chat line is renewed by its id, and a deleted one is gone at once', () => {
  const state = after(
    { type: 'chat-line', data: line('1', 1) },
    { type: 'chat-line', data: line('2', 2) },
    { type: 'chat-line', data: line('1', 1, 'next') },
  )
  expect(state.chat.map(({ tag }) => tag.state)).toEqual(['next', 'shown'])
  expect(next(state, { type: 'chat-removed', data: ['1', 'unknown'] }).chat.map(({ messageId }) => messageId)).toEqual(['2'])
})

test('a busy chat keeps its newest lines', () => {
  let state = INITIAL_STATE
  for (let i = 0; i < MAX_CHAT_LINES + 5; i++) state = next(state, { type: 'chat-line', data: line(String(i), i) })
  expect(state.chat).toHaveLength(MAX_CHAT_LINES)
  expect(state.chat[0]!.messageId).toBe('5')
})

test('while the link is lost the figures stay, with the time they are from', () => {
  const lost = after(
    { type: 'snapshot', data: snapshot({ tally: 'speaking' }) },
    { type: 'link-lost', at: 100 },
    { type: 'link-lost', at: 900 },
  )
  expect(lost).toMatchObject({ link: 'lost', lastSeenAt: 100, tally: 'speaking' })
  expect(next(lost, { type: 'snapshot', data: snapshot() })).toMatchObject({ link: 'live', lastSeenAt: null })
})

test('a refusal keeps the reason', () => {
  expect(after({ type: 'link-refused', at: 1, reason: 'Open the panel on this machine.' })).toMatchObject({
    link: 'lost',
    refusal: 'Open the panel on this machine.',
  })
})

test('there is something to stop while she thinks, speaks or a line is picked', () => {
  expect(somethingToStop(after({ type: 'snapshot', data: snapshot() }))).toBe(false)
  expect(somethingToStop(after({ type: 'tally', data: 'speaking' }))).toBe(true)
  expect(
    somethingToStop(after({ type: 'tally', data: 'listening' }, { type: 'turn', data: turn('a', 1, { status: 'thinking' }) })),
  ).toBe(true)
  expect(somethingToStop(after({ type: 'tally', data: 'listening' }, { type: 'chat-line', data: line('1', 1, 'next') }))).toBe(
    true,
  )
  expect(somethingToStop(after({ type: 'tally', data: 'listening' }, { type: 'chat-line', data: line('1', 1, 'waiting') }))).toBe(
    false,
  )
})

test('the current turn is the one that sounds, else the one she thinks about', () => {
  const state = after(
    { type: 'turn', data: turn('a', 1, { status: 'speaking' }) },
    { type: 'turn', data: turn('b', 2, { status: 'thinking' }) },
  )
  expect(currentTurn(state)?.id).toBe('a')
  expect(currentTurn(INITIAL_STATE)).toBeUndefined()
})

test('what is being said shows until its turn takes the words over, in one step', () => {
  const hearing = { endpointMs: 500, recogniserMs: 40 }
  const saying = after(
    { type: 'speech', data: { utterance: 1, state: 'speaking', text: 'left' } },
    { type: 'speech', data: { utterance: 1, state: 'over', text: 'left leg' } },
  )
  expect(saying.speech).toMatchObject([{ text: 'left leg' }])
  const asked = next(saying, { type: 'turn', data: turn('a', 1, { said: 'left leg', hearing }) })
  expect(asked).toMatchObject({ speech: [], turns: [{ said: 'left leg' }] })
  expect(next(saying, { type: 'speech-lapsed' }).speech).toEqual([])
  expect(next(saying, { type: 'snapshot', data: snapshot() }).speech).toEqual([])
})

test('microphone and models are what the server said last', () => {
  const source = { micId: 'abcdefgh', kind: 'phone', label: 'Pixel 8' } as const
  const state = after({ type: 'microphone', data: { source, mode: 'push-to-talk', muted: true, held: false } })
  expect(state.microphone).toMatchObject({ source, muted: true })
  expect(next(state, { type: 'models', data: [] }).models).toEqual([])
})

test('a bundle of lines renews, adds and keeps the cap, in one step', () => {
  const flood = Array.from({ length: MAX_CHAT_LINES + 5 }, (_, index) => line(String(index), index))
  const state = after({ type: 'chat-line', data: line('5', 5) }, { type: 'chat-lines', data: [...flood, line('6', 6, 'next')] })
  expect(state.chat).toHaveLength(MAX_CHAT_LINES)
  expect(state.chat.slice(0, 2).map(({ messageId, tag }) => [messageId, tag.state])).toEqual([
    ['5', 'shown'],
    ['6', 'next'],
  ])
})

test('an event that is told twice stands once; old ones go', () => {
  const twice = after({ type: 'stream-event', data: follow('a', 1) }, { type: 'stream-event', data: follow('a', 1) })
  expect(twice.events).toHaveLength(1)
  const many = Array.from({ length: MAX_EVENTS + 3 }, (_, index) => follow(String(index), index))
  expect(after({ type: 'snapshot', data: snapshot({ events: many }) }).events).toHaveLength(MAX_EVENTS)
  expect(many.reduce((state, data) => next(state, { type: 'stream-event', data }), INITIAL_STATE).events[0]!.eventId).toBe('3')
})

test('what is left of held lines counts from when it was told', () => {
  expect(reduce(INITIAL_STATE, { type: 'safety', data: { ...UNKNOWN_SAFETY, panic: true } }, 1234)).toMatchObject({
    safety: { panic: true },
    safetyToldMs: 1234,
  })
  expect(reduce(INITIAL_STATE, { type: 'snapshot', data: snapshot() }, 99).safetyToldMs).toBe(99)
})

test('OBS, Twitch, load and the mood of the chat are what the server said last', () => {
  const state = after(
    { type: 'obs', data: { ...UNKNOWN_OBS, scene: 'Game' } },
    { type: 'twitch', data: { ...UNKNOWN_TWITCH, name: 'tori' } },
    { type: 'load', data: { ...UNKNOWN_LOAD, pressure: 1.2 } },
    { type: 'chat-mood', data: { ...QUIET_CHAT, summary: 'fast and laughing' } },
  )
  expect(state).toMatchObject({
    obs: { scene: 'Game' },
    twitch: { name: 'tori' },
    load: { pressure: 1.2 },
    chatMood: { summary: 'fast and laughing' },
  })
})
