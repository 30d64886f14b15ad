import type { ChatRoles, LineWritten } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { COOLDOWN_MS, createAttention, MOST_WAITING, OLDEST_MS, type TagChange } from './attention'
import { appealOf, dullness } from './attention-score'

const setUp = (chattiness = 1, name = 'Tori') => {
  const clock = fakeClock()
  const attention = createAttention({ clock, name: () => name, chattiness: () => chattiness })
  const told: string[] = []
  attention.changes.subscribe(({ messageId, tag }: TagChange) => told.push(`${messageId} ${tag.state} · ${tag.why}`))
  let count = 0
  const line = (text: string, by = `p${count}`, roles: Partial<ChatRoles> = {}): LineWritten => ({
    type: 'line-written',
    messageId: `m${++count}`,
    from: { platform: 'twitch', id: by, name: by },
    text,
    roles: { broadcaster: false, moderator: false, subscriber: false, firstMessage: false, ...roles },
    at: clock.wallMs(),
  })
  const consider = (text: string, by?: string, roles?: Partial<ChatRoles>) => {
    const { state, why } = attention.consider(line(text, by, roles))
    return `${state} · ${why}`
  }
  const answer = () => {
    const chosen = attention.next()
    if (chosen) attention.busy(true)
    return chosen?.text ?? null
  }
  return { clock, attention, told, line, consider, answer }
}

describe('how much a line asks for an answer', () => {
  const { line } = setUp()
  const why = (text: string, name = 'Tori', roles?: Partial<ChatRoles>) => appealOf(line(text, 'p', roles), name).why

  it.each([
    ['Tori, what do you eat?', 'names her, asks'],
    ['@tori how are you', 'names her, asks'],
    ['hey TORIII how are you', 'names her, asks, greets'],
    ["that is tori's hat", 'names her'],
    ['Tôri!', 'names her'],
    ['Victoria is here', 'talks to the chat'],
    ['tori_bot says so', 'talks to the chat'],
    ['historic motorist', 'talks to the chat'],
    ['what a play', 'asks'],
    ['hello everyone', 'greets'],
  ])('%s → %s', (text, reasons) => expect(why(text)).toBe(reasons))

  it('finds names of every kind', () => {
    expect(why('ねえトリさん', 'トリ')).toBe('names her')
    expect(why('hi Dr. Q!', 'Dr. Q')).toBe('names her, greets')
    expect(why('a dr. in the house', 'Dr. Q')).toBe('talks to the chat')
    expect(why('miku!', 'Miku  Hatsune')).toBe('names her')
    expect(why('i like c++', 'C++')).toBe('names her')
    expect(why('anything', '  ')).toBe('talks to the chat')
    expect(why('hi', 'Tori', { firstMessage: true, subscriber: true, moderator: true, broadcaster: true })).toBe(
      'first time here, greets, the streamer, a moderator, a subscriber',
    )
  })

  it.each([
    ['!drop me', 'commands'],
    ['/timeout x', 'commands'],
    ['https://example.com/a?b=c', 'only a link'],
    ['look https://example.com', null],
    ['wwwwwwwwwwwww', 'no words'],
    ['1234 !!! ???', 'no words'],
    ['😀😀😀', 'no words'],
    ['! so good', null],
    ['草', null],
  ])('%s is for nobody: %s', (text, reason) => expect(dullness(text)).toBe(reason))

  it('takes no time over hostile lines', () => {
    for (const part of ['tori', 'a ', '?', 'is ', 'http://', '\u0301', '!'])
      expect(appealOf(line(part.repeat(4000)), 'Tori').score).toBeGreaterThanOrEqual(0)
  })
})

describe('which line is next', () => {
  it('the one that names her, before the one that was first; then nobody while she is busy', () => {
    const { consider, answer, attention, told } = setUp()
    expect(consider('is this a new game?', 'a')).toBe('next · asks')
    expect(consider('Tori yes', 'b')).toBe('next · names her')
    expect(consider('Tori, are you a cat?', 'c')).toBe('next · names her, asks')
    expect(told).toEqual(['m1 waiting · asks', 'm2 waiting · names her'])
    expect(answer()).toBe('Tori, are you a cat?')
    expect(told.slice(2)).toEqual(['m3 answering · names her, asks', 'm2 next · names her'])
    expect(answer()).toBeNull()
    attention.busy(false)
    expect(told.at(-1)).toBe('m3 answered · answered')
    expect(answer()).toBe('Tori yes')
    attention.busy(false)
    expect(answer()).toBe('is this a new game?')
  })

  it('the first of equals', () => {
    const { consider, answer } = setUp()
    consider('Tori one', 'a')
    expect(consider('Tori two', 'b')).toBe('waiting · names her')
    expect(answer()).toBe('Tori one')
  })

  it('who does not name her only when nobody waits, and as often as the character likes', () => {
    const shy = setUp(0)
    expect(shy.consider('what is this?')).toBe('shown · asks')
    expect(shy.consider('Tori?')).toBe('next · names her, asks')
    const { consider } = setUp(1)
    consider('Tori?')
    expect(consider('what is this?')).toBe('shown · others wait for an answer')
    const half = setUp(0.5)
    const taken = Array.from({ length: 400 }, (_, i) => `is that the number ${i}?`).filter((text) => {
      const state = half.consider(text).split(' ')[0]
      half.answer()
      half.attention.busy(false)
      return state === 'next'
    }).length
    expect(taken).toBeGreaterThan(150)
    expect(taken).toBeLessThan(250)
  })

  it('answers the same lines in every replay', () => {
    const states = () => {
      const { consider, answer, attention } = setUp(0.4)
      return Array.from({ length: 100 }, (_, i) => {
        const tag = consider(`small talk number ${i}`)
        answer()
        attention.busy(false)
        return tag
      })
    }
    expect(states()).toEqual(states())
  })

  it('the same person not again within twenty seconds, though the line is kept for then', async () => {
    const { consider, answer, attention, clock, told } = setUp()
    consider('Tori first', 'a')
    answer()
    attention.busy(false)
    expect(consider('Tori second', 'a')).toBe('waiting · was answered a moment ago')
    expect(answer()).toBeNull()
    await clock.advance(COOLDOWN_MS)
    expect(told.at(-1)).toBe('m2 next · names her')
    expect(answer()).toBe('Tori second')
  })

  it('of one person one line: the one that asks more', () => {
    const { consider, answer, told } = setUp()
    consider('Tori well', 'a')
    expect(consider('Tori what is that?', 'a')).toBe('next · names her, asks')
    expect(told).toEqual(['m1 passed-over · said more since'])
    expect(consider('Tori anyway', 'a')).toBe('passed-over · one line each')
    expect(answer()).toBe('Tori what is that?')
    expect(answer()).toBeNull()
  })

  it('none that is older than 45 seconds', async () => {
    const { consider, answer, clock, told } = setUp()
    consider('Tori?', 'a')
    await clock.advance(OLDEST_MS + 1000)
    expect(told).toEqual(['m1 passed-over · too old'])
    expect(answer()).toBeNull()
  })

  it('no more than five, and the weakest makes room', () => {
    const { consider, told } = setUp()
    for (let i = 0; i < MOST_WAITING; i++) consider(`Tori number ${i}`, `a${i}`)
    expect(consider('Tori number six', 'b')).toBe('passed-over · others were first')
    expect(consider('Tori what about me?', 'c')).toBe('next · names her, asks')
    expect(told.filter((change) => change.includes('others were first'))).toEqual([
      `m${MOST_WAITING} passed-over · others were first`,
    ])
  })
})

describe('what is passed over', () => {
  it('commands, noise, and what was just said', async () => {
    const { consider, clock } = setUp()
    expect(consider('!lurk', 'a')).toBe('passed-over · commands')
    expect(consider('hahaha'.repeat(3), 'a')).not.toContain('no words')
    expect(consider('Tori say hi', 'b')).toBe('next · names her')
    expect(consider('TORI  say hiii!!', 'c')).toBe('passed-over · repeats')
    const pasted = 'this is a text that everybody pastes into the chat'
    expect(consider(pasted, 'd')).toContain('shown')
    expect(consider(pasted, 'e')).toBe('passed-over · repeats')
    await clock.advance(61_000)
    expect(consider(pasted, 'f')).not.toContain('repeats')
  })

  it('is not the greeting of a second person', () => {
    const { consider, answer, attention } = setUp()
    expect(consider('hi Tori', 'a')).toBe('next · names her, greets')
    answer()
    attention.busy(false)
    expect(consider('hi Tori', 'b')).toBe('next · names her, greets')
    expect(consider('hi Tori', 'b')).toBe('passed-over · repeats')
  })
})

describe('a line that is taken back', () => {
  it('is not answered, and the next one steps up', () => {
    const { consider, answer, attention, told } = setUp()
    consider('Tori, what?', 'a')
    consider('Tori yes', 'b')
    expect(attention.forget({ type: 'line-deleted', platform: 'twitch', messageId: 'm1' })).toEqual(['m1'])
    expect(told.at(-1)).toBe('m2 next · names her')
    expect(attention.forget({ type: 'line-deleted', platform: 'twitch', messageId: 'm9' })).toEqual([])
    expect(answer()).toBe('Tori yes')
    expect(attention.forget({ type: 'line-deleted', platform: 'twitch', personId: 'b' })).toEqual(['m2'])
    attention.busy(false)
    expect(told.filter((change) => change.includes('answered'))).toEqual([])
  })
})

describe('a raid', () => {
  it('of a thousand lines a second stays small, and who names her is heard', async () => {
    const { attention, clock, line, told } = setUp(1)
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
    attention.close()
    expect(clock.waiting).toBe(0)
  })
})
