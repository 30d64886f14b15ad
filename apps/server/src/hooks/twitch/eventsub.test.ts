// Events of the channel with a sign-in: each kind, each once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TwitchReading } from '../../../../../tests/fakes/twitch-reading'
import { MIRA, REDEEM, startTwitchSignedIn } from '../../../../../tests/fakes/twitch-signed-in'

const mira = { platform: 'twitch', id: MIRA.user_id, name: 'Mira' }
const reward = { id: 'r-1', title: 'Hydrate', cost: 300 }

let twitch: TwitchReading
beforeEach(async () => {
  twitch = await startTwitchSignedIn()
})
afterEach(async () => {
  await twitch.close()
  expect(twitch.clock.waiting).toBe(0)
})
const nextOf = (count: number) => twitch.nextOf(count)

describe('every kind of event', () => {
  it.each([
    ['channel.follow', MIRA, { kind: 'follow', from: mira, amount: null }],
    ['channel.subscribe', { ...MIRA, tier: '1000', is_gift: false }, { kind: 'subscription', from: mira, amount: 1 }],
    [
      'channel.subscription.message',
      { ...MIRA, cumulative_months: 26, streak_months: 3, message: { text: 'still\u200b here', emotes: [] } },
      { kind: 'subscription', amount: 26, text: 'still here' },
    ],
    ['channel.subscription.gift', { ...MIRA, total: 5, is_anonymous: false }, { kind: 'gift', from: mira, amount: 5 }],
    ['channel.subscription.gift', { user_id: null, total: 2, is_anonymous: true }, { kind: 'gift', from: null, amount: 2 }],
    [
      'channel.raid',
      { from_broadcaster_user_id: MIRA.user_id, from_broadcaster_user_name: 'Mira', viewers: 140 },
      { kind: 'raid', from: mira, amount: 140 },
    ],
    [REDEEM, { ...MIRA, user_input: '', reward }, { kind: 'redeem', from: mira, amount: 300, title: 'Hydrate', text: '' }],
    [
      'channel.poll.begin',
      { id: 'p', title: 'Which boss?', choices: [{ title: 'A' }, { title: 'B' }] },
      {
        kind: 'poll',
        title: 'Which boss?',
        phase: 'begun',
        amount: 0,
        choices: [
          { title: 'A', votes: 0 },
          { title: 'B', votes: 0 },
        ],
      },
    ],
    [
      'channel.poll.progress',
      { id: 'p', title: 'Which boss?', choices: [{ title: 'A', votes: 4 }] },
      { phase: 'changed', amount: 4 },
    ],
    [
      'channel.poll.end',
      { id: 'p', title: 'Which boss?', choices: [{ title: 'A', votes: 9 }], status: 'completed' },
      { phase: 'over', amount: 9 },
    ],
    [
      'channel.prediction.begin',
      { id: 'q', title: 'Do we win?', outcomes: [{ title: 'Yes' }, { title: 'No' }] },
      { kind: 'prediction', phase: 'begun', title: 'Do we win?' },
    ],
    [
      'channel.prediction.progress',
      { id: 'q', title: 'x', outcomes: [{ title: 'Yes', users: 3 }] },
      { phase: 'changed', amount: 3 },
    ],
    ['channel.prediction.lock', { id: 'q', title: 'x', outcomes: [] }, { kind: 'prediction', phase: 'changed' }],
    ['channel.prediction.end', { id: 'q', title: 'x', outcomes: [], status: 'resolved' }, { kind: 'prediction', phase: 'over' }],
    ['stream.online', { id: '1', type: 'live' }, { kind: 'online', from: null }],
    ['stream.offline', {}, { kind: 'offline' }],
  ])('%s', async (type, event, expected) => {
    twitch.api.events.notify(type, event)
    expect(await twitch.next()).toMatchObject({
      type: 'event-happened',
      platform: 'twitch',
      at: twitch.clock.wallMs(),
      ...expected,
    })
  })

  it('an ad break begins, and is over when its seconds are', async () => {
    twitch.api.events.notify('channel.ad_break.begin', { duration_seconds: '60', is_automatic: true })
    expect(await twitch.next()).toMatchObject({ kind: 'ad-break', phase: 'begun', amount: 60 })
    for (let s = 0; s < 60; s++) {
      await twitch.clock.advance(1000)
      if (s % 5 === 0) twitch.api.events.keepalive()
      await twitch.server.read()
    }
    expect(await twitch.next()).toMatchObject({ kind: 'ad-break', phase: 'over', amount: 60 })
  })

  it('what moderators do: lines, people and the chat are taken back, and who did it is told', async () => {
    const moderator = { moderator_user_id: '7', moderator_user_login: 'jo', moderator_user_name: 'Jo' }
    const events = twitch.api.events
    events.notify('channel.chat.message_delete', { message_id: 'm-1', target_user_id: MIRA.user_id })
    events.notify('channel.chat.clear_user_messages', { target_user_id: MIRA.user_id })
    events.notify('channel.ban', { ...MIRA, ...moderator, is_permanent: true, ends_at: null })
    const times = { banned_at: '2026-03-02T12:00:00Z', ends_at: '2026-03-02T12:10:00Z' }
    events.notify('channel.ban', { ...MIRA, user_id: '43', ...moderator, is_permanent: false, ...times })
    events.notify('channel.chat.clear', {})
    const gone = { type: 'line-deleted', platform: 'twitch' }
    const since = twitch.clock.wallMs()
    expect(await nextOf(7)).toEqual([
      { ...gone, messageId: 'm-1' },
      { ...gone, personId: MIRA.user_id, since },
      { ...gone, personId: MIRA.user_id },
      expect.objectContaining({ kind: 'moderation', from: { platform: 'twitch', id: '7', name: 'Jo' }, title: 'Mira is banned' }),
      { ...gone, personId: '43', since },
      expect.objectContaining({ kind: 'moderation', title: 'Mira is timed out for 600 s' }),
      { ...gone, since },
    ])
  })

  it('a message told twice, and an end told twice, are told once', async () => {
    twitch.api.events.notify('channel.follow', MIRA, 'same')
    twitch.api.events.notify('channel.follow', MIRA, 'same')
    for (const _ of [1, 2]) twitch.api.events.notify(REDEEM, { ...MIRA, user_input: '', reward }, 'same reward')
    const poll = { id: 'p', title: 'x', choices: [] }
    twitch.api.events.notify('channel.poll.end', { ...poll, status: 'completed' })
    twitch.api.events.notify('channel.poll.end', { ...poll, status: 'archived' })
    twitch.api.events.notify('stream.online', {})
    expect(await nextOf(4)).toMatchObject([
      { kind: 'follow' },
      { kind: 'redeem' },
      { kind: 'poll', phase: 'over' },
      { kind: 'online' },
    ])
  })

  it('nonsense is passed over', async () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"metadata":{}}',
      '{"metadata":{"message_id":"1","message_type":"notification"}}',
    ])
      twitch.api.events.raw(text)
    for (const type of twitch.api.events.topics)
      if (!/^stream|chat\.clear$/.test(type)) twitch.api.events.notify(type, { user_id: 7 })
    twitch.api.events.notify('channel.follow', MIRA)
    expect(await twitch.next()).toMatchObject({ kind: 'follow' })
  })
})
