import type { LineWritten } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { banned, eventOf, floorAtWork, lineOf, speechSeconds } from '../../../tests/fakes/floor-at-work'
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

describe('who is given the floor', () => {
  it('is whom attention has picked', () => {
    const line = lineOf('What are you building?')
    const { next } = setUp([line])
    expect(next()).toEqual({ kind: 'ask', from: line.from, text: line.text, aloud: true, messageId: line.messageId })
  })

  it('is nobody while it is quiet', () => {
    const { floor, next, state, rest } = setUp([lineOf('hello?')])
    floor.happened(eventOf('follow'))
    state.quiet = true
    expect(next()).toBeNull()
    state.quiet = false
    expect(rest()).toEqual(['say Mira follows. Welcome in.', 'ask hello?'])
  })

  it('changes between thanks and answers', () => {
    const { floor, rest } = setUp([lineOf('one?'), lineOf('two?')])
    for (const kind of ['raid', 'gift', 'follow'] as const) floor.happened(eventOf(kind, { amount: 2 }))
    expect(rest().map((said) => said.slice(0, 3))).toEqual(['say', 'ask', 'say', 'ask', 'say'])
  })
})

describe('a line that was paid for', () => {
  const paid = (text: string, more: Partial<LineWritten> = {}) =>
    lineOf(text, { paid: { kind: 'bits', amount: 100, title: '' }, ...more })

  it('is read aloud, then answered; attention knows it as being answered all the while', () => {
    const line = paid('Which engine is this?')
    const { next, over, busy, floor } = setUp([line])
    const read = next()
    expect(read).toMatchObject({ kind: 'say', from: line.from, messageId: line.messageId, aloud: true })
    expect(read?.text).toBe('Mira gives 100 bits: Which engine is this?')
    expect(floor.waiting()).toBe(1)
    over()
    expect(busy).toEqual([true])
    expect(next()).toMatchObject({ kind: 'ask', text: line.text, messageId: line.messageId })
    over()
    expect(busy).toEqual([true, true, false])
  })

  it('waits for the owner in between and is answered after', () => {
    const { next, over, floor } = setUp([paid('Which engine?')])
    next()
    over()
    floor.busy(true)
    over()
    expect(next()).toMatchObject({ kind: 'ask', text: 'Which engine?' })
  })

  it('is only answered when the owner wants no reading, or it was too little', () => {
    expect(setUp([paid('Hi')], { readPaid: false }).rest()).toEqual(['ask Hi'])
    expect(setUp([paid('Hi')], { leastBits: 101 }).rest()).toEqual(['ask Hi'])
    const reward = paid('Hi', { paid: { kind: 'points', amount: 5, title: 'Hydrate' } })
    expect(setUp([reward], { leastBits: 101 }).rest()).toEqual(['say Mira redeems Hydrate: Hi', 'ask Hi'])
    expect(setUp([paid('Hi', { paid: { kind: 'money', amount: 500, title: '' } })]).rest()[0]).toBe('say Mira gives a tip: Hi')
  })

  it('is thanked for without its words when those are not fit, or no words', () => {
    expect(setUp([paid('plugh you')]).rest()[0]).toBe('say Mira gives 100 bits.')
    expect(setUp([paid('!!! ***')]).rest()[0]).toBe('say Mira gives 100 bits.')
  })

  it('[R124] is in the language she speaks, also of somebody whose name is not fit', () => {
    const line = lineOf('schönes Spiel', { paid: { kind: 'bits', amount: 100, title: '' } })
    const { floor, rest } = floorAtWork([line], { readPaid: true, leastBits: 1 }, 'de-AT')
    floor.happened(eventOf('gift', { from: viewer('plugh'), amount: 5 }))
    expect(rest()).toEqual([
      'say Jemand verschenkt 5 Abos. Das ist lieb.',
      'say 100 Bits von Mira: schönes Spiel',
      'ask schönes Spiel',
    ])
  })

  it('is from somebody when the name is not fit', () => {
    expect(setUp([paid('Hi', { from: viewer('PlughPlugh') })]).rest()[0]).toBe('say Somebody gives 100 bits: Hi')
    expect(setUp([paid('Hi', { from: viewer('***') })]).rest()[0]).toBe('say Somebody gives 100 bits: Hi')
  })

  it.each([
    ['a scream', 'w'.repeat(5000)],
    ['a figure', `${10n ** 40n}`],
    ['emoji', '😀'.repeat(300)],
    ['orders to the voice', '<speak><prosody rate="1%"><break time="99s"/>[whisper]*sighs*</prosody></speak>'],
    ['nested orders', '[[laugh]laugh] {{x}} [*laughs*]'],
  ])('is never longer than 15 s and gives the voice no order: %s', (_, text) => {
    const { next } = setUp([paid(text)])
    const said = next()?.text ?? ''
    expect(speechSeconds(said)).toBeLessThanOrEqual(15)
    expect(said).not.toMatch(/[[\]<>{}*_]/)
  })

  it('is not answered when it was taken back while it was read', () => {
    const line = paid('Hi')
    const { next, over, floor, busy } = setUp([line])
    next()
    floor.forget({ type: 'line-deleted', platform: 'twitch', messageId: line.messageId })
    over()
    expect([next(), busy.at(-1), floor.waiting()]).toEqual([null, false, 0])
  })

  it('is not answered when it was taken back between reading and answering', () => {
    const { next, over, floor, busy } = setUp([paid('Hi')])
    next()
    over()
    floor.forget(banned(viewer('Mira')))
    expect([next(), busy.at(-1)]).toEqual([null, false])
  })

  it('is not answered when its reading was stopped, but when the owner only asked something meanwhile', () => {
    for (const [reason, answered] of [
      ['stop', false],
      ['panic', false],
      ['new-turn', true],
    ] as const) {
      const line = paid('Hi')
      const { next, over, floor } = setUp([line])
      next()
      floor.cut({ from: line.from, messageId: line.messageId }, reason)
      over()
      expect([reason, next() !== null]).toEqual([reason, answered])
      floor.close()
    }
  })

  it('is answered soon or not at all', async () => {
    const { next, over, floor, clock, state, busy } = setUp([paid('Hi')])
    next()
    over()
    state.quiet = true
    await clock.advance(62_000)
    state.quiet = false
    expect([next(), floor.waiting(), busy.at(-1)]).toEqual([null, 0, false])
  })
})

describe('a panic or a deletion', () => {
  it('leaves nothing that waits', () => {
    const { floor, next, over, rest } = setUp([lineOf('Hi', { paid: { kind: 'bits', amount: 1, title: '' } }), lineOf('and I?')])
    next()
    over()
    floor.happened(eventOf('raid'))
    floor.clear()
    expect([floor.waiting(), rest()]).toEqual([0, []])
  })

  it('tells which lines are gone', () => {
    const line = lineOf('Hi')
    const { floor } = setUp([line])
    expect(floor.forget(banned(viewer('Mira')))).toEqual([line.messageId])
  })

  it('ends its look at the clock when closed', () => {
    const { floor, clock } = setUp()
    floor.close()
    expect(clock.waiting).toBe(0)
  })
})
