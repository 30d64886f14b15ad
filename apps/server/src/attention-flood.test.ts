import type { LineWritten } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { crowdLine } from '../../../bench/flood-crowd'
import { attentionAtWork } from '../../../tests/fakes/attention-at-work'
import { LOOKED_AT_PER_S } from './attention'
import { MOST_PAID, MOST_WAITING } from './attention-queue'

describe('a raid', () => {
  it('of a thousand lines a second stays small, and who names her is heard', async () => {
    const { attention, clock, line, told } = attentionAtWork()
    const waiting = new Set<string>()
    attention.changes.subscribe(({ messageId, tag }) => {
      if (tag.state === 'waiting' || tag.state === 'next') waiting.add(messageId)
      else waiting.delete(messageId)
    })
    const taken: string[] = []
    let most = 0
    for (let ms = 0; ms < 60_000; ms++) {
      const text =
        ms % 500 === 0 ? `Tori what is number ${ms}?` : ms % 3 === 0 ? 'RAID RAID RAID RAID RAID RAID' : `raid line ${ms % 1000}`
      const written = line(text, `raider${ms % 700}`)
      const { state } = attention.consider(written)
      if (state === 'waiting' || state === 'next') waiting.add(written.messageId)
      most = Math.max(most, waiting.size)
      if (ms % 4000 === 3999) {
        attention.busy(false)
        taken.push(attention.next()?.text ?? 'nobody')
        attention.busy(true)
      }
      if (ms % 10 === 9) await clock.advance(10)
    }
    expect(most).toBeLessThanOrEqual(MOST_WAITING)
    expect(taken).toHaveLength(15)
    expect(taken.filter((text) => !text.startsWith('Tori'))).toEqual([])
    expect(told.length).toBeLessThan(1000)
    expect(attention.mood()).toMatchObject({ linesPerSecond: 1000, summary: expect.stringMatching(/^a flood/) })
    expect(attention.mood().skipped).toBeGreaterThan(30_000)
    attention.close()
    expect(clock.waiting).toBe(0)
  })

  it('of a real mixture: who names her, pays, or speaks for many is answered; the rest is counted', async () => {
    const { attention, clock, told } = attentionAtWork()
    const picked: { text: string; people: number; paid: boolean }[] = []
    const states = new Map<string, number>()
    for (let index = 0; index < 30_000; index++) {
      const { name, text, bits, ...roles } = crowdLine(index)
      const written: LineWritten = {
        ...{ type: 'line-written', messageId: `m${index}`, from: { platform: 'twitch', id: name, name }, text, roles },
        ...(bits > 0 ? { paid: { kind: 'bits', amount: bits, title: '' } } : {}),
        at: clock.wallMs(),
      }
      const { why } = attention.consider(written)
      states.set(why, (states.get(why) ?? 0) + 1)
      if (index % 3000 === 2999) {
        attention.busy(false)
        const next = attention.next()
        if (next) picked.push({ text: next.text, people: next.people, paid: next.paid !== undefined })
        attention.busy(true)
      }
      if (index % 10 === 9) await clock.advance(10)
    }
    expect(picked).toHaveLength(10)
    expect(picked.filter(({ text, people, paid }) => !paid && people < 3 && !/t[oôó0]ri/iu.test(text))).toEqual([])
    expect(picked.some(({ paid }) => paid)).toBe(true)
    expect(attention.mood().themes[0]?.people).toBeGreaterThan(100)
    expect(attention.mood().themes.find(({ asks }) => asks)?.text).toMatch(/build/i)
    expect(told.some((one) => /over \w+ hundred people ask/.test(one))).toBe(true)
    // What was skipped is most of it, and what was looked at no more than fifty a second.
    expect(states.get('too many at once')).toBeGreaterThan(15_000)
    expect(states.get('others wait for an answer') ?? 0).toBeLessThan(30 * LOOKED_AT_PER_S * 2)
    attention.close()
  })
})

describe('what many say', () => {
  it('is one line, which says how many they are and rises with them', async () => {
    const { attention, consider, answer, over, told, clock } = attentionAtWork({ chattiness: 0.01 })
    consider('Tori do you like cats?', 'mira')
    const asked = ['when is the build out?', 'When IS the build out', 'so when is the build coming out?', 'build out when?']
    for (let i = 0; i < 40; i++) {
      consider(asked[i % asked.length]!, `asker${i}`)
      await clock.advance(100)
    }
    await clock.advance(1000)
    expect(told.at(-1)).toMatch(/next · forty people ask · 40$/)
    expect(attention.mood().summary).toContain('forty ask: when is the build out?')
    const picked = attention.next()
    expect(picked).toMatchObject({ people: 40, text: expect.stringMatching(/build/i) })
    attention.busy(true)
    over()
    // It has been answered: the next who asks is passed over, and she goes on to the others.
    expect(consider('when is the build out?', 'late')).toBe('passed-over · was answered a moment ago')
    expect(answer()).toBe('Tori do you like cats?')
  })

  it('is not merged when the owner does not want it, nor when the numbers differ', () => {
    const { consider } = attentionAtWork({ settings: { merge: false } })
    consider('Tori when is the build out?', 'a')
    expect(consider('Tori when is the build coming out?', 'b')).toBe('waiting · names her, asks')
    const merging = attentionAtWork()
    merging.consider('Tori what happened in 1999?', 'a')
    expect(merging.consider('Tori what happened in 2001?', 'b')).toBe('waiting · names her, asks')
  })

  it('counts people, not lines', () => {
    const { attention, consider, told } = attentionAtWork()
    consider('Tori when is the build out?', 'a')
    for (let i = 0; i < 30; i++) consider('Tori when is the build out?', 'b')
    expect(attention.next()?.people).toBe(2)
    expect(told.at(-1)).toBe('m1 answering · names her, asks · 2')
  })
})

describe('what was paid for', () => {
  const bits = (amount: number) => ({ paid: { kind: 'bits', amount, title: '' } }) as const

  it('comes first, most bits before fewer, then in order; and waits longer than the rest', async () => {
    const { consider, answer, over, clock, told } = attentionAtWork()
    consider('Tori how are you?', 'a')
    expect(consider('cheer10 nice', 'b', bits(10))).toBe('next · gave 10 bits')
    consider('cheer500 wow', 'c', bits(500))
    consider('cheer10 too', 'd', bits(10))
    expect(consider('drink water', 'e', { paid: { kind: 'points', amount: 300, title: 'Hydrate' } })).toBe(
      'waiting · redeemed Hydrate',
    )
    await clock.advance(60_000)
    expect(told).toContain('m1 passed-over · too old')
    const answered: (string | null)[] = []
    for (let i = 0; i < 5; i++) {
      answered.push(answer())
      over()
    }
    expect(answered).toEqual(['cheer500 wow', 'cheer10 nice', 'cheer10 too', 'drink water', null])
  })

  it('is bounded, for each and for all', () => {
    const { consider } = attentionAtWork()
    for (let i = 0; i < 3; i++) expect(consider(`cheer1 ${i}`, 'spammer', bits(1))).not.toContain('passed-over')
    expect(consider('cheer1 again', 'spammer', bits(1))).toBe('passed-over · others paid too')
    for (let i = 3; i < MOST_PAID; i++) consider(`cheer1 ${i}`, `p${i}`, bits(1))
    expect(consider('cheer1 late', 'late', bits(1))).toBe('passed-over · others gave more')
    expect(consider('cheer900', 'rich', bits(900))).toBe('next · gave 900 bits')
  })

  it('takes its turn like any line when it is too little, or when the owner wants it so', () => {
    const { consider, choose } = attentionAtWork({ settings: { leastBits: 50 } })
    expect(consider('cheer10 hello', 'a', bits(10))).toBe('next · gave something')
    choose({ paidFirst: false })
    expect(consider('Tori, 500 bits', 'b', bits(500))).toBe('next · names her, gave something')
  })
})

describe('everything that waits', () => {
  it('can be let go', () => {
    const { attention, consider, answer, told } = attentionAtWork()
    consider('Tori?', 'a')
    consider('cheer10', 'b', { paid: { kind: 'bits', amount: 10, title: '' } })
    attention.clear()
    expect(told.slice(-2).toSorted()).toEqual(['m1 passed-over · let go', 'm2 passed-over · let go'])
    expect(answer()).toBeNull()
  })
})
