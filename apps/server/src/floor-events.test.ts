import type { EventHappened } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { banned, eventOf, floorAtWork, lineOf } from '../../../tests/fakes/floor-at-work'
import { viewer } from '../../../tests/fakes/turns'
import type { Floor } from './floor'

let opened: Floor[] = []
afterEach(() => {
  for (const floor of opened) floor.close()
  opened = []
})
const setUp = (...args: Parameters<typeof floorAtWork>) => {
  const at = floorAtWork(...args)
  opened.push(at.floor)
  return at
}

describe('what happens on a platform', () => {
  const said = (...events: readonly EventHappened[]) => {
    const { floor, rest } = setUp()
    for (const event of events) floor.happened(event)
    return rest().map((text) => text.replace(/^say /, ''))
  }

  it.each([
    ['follow', {}, 'Mira follows. Welcome in.'],
    ['subscription', { amount: 1 }, 'Mira subscribes. Thank you.'],
    ['subscription', { amount: 7 }, 'Mira has been a subscriber for 7 months. Thank you for staying.'],
    ['gift', { amount: 1 }, 'Mira gives away 1 subscription. That is kind.'],
    ['gift', { amount: 20, from: null }, 'Somebody gives away 20 subscriptions. That is kind.'],
    ['bits', { amount: 100 }, 'Mira gives 100 bits. Thank you.'],
    ['raid', { amount: 60 }, 'Mira raids with 60 viewers. Welcome, all of you.'],
    ['raid', { amount: 1e40 }, 'Mira raids. Welcome, all of you.'],
    ['redeem', { title: 'Hydrate', amount: 300 }, 'Mira redeems Hydrate.'],
    ['ad-break', { phase: 'begun', amount: 90, from: null }, 'A short break for ads, 90 seconds.'],
  ] as const)('is thanked for in a few words: %s', (kind, more, text) => {
    expect(said(eventOf(kind, more))).toEqual([text])
  })

  it('is told when a poll is over, if somebody has won', () => {
    const choices = [
      { title: 'Castle', votes: 3 },
      { title: 'Bridge', votes: 5 },
    ]
    const poll = { title: 'What next?', from: null, choices }
    expect(said(eventOf('poll', { ...poll, phase: 'over' }))).toEqual(['The poll is over, and Bridge wins with 5 votes.'])
    expect(said(eventOf('poll', { ...poll, phase: 'begun' }))).toEqual([])
    const drawn = choices.map((choice) => ({ ...choice, votes: 2 }))
    expect(said(eventOf('poll', { ...poll, phase: 'over', choices: drawn }))).toEqual([])
    const vile = [{ title: 'Plugh', votes: 2 }]
    expect(said(eventOf('poll', { ...poll, phase: 'over', choices: vile }))).toEqual([])
  })

  it('is not spoken of when it is nobody’s business, or comes as a line of chat', () => {
    const silent = [
      ...(['online', 'offline', 'moderation', 'announcement', 'prediction'] as const).map((kind) => eventOf(kind)),
      eventOf('redeem', { title: '' }),
      eventOf('redeem', { title: 'Plugh' }),
      eventOf('bits', { amount: 5, text: 'hello' }),
      eventOf('ad-break', { phase: 'over' }),
    ]
    expect(said(...silent)).toEqual([])
  })

  it('[R124] is thanked for together when many come', () => {
    const people = ['Mira', 'Jo', 'Ann', 'Lu'].map(viewer)
    expect(said(...people.map((from) => eventOf('follow', { from })))).toEqual(['Mira and 3 others follow. Welcome, all of you.'])
    expect(said(...people.slice(0, 2).map((from) => eventOf('gift', { from, amount: 5 })))).toEqual([
      'Mira and 1 other give away 10 subscriptions. Thank you, all of you.',
    ])
    const one = people.slice(0, 1).flatMap((from) => [eventOf('bits', { from, amount: 5 }), eventOf('bits', { from, amount: 7 })])
    expect(said(...one)).toEqual(['Mira gives 12 bits. Thank you.'])
  })

  it('is thanked for once, told twice or done twice', () => {
    const event = eventOf('raid', { amount: 5 })
    expect(said(event, event)).toHaveLength(1)
    const { floor, rest } = setUp()
    floor.happened(eventOf('follow'))
    expect(rest()).toHaveLength(1)
    floor.happened(eventOf('follow'))
    expect(floor.waiting()).toBe(0)
  })

  it('rests between thanks of a kind, and says so when the rest is over', async () => {
    const { floor, rest, clock, state } = setUp()
    floor.happened(eventOf('follow', { from: viewer('Jo') }))
    expect(rest()).toHaveLength(1)
    for (const name of ['Ann', 'Lu']) floor.happened(eventOf('follow', { from: viewer(name) }))
    expect(rest()).toEqual([])
    await clock.advance(19_500)
    expect(state.nudges).toBe(0)
    await clock.advance(1500)
    expect(state.nudges).toBeGreaterThan(0)
    expect(rest()).toEqual([expect.stringMatching(/Ann and 1 other/)])
  })

  it('[R124] never waits in more than five places, the least important going first', () => {
    const line = lineOf('Hi', { paid: { kind: 'bits', amount: 1, title: '' } })
    const { floor, next, rest } = setUp([line])
    next()
    for (let at = 0; at < 300; at++) {
      for (const kind of ['follow', 'bits', 'gift', 'subscription', 'raid'] as const)
        floor.happened(eventOf(kind, { from: viewer(`v${at}`), amount: 3 }))
      floor.happened(eventOf('redeem', { title: `Reward ${at}` }))
    }
    expect(floor.waiting()).toBe(5)
    floor.busy(false)
    const all = rest()
    expect(all[0]).toBe('ask Hi')
    expect(all.slice(1).join(' ')).toMatch(/raid.*gift|raid.*subscriptions.*subscribe.*bits/)
    expect(all).toHaveLength(5)
  })

  it('is forgotten when it is old', async () => {
    const { floor, rest, clock, state } = setUp()
    floor.happened(eventOf('raid', { amount: 4 }))
    floor.happened(eventOf('ad-break', { phase: 'begun', amount: 60 }))
    state.quiet = true
    await clock.advance(11_000)
    state.quiet = false
    expect(rest()).toHaveLength(1)
    floor.happened(eventOf('raid', { amount: 4 }))
    await clock.advance(61_000)
    expect(rest()).toEqual([])
  })

  it('goes with whoever did it, out of the middle of many too', () => {
    const { floor, rest } = setUp()
    for (const name of ['Mira', 'Jo', 'Ann']) floor.happened(eventOf('gift', { from: viewer(name), amount: 5 }))
    floor.happened(eventOf('raid', { amount: 3 }))
    floor.forget(banned(viewer('Mira')))
    expect(rest()).toEqual(['say Jo and 1 other give away 10 subscriptions. Thank you, all of you.'])
  })

  it('goes when the platform takes it back by its own id, said or not', () => {
    const { floor, next } = setUp()
    floor.happened(eventOf('gift', { eventId: 'g1', from: null, amount: 5 }))
    floor.forget({ type: 'line-deleted', platform: 'twitch', messageId: 'g1' })
    expect(next()).toBeNull()
    floor.happened(eventOf('raid', { eventId: 'r1' }))
    expect(next()?.messageId).toBe('r1')
  })

  it('names nobody beside the one whose deletion ends the turn', () => {
    const { floor, next } = setUp()
    for (const name of ['Mira', 'Jo']) floor.happened(eventOf('follow', { from: viewer(name) }))
    const thanks = next()
    expect(thanks).toMatchObject({ kind: 'say', from: viewer('Mira'), emotion: { joy: 0.5 } })
    expect(thanks?.text).not.toMatch(/Jo/)
  })
})
