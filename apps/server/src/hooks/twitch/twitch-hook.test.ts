import { type Happening, takesBack } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTwitchReading, type TwitchReading } from '../../../../../tests/fakes/twitch-reading'
import { MOST_HAPPENINGS } from '../happening-queue'

let twitch: TwitchReading

beforeEach(async () => {
  twitch = await startTwitchReading()
})
afterEach(async () => {
  await twitch.close()
  // Every timer is somebody's, and its owner has closed it.
  expect(twitch.clock.waiting).toBe(0)
})

describe('reading a channel', () => {
  it('needs a name and nothing else', async () => {
    expect(twitch.hook.health()).toMatchObject({ part: 'twitch', state: 'off' })
    await twitch.read()
    const said = twitch.server.received.join('\n')
    expect(said).toMatch(/NICK justinfan\d+/)
    expect(said).toContain('JOIN #psiona')
    expect(said).not.toContain('oauth')
    expect(twitch.hook.health()).toEqual({ part: 'twitch', state: 'ok', detail: 'reading #psiona' })
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
    await twitch.read()
    const messageId = twitch.server.say('psiona', { name: 'Mira', ...line })
    expect(await twitch.next()).toMatchObject({
      type: 'line-written',
      messageId,
      text,
      at: twitch.clock.wallMs(),
      from: { platform: 'twitch' },
    })
  })

  it('knows who speaks, whatever they call themselves', async () => {
    await twitch.read()
    const tags = { badges: 'broadcaster/1,subscriber/12', mod: '1', subscriber: '1', 'first-msg': '1', 'user-id': '42' }
    twitch.server.say('psiona', { name: 'Mira', text: 'hi', tags })
    expect(await twitch.next()).toMatchObject({
      from: { platform: 'twitch', id: '42', name: 'Mira' },
      roles: { broadcaster: true, moderator: true, subscriber: true, firstMessage: true },
    })
    twitch.server.say('psiona', { name: 'owner', text: 'hi', tags: { 'display-name': '\u202e\u200b', 'user-id': 'owner' } })
    expect(await twitch.next()).toMatchObject({
      from: { platform: 'twitch', id: 'owner', name: 'owner' },
      roles: { broadcaster: false, moderator: false, subscriber: false, firstMessage: false },
    })
  })

  it('hands each message on once', async () => {
    await twitch.read()
    for (const id of ['a', 'a', 'b', 'a', 'b', 'c'])
      twitch.server.say('psiona', { name: 'Mira', text: id, id, tags: { 'source-room-id': '9' } })
    const read = [await twitch.next(), await twitch.next(), await twitch.next()]
    expect(read.map((happening) => happening.type === 'line-written' && happening.text)).toEqual(['a', 'b', 'c'])
  })

  it('passes over what is no line of chat, and lives through what is no protocol', async () => {
    await twitch.read()
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
    for (const line of garbage) twitch.server.raw(line)
    twitch.server.say('psiona', { name: 'Mira', text: '\u200b\u200b' })
    twitch.server.userNotice('psiona', 'ritual', { name: 'Mira', text: '' }, { 'ritual-name': 'new_chatter' })
    twitch.server.say('psiona', { name: 'Mira', text: 'still here' })
    expect(await twitch.next()).toMatchObject({ text: 'still here' })
  })
})

describe('what moderators take back', () => {
  it('is told for one line, one person and the whole chat, of this sitting unless banned', async () => {
    const since = twitch.clock.wallMs()
    await twitch.read()
    const messageId = twitch.server.say('psiona', { name: 'Mira', text: 'oops', tags: { 'user-id': '42' } })
    await twitch.next()
    twitch.server.clearMessage(messageId)
    expect(await twitch.next()).toEqual({ type: 'line-deleted', platform: 'twitch', messageId })
    twitch.server.clearChat('Mira', 600)
    const timedOut = await twitch.next()
    expect(timedOut).toEqual({ type: 'line-deleted', platform: 'twitch', personId: expect.stringMatching(/^\d+$/), since })
    twitch.server.clearChat('Mira')
    expect(await twitch.next()).toEqual({
      type: 'line-deleted',
      platform: 'twitch',
      personId: 'personId' in timedOut ? timedOut.personId : '',
    })
    twitch.server.clearChat()
    expect(await twitch.next()).toEqual({ type: 'line-deleted', platform: 'twitch', since })
  })

  it('[R24] is told of lines that were written after the wall clock was set back, too', async () => {
    await twitch.read()
    twitch.clock.setWall(twitch.clock.wallMs() - 3_600_000)
    twitch.server.say('psiona', { name: 'Mira', text: 'oops' })
    const line = await twitch.next()
    twitch.server.clearChat('Mira', 600)
    const timedOut = await twitch.next()
    expect([line.type, timedOut.type]).toEqual(['line-written', 'line-deleted'])
    if (line.type === 'line-written' && timedOut.type === 'line-deleted') expect(takesBack(timedOut, line)).toBe(true)
  })

  it('is never read when it was still waiting', async () => {
    await twitch.read()
    const gone = twitch.server.say('psiona', { name: 'Mira', text: 'oops' })
    twitch.server.say('psiona', { name: 'Jo', text: 'fine' })
    twitch.server.clearMessage(gone)
    await twitch.server.read()
    expect([await twitch.next(), await twitch.next()]).toMatchObject([
      { text: 'fine' },
      { type: 'line-deleted', messageId: gone },
    ])
  })
})

describe('a flood', () => {
  it('of five thousand lines keeps the newest, every deletion, and a bounded queue', async () => {
    await twitch.read()
    const first = twitch.server.say('psiona', { name: 'Mira', text: 'first' })
    for (let i = 0; i < 2500; i++) twitch.server.say('psiona', { name: `viewer${i % 50}`, text: `line ${i}` })
    twitch.server.clearMessage(first)
    for (let i = 2500; i < 5000; i++) twitch.server.say('psiona', { name: `viewer${i % 50}`, text: `line ${i}` })
    await twitch.server.read()
    const read: Happening[] = []
    for (let i = 0; i < MOST_HAPPENINGS; i++) read.push(await twitch.next())
    expect(read[0]).toMatchObject({ type: 'line-deleted', messageId: first })
    expect(read.at(-1)).toMatchObject({ text: 'line 4999' })
    expect(twitch.hook.health().detail).toBe(`reading #psiona, ${5001 + 1 - MOST_HAPPENINGS} lines skipped in floods`)
    const nothingMore = twitch.next()
    twitch.server.say('psiona', { name: 'Mira', text: 'after the flood' })
    expect(await nothingMore).toMatchObject({ text: 'after the flood' })
  })
})
