// What the chat and EventSub both tell is one thing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TwitchReading } from '../../../../../tests/fakes/twitch-reading'
import { MIRA, REDEEM, startTwitchSignedIn } from '../../../../../tests/fakes/twitch-signed-in'

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

describe('what chat and EventSub both tell', () => {
  const raided = { from_broadcaster_user_id: MIRA.user_id, from_broadcaster_user_name: 'Mira', viewers: 5 }
  it('is told once, whoever is first; two of the same stay two', async () => {
    const gift = { ...MIRA, total: 1, is_anonymous: false }
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
    twitch.api.events.notify('channel.subscription.message', { ...MIRA, cumulative_months: 2, message: { text: 'oops' } }, 'e-1')
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
      const event = () => void twitch.api.events.notify(REDEEM, { ...MIRA, user_input: 'drink', reward })
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
    twitch.api.events.notify(REDEEM, { ...MIRA, user_input: 'drink', reward })
    await twitch.clock.whenAsleep(1500)
    await twitch.clock.advance(1500)
    expect(await twitch.next()).toMatchObject({ kind: 'redeem', text: 'drink', amount: 300 })
    twitch.server.say('psiona', { name: 'Mira', text: 'late', tags: { 'custom-reward-id': 'r-1' } })
    await twitch.clock.whenAsleep(1500)
    await twitch.clock.advance(1500)
    expect(await twitch.next()).toMatchObject({ text: 'late', paid: { amount: 0 } })
    twitch.api.events.notify(REDEEM, { ...MIRA, user_input: 'late', reward })
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
