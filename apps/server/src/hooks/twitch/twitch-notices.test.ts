// What the chat tells without a sign-in: gifts with lines, replies, shared chats, subscriptions, raids, announcements.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userIdOf } from '../../../../../tests/fakes/twitch-dialect'
import { startTwitchReading, type TwitchReading } from '../../../../../tests/fakes/twitch-reading'

let twitch: TwitchReading
const mira = { platform: 'twitch', id: userIdOf('Mira'), name: 'Mira' }

beforeEach(async () => {
  twitch = await startTwitchReading()
  await twitch.read()
})
afterEach(async () => {
  await twitch.close()
  expect(twitch.clock.waiting).toBe(0)
})
const say = (text: string, tags: Record<string, string>) => twitch.server.say('psiona', { name: 'Mira', text, tags })
const notice = (kind: string, params: Record<string, string>, text = '', id = `notice-${kind}`) =>
  twitch.server.userNotice('psiona', kind, { name: 'Mira', text, id }, params)

describe('a line of chat', () => {
  it.each([
    ['bits', 'cheer100 nice', { bits: '100' }, { paid: { kind: 'bits', amount: 100, title: '' } }],
    ['one bit', 'cheer1', { bits: '1' }, { paid: { kind: 'bits', amount: 1, title: '' } }],
    [
      'a reward of which nobody tells more',
      'hydrate',
      { 'custom-reward-id': 'r-1' },
      { paid: { kind: 'points', amount: 0, title: '' } },
    ],
    ['a VIP', 'hi', { badges: 'vip/1', vip: '1' }, { roles: { vip: true, moderator: false } }],
    [
      'a reply',
      '@Jo yes',
      {
        'reply-parent-msg-id': 'm-1',
        'reply-parent-user-id': '7',
        'reply-parent-display-name': 'Jo',
        'reply-parent-msg-body': 'a\\sb',
      },
      { replyTo: { messageId: 'm-1', personId: '7', name: 'Jo' } },
    ],
    ['a shared chat', 'hi', { 'source-room-id': '9', 'source-id': 's-1' }, { sharedFrom: '9' }],
  ])('knows %s', async (_, text, tags, expected) => {
    say(text, tags)
    expect(await twitch.next()).toMatchObject({ type: 'line-written', text, ...expected })
  })

  it('given to another channel is not given here, and one of our own is not shared', async () => {
    say('cheer50', { bits: '50', 'source-room-id': '9', 'source-id': 's-1' })
    const shared = await twitch.next()
    expect(shared).toMatchObject({ sharedFrom: '9' })
    expect(shared).not.toHaveProperty('paid.kind')
    say('here', { 'source-room-id': userIdOf('psiona') })
    expect(await twitch.next()).not.toHaveProperty('sharedFrom', expect.any(String))
  })

  it('of a shared chat that comes by two ways comes once', async () => {
    say('twice', { 'source-room-id': '9', 'source-id': 's-1' })
    say('twice', { 'source-room-id': '9', 'source-id': 's-1' })
    say('once', { 'source-room-id': '9', 'source-id': 's-2' })
    expect([await twitch.next(), await twitch.next()]).toMatchObject([{ text: 'twice' }, { text: 'once' }])
  })
})

describe('a notice', () => {
  it.each([
    ['sub', { 'cumulative-months': '1', 'sub-plan': 'Prime' }, '', { kind: 'subscription', amount: 1 }],
    [
      'resub',
      { 'cumulative-months': '26', 'streak-months': '3' },
      'still here',
      { kind: 'subscription', amount: 26, text: 'still here' },
    ],
    ['subgift', { 'recipient-display-name': 'Jo', months: '1' }, '', { kind: 'gift', amount: 1 }],
    ['submysterygift', { 'mass-gift-count': '5' }, '', { kind: 'gift', amount: 5 }],
    ['announcement', { color: 'PRIMARY' }, 'tonight at eight', { kind: 'announcement', amount: null, text: 'tonight at eight' }],
    ['raid', { viewerCount: '140', displayName: 'Mira', login: 'mira' }, '', { kind: 'raid', amount: 140 }],
  ])('%s is told', async (kind, params, text, expected) => {
    notice(kind, params, text)
    expect(await twitch.next()).toMatchObject({
      ...{ type: 'event-happened', eventId: `notice-${kind}`, platform: 'twitch', from: mira, at: twitch.clock.wallMs() },
      ...expected,
    })
  })

  it('of many gifts counts once, and a gift by itself still counts', async () => {
    notice('submysterygift', { 'mass-gift-count': '3', 'community-gift-id': 'c-1' })
    for (const id of ['a', 'b', 'c']) notice('subgift', { 'recipient-display-name': id, 'community-gift-id': 'c-1' }, '', id)
    notice('subgift', { 'recipient-display-name': 'Jo', 'origin-id': 'o-2' }, '', 'alone')
    expect([await twitch.next(), await twitch.next()]).toMatchObject([
      { kind: 'gift', amount: 3 },
      { kind: 'gift', amount: 1, eventId: 'alone' },
    ])
  })

  it('of a giver who stays unknown is from nobody, one of another channel is none', async () => {
    twitch.server.userNotice('psiona', 'raid', { name: 'Jo', text: '', tags: { 'source-room-id': '9' } }, { viewerCount: '5' })
    twitch.server.userNotice(
      'psiona',
      'submysterygift',
      { name: 'AnAnonymousGifter', text: '', tags: { 'user-id': '274598607' } },
      { 'mass-gift-count': '2' },
    )
    expect(await twitch.next()).toMatchObject({ kind: 'gift', amount: 2, from: null })
  })

  it('with words is taken back before anybody reads it', async () => {
    notice('resub', { 'cumulative-months': '2' }, 'oops', 'r-1')
    twitch.server.raw('@target-msg-id=r-1 :tmi.twitch.tv CLEARMSG #psiona :oops')
    await twitch.server.read()
    expect(await twitch.next()).toMatchObject({ type: 'line-deleted', messageId: 'r-1' })
  })

  it('is told without a sign-in, and the panel says what is not', () => {
    const states = Object.fromEntries(twitch.hook.state().events.map(({ title, state }) => [title, state]))
    expect(states).toMatchObject({
      subscription: 'on',
      gift: 'on',
      raid: 'on',
      bits: 'on',
      announcement: 'on',
      follow: 'off',
      redeem: 'off',
    })
  })
})
