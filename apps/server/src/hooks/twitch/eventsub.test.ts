// Events of the channel with a sign-in: each kind, each once, and what does not come with why.
import type { Happening } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userIdOf } from '../../../../../tests/fakes/twitch-dialect'
import { startTwitchReading, type TwitchReading } from '../../../../../tests/fakes/twitch-reading'
import { EVENTSUB_TOPICS } from './eventsub-topics'

const ALL = EVENTSUB_TOPICS.length
const user = { user_id: userIdOf('Mira'), user_login: 'mira', user_name: 'Mira' }
const mira = { platform: 'twitch', id: user.user_id, name: 'Mira' }
const reward = { id: 'r-1', title: 'Hydrate', cost: 300 }
const REDEEM = 'channel.channel_points_custom_reward_redemption.add'
let twitch: TwitchReading

const begin = async (name = 'Psiona') => {
  twitch = await startTwitchReading({ signedIn: { name } })
  await twitch.read()
  await twitch.api.events.subscribed(ALL)
  await twitch.when(() => stateOf('offline').state === 'on')
}
const stateOf = (title: string) => {
  const found = twitch.hook.state().events.find((one) => one.title === title)
  if (!found) throw new Error(`no ${title}`)
  return found
}
const nextOf = async (count: number): Promise<Happening[]> => {
  const all: Happening[] = []
  while (all.length < count) all.push(await twitch.next())
  return all
}
beforeEach(() => begin())
afterEach(async () => {
  await twitch.close()
  expect(twitch.clock.waiting).toBe(0)
})

describe('every kind of event', () => {
  it.each([
    ['channel.follow', user, { kind: 'follow', from: mira, amount: null }],
    ['channel.subscribe', { ...user, tier: '1000', is_gift: false }, { kind: 'subscription', from: mira, amount: 1 }],
    [
      'channel.subscription.message',
      { ...user, cumulative_months: 26, streak_months: 3, message: { text: 'still\u200b here', emotes: [] } },
      { kind: 'subscription', amount: 26, text: 'still here' },
    ],
    ['channel.subscription.gift', { ...user, total: 5, is_anonymous: false }, { kind: 'gift', from: mira, amount: 5 }],
    ['channel.subscription.gift', { user_id: null, total: 2, is_anonymous: true }, { kind: 'gift', from: null, amount: 2 }],
    [
      'channel.raid',
      { from_broadcaster_user_id: user.user_id, from_broadcaster_user_name: 'Mira', viewers: 140 },
      { kind: 'raid', from: mira, amount: 140 },
    ],
    [REDEEM, { ...user, user_input: '', reward }, { kind: 'redeem', from: mira, amount: 300, title: 'Hydrate', text: '' }],
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
    events.notify('channel.chat.message_delete', { message_id: 'm-1', target_user_id: user.user_id })
    events.notify('channel.chat.clear_user_messages', { target_user_id: user.user_id })
    events.notify('channel.ban', { ...user, ...moderator, is_permanent: true, ends_at: null })
    const times = { banned_at: '2026-03-02T12:00:00Z', ends_at: '2026-03-02T12:10:00Z' }
    events.notify('channel.ban', { ...user, user_id: '43', ...moderator, is_permanent: false, ...times })
    events.notify('channel.chat.clear', {})
    const gone = { type: 'line-deleted', platform: 'twitch' }
    const since = twitch.clock.wallMs()
    expect(await nextOf(7)).toEqual([
      { ...gone, messageId: 'm-1' },
      { ...gone, personId: user.user_id, since },
      { ...gone, personId: user.user_id },
      expect.objectContaining({ kind: 'moderation', from: { platform: 'twitch', id: '7', name: 'Jo' }, title: 'Mira is banned' }),
      { ...gone, personId: '43', since },
      expect.objectContaining({ kind: 'moderation', title: 'Mira is timed out for 600 s' }),
      { ...gone, since },
    ])
  })

  it('a message told twice, and an end told twice, are told once', async () => {
    twitch.api.events.notify('channel.follow', user, 'same')
    twitch.api.events.notify('channel.follow', user, 'same')
    const poll = { id: 'p', title: 'x', choices: [] }
    twitch.api.events.notify('channel.poll.end', { ...poll, status: 'completed' })
    twitch.api.events.notify('channel.poll.end', { ...poll, status: 'archived' })
    twitch.api.events.notify('stream.online', {})
    expect(await nextOf(3)).toMatchObject([{ kind: 'follow' }, { kind: 'poll', phase: 'over' }, { kind: 'online' }])
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
    twitch.api.events.notify('channel.follow', user)
    expect(await twitch.next()).toMatchObject({ kind: 'follow' })
  })
})

describe('what chat and EventSub both tell', () => {
  const raided = { from_broadcaster_user_id: user.user_id, from_broadcaster_user_name: 'Mira', viewers: 5 }
  it('is told once, whoever is first; two of the same stay two', async () => {
    const gift = { ...user, total: 1, is_anonymous: false }
    twitch.server.userNotice('psiona', 'subgift', { name: 'Mira', text: '', id: 'g-1' })
    expect(await twitch.next()).toMatchObject({ kind: 'gift', eventId: 'g-1' })
    twitch.api.events.notify('channel.subscription.gift', gift)
    twitch.api.events.notify('channel.raid', raided, 'e-raid')
    expect(await twitch.next()).toMatchObject({ kind: 'raid', eventId: 'e-raid' })
    twitch.server.userNotice('psiona', 'raid', { name: 'Mira', text: '', id: 'i-raid' }, { viewerCount: '5' })
    twitch.server.userNotice('psiona', 'subgift', { name: 'Mira', text: '', id: 'g-2' })
    expect(await twitch.next()).toMatchObject({ kind: 'gift', eventId: 'g-2' })
  })

  it('is taken back under the id it was told by', async () => {
    twitch.api.events.notify('channel.subscription.message', { ...user, cumulative_months: 2, message: { text: 'oops' } }, 'e-1')
    expect(await twitch.next()).toMatchObject({ kind: 'subscription', eventId: 'e-1' })
    twitch.server.userNotice('psiona', 'resub', { name: 'Mira', text: 'oops', id: 'i-1' }, { 'cumulative-months': '2' })
    twitch.server.raw('@target-msg-id=i-1 :tmi.twitch.tv CLEARMSG #psiona :oops')
    expect(await nextOf(2)).toMatchObject([{ messageId: 'i-1' }, { messageId: 'e-1' }])
  })

  it('a deletion is told once', async () => {
    twitch.server.raw('@target-msg-id=m-1 :tmi.twitch.tv CLEARMSG #psiona :x')
    expect(await twitch.next()).toMatchObject({ messageId: 'm-1' })
    twitch.api.events.notify('channel.chat.message_delete', { message_id: 'm-1' })
    twitch.api.events.notify('stream.online', {})
    expect(await twitch.next()).toMatchObject({ kind: 'online' })
  })

  it.each(['line', 'event'])(
    'a reward with words is one line that knows its title and price, when the %s comes first',
    async (first) => {
      const line = () => void twitch.server.say('psiona', { name: 'Mira', text: 'drink', tags: { 'custom-reward-id': 'r-1' } })
      const event = () => void twitch.api.events.notify(REDEEM, { ...user, user_input: 'drink', reward })
      if (first === 'line') {
        line()
        await twitch.clock.whenAsleep(1500)
        event()
      } else {
        event()
        await twitch.clock.whenAsleep(1500)
        line()
      }
      expect(await twitch.next()).toMatchObject({
        type: 'line-written',
        text: 'drink',
        paid: { kind: 'points', amount: 300, title: 'Hydrate' },
      })
      twitch.api.events.notify('stream.online', {})
      expect(await twitch.next()).toMatchObject({ kind: 'online' })
    },
  )

  it('a reward whose other half never comes is told all the same, and a late one is not told again', async () => {
    twitch.api.events.notify(REDEEM, { ...user, user_input: 'drink', reward })
    await twitch.clock.whenAsleep(1500)
    await twitch.clock.advance(1500)
    expect(await twitch.next()).toMatchObject({ kind: 'redeem', text: 'drink', amount: 300 })
    twitch.server.say('psiona', { name: 'Mira', text: 'late', tags: { 'custom-reward-id': 'r-1' } })
    await twitch.clock.whenAsleep(1500)
    await twitch.clock.advance(1500)
    expect(await twitch.next()).toMatchObject({ text: 'late', paid: { amount: 0 } })
    twitch.api.events.notify(REDEEM, { ...user, user_input: 'late', reward })
    twitch.api.events.notify('stream.online', {})
    expect(await twitch.next()).toMatchObject({ kind: 'online' })
  })

  it('a line that is taken back while it waits for its reward never comes', async () => {
    const id = twitch.server.say('psiona', { name: 'Mira', text: 'oops', tags: { 'custom-reward-id': 'r-1' } })
    await twitch.clock.whenAsleep(1500)
    twitch.server.clearMessage(id)
    expect(await twitch.next()).toMatchObject({ type: 'line-deleted', messageId: id })
    await twitch.clock.advance(1500)
    twitch.api.events.notify('stream.online', {})
    expect(await twitch.next()).toMatchObject({ kind: 'online' })
  })
})

describe('what does not come', () => {
  it('is told by kind with why, and the others go on', async () => {
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'Psiona' } })
    twitch.api.helix.refusedTopics.set('channel.follow', 403)
    await twitch.read()
    await twitch.api.events.subscribed(ALL - 1)
    await twitch.when(() => stateOf('offline').state === 'on')
    expect(stateOf('follow')).toMatchObject({ state: 'trouble', why: expect.stringContaining('moderator') })
    expect(stateOf('poll').state).toBe('on')
    twitch.api.events.notify('stream.online', {})
    expect(await twitch.next()).toMatchObject({ kind: 'online' })
  })

  it('for want of permission is not even asked for', async () => {
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'Psiona', scopes: ['user:read:chat', 'channel:moderate'] } })
    await twitch.read()
    await twitch.when(() => stateOf('offline').state === 'on')
    expect(stateOf('redeem')).toMatchObject({
      state: 'trouble',
      why: expect.stringMatching(/to see redeemed rewards.*Sign in again/),
    })
    expect(twitch.api.events.topics).not.toContain(REDEEM)
    expect(twitch.api.signIn.refreshed).toEqual([])
  })

  it('after a revocation is told, and a limit or trouble only delays', async () => {
    twitch.api.events.revoke('channel.follow', 'authorization_revoked')
    await twitch.when(() => stateOf('follow').state === 'trouble')
    expect(stateOf('follow').why).toContain('sign in again')
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'Psiona' } })
    twitch.api.trouble(
      '/helix/eventsub',
      { kind: 'status', status: 429, resetInMs: 3000 },
      { kind: 'status', status: 500 },
      { kind: 'drop' },
    )
    twitch.choose('psiona')
    await twitch.soon(() => twitch.hook.state().events.every(({ state }) => state === 'on'))
    expect(new Set(twitch.api.events.topics).size).toBe(ALL)
  })
})

describe('the session', () => {
  it('moves when asked, keeping its subscriptions and losing nothing', async () => {
    const asked = twitch.api.asked.length
    const hello = twitch.api.events.welcomed()
    twitch.api.events.move()
    await hello
    twitch.api.events.notify('channel.follow', user)
    expect(await twitch.next()).toMatchObject({ kind: 'follow' })
    expect(twitch.api.asked.length).toBe(asked)
    expect(twitch.api.events.connected).toBe(1)
  })

  it('does not follow to a stranger', async () => {
    twitch.api.events.move('ws://example.org/ws')
    await twitch.when(() => stateOf('follow').state === 'trouble')
    await twitch.clock.whenAsleep(500)
    await twitch.clock.advance(500)
    await twitch.when(() => stateOf('offline').state === 'on')
  })

  it('that falls silent is replaced within its keepalive', async () => {
    for (const _ of [1, 2, 3]) {
      await twitch.clock.advance(9000)
      twitch.api.events.notify('channel.follow', user)
      await twitch.next()
    }
    expect(stateOf('follow').state).toBe('on')
    await twitch.clock.advance(12_000)
    await twitch.when(() => stateOf('follow').state === 'trouble')
    await twitch.clock.advance(500)
    await twitch.when(() => stateOf('offline').state === 'on')
  })

  it('that never says hello is given up', async () => {
    twitch.api.events.mute(true)
    twitch.api.events.drop()
    await twitch.clock.whenAsleep(500)
    await twitch.clock.advance(500)
    await twitch.clock.whenAsleep(5000)
    await twitch.clock.advance(5000)
    await twitch.when(() => stateOf('follow').why.includes('cannot be reached'))
    twitch.api.events.mute(false)
    await twitch.clock.advance(1000)
    await twitch.when(() => stateOf('offline').state === 'on')
  })

  it('comes back twenty times, telling each event once', async () => {
    for (let cycle = 0; cycle < 20; cycle++) {
      twitch.api.events.drop()
      await twitch.clock.whenAsleep(500)
      await twitch.clock.advance(500)
      await twitch.when(() => stateOf('offline').state === 'on')
      twitch.api.events.notify('channel.follow', user, `follow-${cycle}`)
      expect(await twitch.next()).toMatchObject({ kind: 'follow', eventId: `follow-${cycle}` })
    }
    expect(twitch.api.events.connected).toBe(1)
  })
})
