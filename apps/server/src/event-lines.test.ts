import { describe, expect, it } from 'vitest'
import { createEventLines, type EventWords, type SpokenEvent } from './event-lines'
import written from './event-lines.json'

const EVENTS = Object.keys(written) as SpokenEvent[]
const ALL: EventWords = { name: 'Mira', amount: 3, title: 'Hydrate', winner: 'Castle' }

describe('words for what happens', () => {
  it('are whole in every variant, for one and for many', () => {
    const say = createEventLines()
    for (const event of EVENTS)
      for (const words of [ALL, { ...ALL, others: 1 }, { ...ALL, others: 5 }, { name: 'somebody' }])
        for (let again = 0; again < 10; again++) {
          const text = say(event, words)?.text ?? 'None'
          expect(text).not.toMatch(/[{}|]|undefined|NaN|\b0\b/)
          expect(text).toMatch(/^[\p{Lu}\d]/u)
        }
  })

  it('change from one time to the next', () => {
    const say = createEventLines()
    for (const event of EVENTS) {
      const texts = [1, 2, 3].map(() => say(event, ALL)?.text)
      expect(new Set(texts).size, event).toBeGreaterThan(event === 'paid-points' ? 1 : 0)
    }
    expect(new Set([1, 2, 3].map(() => say('follow', ALL)?.text)).size).toBe(3)
  })

  it('count one as one', () => {
    const say = createEventLines()
    expect(say('poll', { winner: 'Castle', amount: 1 })?.text).toMatch(/1 vote\./)
    expect(say('poll', { winner: 'Castle', amount: 2 })?.text).toMatch(/2 votes\./)
    expect(say('gift', { name: 'Mira', others: 1, amount: 5 })?.text).toMatch(/1 other /)
    expect(say('gift', { name: 'Mira', others: 2, amount: 5 })?.text).toMatch(/2 others /)
  })

  it('are none where what they name is unknown', () => {
    const say = createEventLines()
    expect(say('redeem', { name: 'Mira', title: '' })).toBeNull()
    expect(say('poll', { amount: 3, winner: '' })).toBeNull()
  })
})
