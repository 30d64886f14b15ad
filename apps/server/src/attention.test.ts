import type { ChatRoles } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { attentionAtWork } from '../../../tests/fakes/attention-at-work'
import { MOST_WAITING, OLDEST_MS } from './attention-queue'
import { appealOf, dullness } from './attention-score'

const COOLDOWN_MS = 20_000
const setUp = (chattiness = 1) => attentionAtWork({ chattiness })

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

  it('who does not name her only when nobody waits, and as often as the character likes', async () => {
    const shy = setUp(0)
    expect(shy.consider('what is this?')).toBe('shown · asks')
    expect(shy.consider('Tori?')).toBe('next · names her, asks')
    const { consider } = setUp(1)
    consider('Tori?')
    expect(consider('what is this?')).toBe('shown · others wait for an answer')
    const half = setUp(0.5)
    let taken = 0
    for (let i = 0; i < 400; i++) {
      if (half.consider(`is that the number ${i}?`).startsWith('next')) taken++
      half.answer()
      half.attention.busy(false)
      await half.clock.advance(100)
    }
    expect(taken).toBeGreaterThan(150)
    expect(taken).toBeLessThan(250)
  })

  it('answers the same lines in every replay', async () => {
    const states = async () => {
      const { consider, answer, attention, clock } = setUp(0.4)
      const tags: string[] = []
      for (let i = 0; i < 100; i++) {
        tags.push(consider(`small talk number ${i}`))
        answer()
        attention.busy(false)
        await clock.advance(100)
      }
      return tags
    }
    expect(await states()).toEqual(await states())
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
    expect(consider('TORI  say hiii!!', 'c')).toBe('passed-over · others say the same')
    expect(consider('TORI  say hiii!!', 'b')).toBe('passed-over · repeats')
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
