// Events that do not come, with why, and the session that carries the others.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTwitchReading, type TwitchReading } from '../../../../../tests/fakes/twitch-reading'
import { listening, MIRA, REDEEM, startTwitchSignedIn, stateOf } from '../../../../../tests/fakes/twitch-signed-in'
import { EVENTSUB_TOPICS } from './eventsub-topics'

let twitch: TwitchReading
beforeEach(async () => {
  twitch = await startTwitchSignedIn()
})
afterEach(async () => {
  await twitch.close()
  expect(twitch.clock.waiting).toBe(0)
})

describe('what does not come', () => {
  it('is told by kind with why, and the others go on', async () => {
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'Psiona' } })
    twitch.api.helix.refusedTopics.set('channel.follow', 403)
    await twitch.read()
    await twitch.api.events.subscribed(EVENTSUB_TOPICS.length - 1)
    await listening(twitch)
    expect(stateOf(twitch, 'follow')).toMatchObject({ state: 'trouble', why: expect.stringContaining('moderator') })
    expect(stateOf(twitch, 'poll').state).toBe('on')
    twitch.api.events.notify('stream.online', {})
    expect(await twitch.next()).toMatchObject({ kind: 'online' })
  })

  it('for want of permission is not even asked for', async () => {
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'Psiona', scopes: ['user:read:chat', 'channel:moderate'] } })
    await twitch.read()
    await listening(twitch)
    expect(stateOf(twitch, 'redeem')).toMatchObject({
      state: 'trouble',
      why: expect.stringMatching(/to see redeemed rewards.*Sign in again/),
    })
    expect(twitch.api.events.topics).not.toContain(REDEEM)
    expect(twitch.api.signIn.refreshed).toEqual([])
  })

  it('after a revocation is told, and a limit or trouble only delays', async () => {
    twitch.api.events.revoke('channel.follow', 'authorization_revoked')
    await twitch.when(() => stateOf(twitch, 'follow').state === 'trouble')
    expect(stateOf(twitch, 'follow').why).toContain('sign in again')
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
    expect(new Set(twitch.api.events.topics).size).toBe(EVENTSUB_TOPICS.length)
  })
})

describe('the session', () => {
  it('moves when asked, keeping its subscriptions and losing nothing', async () => {
    const asked = twitch.api.asked.length
    const hello = twitch.api.events.welcomed()
    twitch.api.events.move()
    await hello
    twitch.api.events.notify('channel.follow', MIRA)
    expect(await twitch.next()).toMatchObject({ kind: 'follow' })
    expect(twitch.api.asked.length).toBe(asked)
    expect(twitch.api.events.connected).toBe(1)
  })

  it('does not follow to a stranger', async () => {
    twitch.api.events.move('ws://example.org/ws')
    await twitch.when(() => stateOf(twitch, 'follow').state === 'trouble')
    await twitch.clock.whenAsleep(500)
    await twitch.clock.advance(500)
    await listening(twitch)
  })

  it('that falls silent is replaced within its keepalive', async () => {
    for (const _ of [1, 2, 3]) {
      await twitch.clock.advance(9000)
      twitch.api.events.notify('channel.follow', MIRA)
      await twitch.next()
    }
    expect(stateOf(twitch, 'follow').state).toBe('on')
    await twitch.clock.advance(12_000)
    await twitch.when(() => stateOf(twitch, 'follow').state === 'trouble')
    await twitch.clock.advance(500)
    await listening(twitch)
  })

  it('that never says hello is given up', async () => {
    twitch.api.events.mute(true)
    twitch.api.events.drop()
    await twitch.clock.whenAsleep(500)
    await twitch.clock.advance(500)
    await twitch.clock.whenAsleep(5000)
    await twitch.clock.advance(5000)
    await twitch.when(() => stateOf(twitch, 'follow').why.includes('cannot be reached'))
    twitch.api.events.mute(false)
    await twitch.clock.advance(1000)
    await listening(twitch)
  })

  it('comes back twenty times, telling each event once', async () => {
    for (let cycle = 0; cycle < 20; cycle++) {
      twitch.api.events.drop()
      await twitch.clock.whenAsleep(500)
      await twitch.clock.advance(500)
      await listening(twitch)
      twitch.api.events.notify('channel.follow', MIRA, `follow-${cycle}`)
      expect(await twitch.next()).toMatchObject({ kind: 'follow', eventId: `follow-${cycle}` })
    }
    expect(twitch.api.events.connected).toBe(1)
  })
})
