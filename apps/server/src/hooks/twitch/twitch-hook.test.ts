import { defaultSettings, type Happening } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../../tests/fakes/clock'
import { startTwitchServer, type TwitchServer } from '../../../../../tests/fakes/twitch-server'
import type { Hook } from '../../organs'
import { MOST_HAPPENINGS } from '../happening-queue'
import { createTwitchHook } from './twitch-hook'

let server: TwitchServer
let clock: FakeClock
let hook: Hook
let reader: AsyncIterator<Happening>
let watchers: (() => void)[] = []

const start = async (options?: Parameters<typeof startTwitchServer>[0]) => {
  server = await startTwitchServer(options)
  clock = fakeClock()
  hook = createTwitchHook({
    ...{ clock, server: '127.0.0.1', port: server.port, secure: false },
    // No chance: waits are 0.5, 1, 2, 4 … s.
    random: () => 1,
    onHealth: () => {
      for (const watch of [...watchers]) watch()
    },
  })
  reader = hook.happenings[Symbol.asyncIterator]()
}
/** Resolves when the health says so; what is waited for comes over a real socket, so there is nothing to advance. */
const whenHealth = (words: string) =>
  new Promise<void>((resolve) => {
    const watch = () => {
      const { detail, remedy } = hook.health()
      if (!`${detail} ${remedy}`.includes(words)) return
      watchers = watchers.filter((other) => other !== watch)
      resolve()
    }
    watchers.push(watch)
    watch()
  })
const choose = (channel: string) => hook.settle({ ...defaultSettings(), twitch: { channel } })
const next = async () => (await reader.next()).value as Happening
const reading = async (channel = 'psiona') => {
  choose(channel)
  await whenHealth(`reading #${channel}`)
}

beforeEach(() => start())
afterEach(async () => {
  await hook.close()
  await server.close()
  expect(clock.waiting).toBe(0)
  watchers = []
})

describe('reading a channel', () => {
  it('needs a name and nothing else', async () => {
    expect(hook.health()).toMatchObject({ part: 'twitch', state: 'off' })
    await reading()
    const said = server.received.join('\n')
    expect(said).toMatch(/NICK justinfan\d+/)
    expect(said).toContain('JOIN #psiona')
    expect(said).not.toContain('oauth')
    expect(hook.health()).toEqual({ part: 'twitch', state: 'ok', detail: 'reading #psiona' })
  })

  it.each([
    ['plain words', { text: 'hello there' }, 'hello there'],
    [
      'emotes, whose places count code points',
      { text: '😀 Kappa 👩‍👩‍👧 Kappa', tags: { emotes: '25:2-6,14-18' } },
      '😀 Kappa 👩‍👩‍👧 Kappa',
    ],
    ['/me', { text: 'waves at Tori', action: true }, '*waves at Tori*'],
    ['piled marks and hidden turns', { text: `z${'\u0310'.repeat(80)}algo \u202eevil\u200b` }, 'z\u0310\u0310algo evil'],
    ['a number for a name', { name: '1', text: 'one' }, 'one'],
    ['tags in disguise', { text: 'a :b ;c=d \\s @e', tags: { 'reply-parent-msg-body': 'a\\sb' } }, 'a :b ;c=d \\s @e'],
    ['bits', { text: 'cheer100 nice', tags: { bits: '100' } }, 'cheer100 nice'],
    ['a long speech', { text: 'x'.repeat(3000) }, 'x'.repeat(500)],
  ])('hands on %s', async (_, line, text) => {
    await reading()
    const messageId = server.say('psiona', { name: 'Mira', ...line })
    expect(await next()).toMatchObject({
      type: 'line-written',
      messageId,
      text,
      at: clock.wallMs(),
      from: { platform: 'twitch' },
    })
  })

  it('knows who speaks, whatever they call themselves', async () => {
    await reading()
    const tags = { badges: 'broadcaster/1,subscriber/12', mod: '1', subscriber: '1', 'first-msg': '1', 'user-id': '42' }
    server.say('psiona', { name: 'Mira', text: 'hi', tags })
    expect(await next()).toMatchObject({
      from: { platform: 'twitch', id: '42', name: 'Mira' },
      roles: { broadcaster: true, moderator: true, subscriber: true, firstMessage: true },
    })
    server.say('psiona', { name: 'owner', text: 'hi', tags: { 'display-name': '\u202e\u200b', 'user-id': 'owner' } })
    expect(await next()).toMatchObject({
      from: { platform: 'twitch', id: 'owner', name: 'owner' },
      roles: { broadcaster: false, moderator: false, subscriber: false, firstMessage: false },
    })
  })

  it('hands each message on once', async () => {
    await reading()
    for (const id of ['a', 'a', 'b', 'a', 'b', 'c'])
      server.say('psiona', { name: 'Mira', text: id, id, tags: { 'source-room-id': '9' } })
    const read = [await next(), await next(), await next()]
    expect(read.map((happening) => happening.type === 'line-written' && happening.text)).toEqual(['a', 'b', 'c'])
  })

  it('passes over what is no line of chat, and lives through what is no protocol', async () => {
    await reading()
    const garbage = [
      '',
      ':',
      '@',
      '@a',
      'PRIVMSG',
      ':tmi.twitch.tv NOTICE *',
      ':tmi.twitch.tv 353',
      ':x 353 y',
      '@__proto__=1 :tmi.twitch.tv USERNOTICE',
      ':a!a@a PRIVMSG',
      ':tmi.twitch.tv HOSTTARGET #psiona',
    ]
    for (const line of garbage) server.raw(line)
    server.say('psiona', { name: 'Mira', text: '\u200b\u200b' })
    server.userNotice('psiona', 'sub', { name: 'Mira', text: '' }, { 'sub-plan': '1000' })
    server.say('psiona', { name: 'Mira', text: 'still here' })
    expect(await next()).toMatchObject({ text: 'still here' })
  })
})

describe('what moderators take back', () => {
  it('is told for one line, one person and the whole chat, of this sitting unless banned', async () => {
    const since = clock.wallMs()
    await reading()
    const messageId = server.say('psiona', { name: 'Mira', text: 'oops', tags: { 'user-id': '42' } })
    await next()
    server.clearMessage(messageId)
    expect(await next()).toEqual({ type: 'line-deleted', platform: 'twitch', messageId })
    server.clearChat('Mira', 600)
    const timedOut = await next()
    expect(timedOut).toEqual({ type: 'line-deleted', platform: 'twitch', personId: expect.stringMatching(/^\d+$/), since })
    server.clearChat('Mira')
    expect(await next()).toEqual({
      type: 'line-deleted',
      platform: 'twitch',
      personId: 'personId' in timedOut ? timedOut.personId : '',
    })
    server.clearChat()
    expect(await next()).toEqual({ type: 'line-deleted', platform: 'twitch', since })
  })

  it('is never read when it was still waiting', async () => {
    await reading()
    const gone = server.say('psiona', { name: 'Mira', text: 'oops' })
    server.say('psiona', { name: 'Jo', text: 'fine' })
    server.clearMessage(gone)
    await server.read()
    expect([await next(), await next()]).toMatchObject([{ text: 'fine' }, { type: 'line-deleted', messageId: gone }])
  })
})

describe('a flood', () => {
  it('of five thousand lines keeps the newest, every deletion, and a bounded queue', async () => {
    await reading()
    const first = server.say('psiona', { name: 'Mira', text: 'first' })
    for (let i = 0; i < 2500; i++) server.say('psiona', { name: `viewer${i % 50}`, text: `line ${i}` })
    server.clearMessage(first)
    for (let i = 2500; i < 5000; i++) server.say('psiona', { name: `viewer${i % 50}`, text: `line ${i}` })
    await server.read()
    const read: Happening[] = []
    for (let i = 0; i < MOST_HAPPENINGS; i++) read.push(await next())
    expect(read[0]).toMatchObject({ type: 'line-deleted', messageId: first })
    expect(read.at(-1)).toMatchObject({ text: 'line 4999' })
    expect(hook.health().detail).toBe(`reading #psiona, ${5001 + 1 - MOST_HAPPENINGS} lines skipped in floods`)
    const nothingMore = next()
    server.say('psiona', { name: 'Mira', text: 'after the flood' })
    expect(await nothingMore).toMatchObject({ text: 'after the flood' })
  })
})

describe('a connection that ends', () => {
  it('comes back after half a second, and says so meanwhile', async () => {
    await reading()
    server.dropAll()
    await whenHealth('trying again')
    expect(hook.health()).toMatchObject({
      state: 'trouble',
      detail: 'Twitch closed the connection',
      remedy: 'Nothing to do; trying again in 1 s.',
    })
    await clock.advance(500)
    await whenHealth('reading #psiona')
    server.say('psiona', { name: 'Mira', text: 'welcome back' })
    expect(await next()).toMatchObject({ text: 'welcome back' })
  })

  it('moves when Twitch asks for it, once', async () => {
    await reading()
    server.reconnect()
    await whenHealth('moving to another server')
    expect(server.received.filter((line) => line.startsWith('NICK'))).toHaveLength(1)
    await clock.advance(500)
    await whenHealth('reading #psiona')
    expect(server.received.filter((line) => line.startsWith('NICK'))).toHaveLength(2)
  })

  it('waits longer each time it is refused, never more than half a minute, and begins anew after a success', async () => {
    server.refuse(true)
    choose('psiona')
    for (const waitMs of [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      await clock.whenAsleep(waitMs)
      expect(hook.health()).toEqual({
        part: 'twitch',
        state: 'trouble',
        detail: 'cannot reach Twitch',
        remedy: `Check the internet connection; trying again in ${Math.ceil(waitMs / 1000)} s.`,
      })
      if (waitMs === 30_000) server.refuse(false)
      await clock.advance(waitMs)
      if (waitMs === 30_000) break
    }
    await whenHealth('reading #psiona')
    server.dropAll()
    await clock.whenAsleep(500)
  })

  it('is noticed within five seconds when the network goes deaf, and replaced when it stays so', async () => {
    await reading()
    server.mute(true)
    await clock.advance(4750)
    expect(hook.health()).toMatchObject({ state: 'trouble', detail: 'Twitch does not answer at the moment' })
    await clock.advance(8000)
    expect(hook.health().detail).toBe('Twitch stopped answering')
    server.mute(false)
    await clock.advance(500)
    await whenHealth('reading #psiona')
  })

  it('is kept when an answer comes late', async () => {
    await reading()
    server.mute(true)
    await clock.advance(4750)
    expect(hook.health().state).toBe('trouble')
    server.mute(false)
    server.raw('PING :tmi.twitch.tv')
    await whenHealth('reading #psiona')
    expect(server.received.filter((line) => line.startsWith('NICK'))).toHaveLength(1)
  })

  it('gives up on a door that neither opens nor shuts', async () => {
    server.mute(true)
    const knocked = server.knocked()
    choose('psiona')
    await knocked
    await clock.advance(5000)
    expect(hook.health().detail).toBe('cannot reach Twitch')
    server.mute(false)
    await clock.advance(500)
    await whenHealth('reading #psiona')
  })

  it('survives twenty of them', async () => {
    await reading()
    for (let cycle = 0; cycle < 20; cycle++) {
      server.dropAll()
      await clock.whenAsleep(500)
      await clock.advance(500)
      await server.joined('psiona')
      await whenHealth('reading #psiona')
    }
    expect(server.connected).toBe(1)
  })
})

describe('the channel', () => {
  it('can be changed and switched off', async () => {
    await reading('first')
    await reading('second')
    server.say('first', { name: 'Mira', text: 'wrong room' })
    server.say('second', { name: 'Mira', text: 'right room' })
    expect(await next()).toMatchObject({ text: 'right room' })
    expect(server.connected).toBe(1)
    choose('')
    expect(hook.health().state).toBe('off')
    choose('third')
    choose('fourth')
    await whenHealth('reading #fourth')
    expect(server.received.filter((line) => line.includes('#third'))).toEqual([])
  })

  it('is told apart from one that nobody has, or that is suspended', async () => {
    await hook.close()
    await server.close()
    await start({ missing: ['nobody'], suspended: ['villain'] })
    choose('nobody')
    await server.asked('JOIN #nobody')
    expect(hook.health()).toMatchObject({ state: 'ok', detail: 'connecting to #nobody' })
    await clock.advance(5000)
    expect(hook.health()).toMatchObject({ state: 'trouble', detail: '#nobody does not exist or is empty so far' })
    await server.read()
    expect(hook.health().detail).toBe('#nobody does not exist or is empty so far')
    choose('villain')
    await whenHealth('#villain is suspended on Twitch')
  })
})
