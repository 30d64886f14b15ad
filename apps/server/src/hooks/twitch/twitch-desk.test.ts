// Writing and moderating in the name of who is signed in: limits, refusals in words, outages; never twice.
import { afterEach, describe, expect, it } from 'vitest'
import { userIdOf } from '../../../../../tests/fakes/twitch-dialect'
import { startTwitchReading, type TwitchReading, type TwitchReadingOptions } from '../../../../../tests/fakes/twitch-reading'

let twitch: TwitchReading
const never = () => new AbortController().signal

/** As a viewer, unless told otherwise. */
const begin = async (options: TwitchReadingOptions = { signedIn: { name: 'ToriBot' } }) => {
  twitch = await startTwitchReading(options)
  await twitch.read()
  await twitch.when(() => twitch.hook.cannotWrite() === '')
}
const write = (text: string, replyTo?: string, signal = never()) => twitch.hook.write({ text, replyTo }, signal)
const texts = () => twitch.api.helix.written.map(({ text }) => text)
afterEach(async () => {
  await twitch.close()
  expect(twitch.clock.waiting).toBe(0)
})

describe('[R118] a line of hers', () => {
  it('is written, as a reply where it answers, and does not come back to her', async () => {
    await begin()
    expect(await write('hello there', 'm-1')).toEqual({ sent: true })
    expect(twitch.api.helix.written).toMatchObject([{ text: 'hello there', replyTo: 'm-1', sender: userIdOf('ToriBot') }])
    twitch.server.say('psiona', { name: 'Mira', text: 'hello there' })
    expect(await twitch.next()).toMatchObject({ text: 'hello there', from: { name: 'Mira' } })
  })

  it('is told from what the streamer types by the same name', async () => {
    await begin({ signedIn: { name: 'Psiona' } })
    expect(await write('from her')).toEqual({ sent: true })
    twitch.server.say('psiona', { name: 'Psiona', text: 'from the streamer' })
    expect(await twitch.next()).toMatchObject({ text: 'from the streamer' })
  })

  it('is cut at a word, by code points, and is never an order', async () => {
    await begin()
    await write(`/ban ${'🎉 word '.repeat(100)}`)
    const [text = ''] = texts()
    expect([...text].length).toBeLessThanOrEqual(500)
    expect([...text].length).toBeGreaterThan(490)
    expect(text).toMatch(/^ban .*(?:🎉|word)…$/u)
    expect(await write(' \u200b/ ')).toMatchObject({ sent: false, why: expect.stringContaining('nothing') })
  })

  it.each([
    ['viewers write twenty in half a minute', { signedIn: { name: 'ToriBot' } }, 20],
    ['moderators a hundred', { signedIn: { name: 'ToriBot' }, moderators: ['ToriBot'] }, 100],
    ['the broadcaster a hundred', { signedIn: { name: 'Psiona' } }, 100],
  ])('%s, and the rest waits', async (_, options, most) => {
    await begin(options)
    expect(twitch.hook.state().moderator).toBe(most === 100)
    for (let i = 0; i < most; i++) expect(await write(`line ${i}`)).toEqual({ sent: true })
    const late = write('one more')
    const stopped = new AbortController()
    const given = write('given up', undefined, stopped.signal)
    expect(twitch.hook.state().waitingToWrite).toBe(2)
    stopped.abort()
    expect(await given).toEqual({ sent: false, why: 'stopped' })
    await twitch.clock.whenAsleep(30_000)
    expect(texts()).toHaveLength(most)
    await twitch.clock.advance(30_000)
    expect(await late).toEqual({ sent: true })
    expect(twitch.hook.state().waitingToWrite).toBe(0)
  })

  it('is refused when too many wait', async () => {
    await begin()
    for (let i = 0; i < 20; i++) await write(`line ${i}`)
    const waiting = Array.from({ length: 20 }, (_, i) => write(`waiting ${i}`))
    expect(await write('too much')).toMatchObject({ sent: false, why: expect.stringContaining('too many') })
    twitch.choose('')
    for (const sent of await Promise.all(waiting))
      expect(sent).toMatchObject({ sent: false, why: expect.stringContaining('changed') })
  })

  it('with the same words within half a minute is refused, later it is not', async () => {
    await begin()
    expect(await write('thank you')).toEqual({ sent: true })
    expect(await write('thank you')).toMatchObject({ sent: false, why: expect.stringContaining('same words') })
    await twitch.clock.advance(30_000)
    await twitch.when(() => twitch.hook.cannotWrite() === '')
    expect(await write('thank you')).toEqual({ sent: true })
  })

  it('that Twitch drops is told with its reason', async () => {
    await begin()
    twitch.api.helix.dropNext('msg_rejected', 'Held for review by AutoMod.')
    expect(await write('hm')).toEqual({ sent: false, why: 'Twitch dropped the line: Held for review by AutoMod.' })
    expect(await write('hm')).toEqual({ sent: true })
  })

  it('waits where Twitch wants a pause, and is then written once', async () => {
    await begin()
    twitch.api.trouble('/helix/chat/messages', { kind: 'status', status: 429, resetInMs: 7000 })
    const sent = write('patience')
    await twitch.soon(() => texts().length === 1)
    expect(await sent).toEqual({ sent: true })
    expect(texts()).toEqual(['patience'])
  })

  it('goes on with a fresh token when the old one has ended', async () => {
    await begin()
    twitch.api.signIn.expire()
    expect(await Promise.all([write('one'), write('two')])).toEqual([{ sent: true }, { sent: true }])
    expect(twitch.api.signIn.refreshed).toHaveLength(1)
    twitch.api.signIn.expire(true)
    expect(await write('three')).toMatchObject({ sent: false, why: expect.stringContaining('no longer accepts') })
    expect(twitch.hook.state().login).toBe('expired')
  })

  it.each([
    ['broken off before', { kind: 'drop' } as const, 0],
    ['broken off after', { kind: 'drop', done: true } as const, 1],
    ['answered by nonsense', { kind: 'garbage' } as const, 0],
    ['answered by other nonsense', { kind: 'garbage', body: '{"data":[]}' } as const, 0],
    ['refused by a server in trouble', { kind: 'status', status: 503 } as const, 0],
  ])('%s is not written again', async (_, trouble, stands) => {
    await begin()
    twitch.api.trouble('/helix/chat/messages', trouble)
    expect(await write('once')).toMatchObject({ sent: false, why: expect.stringMatching(/\w/) })
    expect(texts()).toHaveLength(stands)
    expect(twitch.api.asked.filter(({ path }) => path === '/helix/chat/messages')).toHaveLength(1)
    expect(await write('next')).toEqual({ sent: true })
  })

  it('is given up when the answer drips or never comes', async () => {
    await begin()
    for (const kind of ['drip', 'hang'] as const) {
      twitch.api.trouble('/helix/chat/messages', { kind })
      const before = twitch.api.asked.length
      const sent = write(kind)
      await twitch.soon(() => twitch.api.asked.length > before)
      await twitch.clock.advance(9000)
      expect(await sent).toMatchObject({ sent: false, why: expect.stringContaining('does not answer') })
    }
  })

  it('is written once through twenty outages of everything', async () => {
    await begin({ signedIn: { name: 'Psiona' } })
    for (let cycle = 0; cycle < 20; cycle++) {
      twitch.api.trouble('/helix/chat/messages', { kind: 'drop', done: cycle % 2 === 0 })
      await write(`line ${cycle}`)
      twitch.server.dropAll()
      twitch.api.events.drop()
      await twitch.whenHealth('trying again')
      await twitch.clock.advance(500)
      await twitch.server.joined('psiona')
      await twitch.whenHealth('reading #psiona')
    }
    expect(await write('after')).toEqual({ sent: true })
    expect(new Set(texts()).size).toBe(texts().length)
    expect(texts()).toHaveLength(11)
  })
})

describe('who cannot write', () => {
  it('is told why, and what it takes', async () => {
    twitch = await startTwitchReading()
    expect(twitch.hook.cannotWrite()).toMatch(/No Twitch channel/)
    await twitch.read()
    expect(twitch.hook.cannotWrite()).toMatch(/Sign in on the Stream page/)
    expect(await write('hello')).toEqual({ sent: false, why: twitch.hook.cannotWrite() })
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'ToriBot', scopes: ['user:read:chat'] } })
    twitch.api.helix.unknown.add('psiona')
    await twitch.read()
    await twitch.when(() => twitch.hook.state().detail.includes('not known'))
    expect(twitch.hook.cannotWrite()).toMatch(/not known at Twitch. Check the channel name/)
    twitch.api.helix.unknown.clear()
    await twitch.soon(() => /not asked whether she may write/.test(twitch.hook.cannotWrite()))
  })
})

describe('[R118] moderation', () => {
  it('deletes a line, times somebody out, bans', async () => {
    await begin({ signedIn: { name: 'Psiona' } })
    await twitch.hook.moderate({ platform: 'twitch', messageId: 'm-1' })
    await twitch.hook.moderate({ platform: 'twitch', personId: '42', seconds: 600 })
    await twitch.hook.moderate({ platform: 'twitch', personId: '43' })
    expect(twitch.api.helix.moderated).toEqual(['delete m-1', 'timeout 42 600', 'ban 43'])
  })

  it('says what it takes', async () => {
    twitch = await startTwitchReading()
    await twitch.read()
    const order = { platform: 'twitch', messageId: 'm-1' } as const
    await expect(twitch.hook.moderate(order)).rejects.toMatchObject({
      category: 'refused',
      message: expect.stringContaining('Sign in'),
    })
    await expect(twitch.hook.moderate({ platform: 'twitch' })).rejects.toMatchObject({ category: 'input' })
    await twitch.close()
    await begin({ signedIn: { name: 'ToriBot' } })
    await expect(twitch.hook.moderate(order)).rejects.toMatchObject({
      message: expect.stringMatching(/not a moderator.*Sign in as the broadcaster/),
    })
    await twitch.close()
    await begin({ signedIn: { name: 'Psiona', scopes: ['user:write:chat'] } })
    await expect(twitch.hook.moderate(order)).rejects.toMatchObject({
      code: 'twitch-scope',
      message: expect.stringContaining('to delete messages'),
    })
  })
})
