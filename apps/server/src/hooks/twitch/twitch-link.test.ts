import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTwitchReading, type TwitchReading } from '../../../../../tests/fakes/twitch-reading'

let twitch: TwitchReading

beforeEach(async () => {
  twitch = await startTwitchReading()
})
afterEach(async () => {
  await twitch.close()
  // Every timer is somebody's, and its owner has closed it.
  expect(twitch.clock.waiting).toBe(0)
})

describe('a connection that ends', () => {
  it('comes back after half a second, and says so meanwhile', async () => {
    await twitch.read()
    twitch.server.dropAll()
    await twitch.whenHealth('trying again')
    expect(twitch.hook.health()).toMatchObject({
      state: 'trouble',
      detail: 'Twitch closed the connection',
      remedy: 'Nothing to do; trying again in 1 s.',
    })
    await twitch.clock.advance(500)
    await twitch.whenHealth('reading #psiona')
    twitch.server.say('psiona', { name: 'Mira', text: 'welcome back' })
    expect(await twitch.next()).toMatchObject({ text: 'welcome back' })
  })

  it('moves when Twitch asks for it, once', async () => {
    await twitch.read()
    twitch.server.reconnect()
    await twitch.whenHealth('moving to another server')
    expect(twitch.server.received.filter((line) => line.startsWith('NICK'))).toHaveLength(1)
    await twitch.clock.advance(500)
    await twitch.whenHealth('reading #psiona')
    expect(twitch.server.received.filter((line) => line.startsWith('NICK'))).toHaveLength(2)
  })

  it('waits longer each time it is refused, never more than half a minute, and begins anew after a success', async () => {
    twitch.server.refuse(true)
    twitch.choose('psiona')
    for (const waitMs of [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      await twitch.clock.whenAsleep(waitMs)
      expect(twitch.hook.health()).toEqual({
        part: 'twitch',
        state: 'trouble',
        detail: 'cannot reach Twitch',
        remedy: `Check the internet connection; trying again in ${Math.ceil(waitMs / 1000)} s.`,
      })
      if (waitMs === 30_000) twitch.server.refuse(false)
      await twitch.clock.advance(waitMs)
      if (waitMs === 30_000) break
    }
    await twitch.whenHealth('reading #psiona')
    twitch.server.dropAll()
    await twitch.clock.whenAsleep(500)
  })

  it('is noticed within five seconds when the network goes deaf, and replaced when it stays so', async () => {
    await twitch.read()
    twitch.server.mute(true)
    await twitch.clock.advance(4750)
    expect(twitch.hook.health()).toMatchObject({ state: 'trouble', detail: 'Twitch does not answer at the moment' })
    await twitch.clock.advance(8000)
    expect(twitch.hook.health().detail).toBe('Twitch stopped answering')
    twitch.server.mute(false)
    await twitch.clock.advance(500)
    await twitch.whenHealth('reading #psiona')
  })

  it('is kept when an answer comes late', async () => {
    await twitch.read()
    twitch.server.mute(true)
    await twitch.clock.advance(4750)
    expect(twitch.hook.health().state).toBe('trouble')
    twitch.server.mute(false)
    twitch.server.raw('PING :tmi.twitch.tv')
    await twitch.whenHealth('reading #psiona')
    expect(twitch.server.received.filter((line) => line.startsWith('NICK'))).toHaveLength(1)
  })

  it('gives up on a door that neither opens nor shuts', async () => {
    twitch.server.mute(true)
    const knocked = twitch.server.knocked()
    twitch.choose('psiona')
    await knocked
    await twitch.clock.advance(5000)
    expect(twitch.hook.health().detail).toBe('cannot reach Twitch')
    twitch.server.mute(false)
    await twitch.clock.advance(500)
    await twitch.whenHealth('reading #psiona')
  })

  it('survives twenty of them', async () => {
    await twitch.read()
    for (let cycle = 0; cycle < 20; cycle++) {
      twitch.server.dropAll()
      await twitch.clock.whenAsleep(500)
      await twitch.clock.advance(500)
      await twitch.server.joined('psiona')
      await twitch.whenHealth('reading #psiona')
    }
    expect(twitch.server.connected).toBe(1)
  })
})

describe('the channel', () => {
  it('can be changed and switched off', async () => {
    await twitch.read('first')
    await twitch.read('second')
    twitch.server.say('first', { name: 'Mira', text: 'wrong room' })
    twitch.server.say('second', { name: 'Mira', text: 'right room' })
    expect(await twitch.next()).toMatchObject({ text: 'right room' })
    expect(twitch.server.connected).toBe(1)
    twitch.choose('')
    expect(twitch.hook.health().state).toBe('off')
    twitch.choose('third')
    twitch.choose('fourth')
    await twitch.whenHealth('reading #fourth')
    expect(twitch.server.received.filter((line) => line.includes('#third'))).toEqual([])
  })

  it('is told apart from one that nobody has, or that is suspended', async () => {
    await twitch.close()
    twitch = await startTwitchReading({ missing: ['nobody'], suspended: ['villain'] })
    twitch.choose('nobody')
    await twitch.server.asked('JOIN #nobody')
    expect(twitch.hook.health()).toMatchObject({ state: 'ok', detail: 'connecting to #nobody' })
    await twitch.clock.advance(5000)
    expect(twitch.hook.health()).toMatchObject({ state: 'trouble', detail: '#nobody does not exist or is empty so far' })
    await twitch.server.read()
    expect(twitch.hook.health().detail).toBe('#nobody does not exist or is empty so far')
    twitch.choose('villain')
    await twitch.whenHealth('#villain is suspended on Twitch')
  })
})
