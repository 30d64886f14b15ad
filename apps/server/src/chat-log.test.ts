import type { LineWritten } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createChatLog } from './chat-log'
import { MOST_LATEST } from './chat-log-bundle'
import type { HouseNews } from './house'
import { topic } from './streams'

const setUp = () => {
  const clock = fakeClock()
  const news = topic<HouseNews>()
  const log = createChatLog({ clock, news })
  const told: HouseNews[] = []
  news.subscribe((one) => told.push(one))
  let count = 0
  const line = (text: string, by = 'mira', more: Partial<LineWritten> = {}): LineWritten => ({
    type: 'line-written',
    messageId: `m${++count}`,
    from: { platform: 'twitch', id: by, name: by },
    text,
    at: clock.wallMs(),
    ...more,
  })
  /** What a panel shows: message ids with their states. */
  const panel = () => {
    const lines = new Map<string, string>()
    for (const one of told)
      if (one.type === 'chat-line-shown') lines.set(one.line.messageId, one.line.tag.state)
      else if (one.type === 'chat-lines-shown') for (const { messageId, tag } of one.lines) lines.set(messageId, tag.state)
      else if (one.type === 'chat-lines-removed') for (const id of one.messageIds) lines.delete(id)
    return lines
  }
  return { clock, log, told, line, panel }
}
const SHOWN = { state: 'shown', why: 'talks to the chat' } as const
const NEXT = { state: 'next', why: 'names her' } as const

describe('the chat as the panel shows it', () => {
  it('in calm tells each line and each change at once', () => {
    const { log, told, line } = setUp()
    log.show(line('hello'), SHOWN)
    log.show(line('Tori?'), NEXT)
    log.retag('m2', { state: 'answering', why: 'names her' }, 4)
    log.retag('m9', NEXT)
    expect(told.map((one) => one.type === 'chat-line-shown' && `${one.line.messageId} ${one.line.tag.state}`)).toEqual([
      'm1 shown',
      'm2 next',
      'm2 answering',
    ])
    expect(log.recent()).toMatchObject([{ messageId: 'm1' }, { messageId: 'm2', people: 4, tag: { state: 'answering' } }])
    log.close()
  })

  it('[R120] in a flood of a thousand lines a second tells bundles, ten a second, and all that matters', async () => {
    const { clock, log, told, line, panel } = setUp()
    const marked: string[] = []
    for (let ms = 0; ms < 2000; ms++) {
      const written = line(`line ${ms}`, 'mira', ms === 777 ? { paid: { kind: 'bits', amount: 5, title: '' } } : {})
      if (ms % 97 === 0 || ms === 777) marked.push(written.messageId)
      log.show(written, ms % 97 === 0 ? NEXT : SHOWN)
      if (ms % 97 === 50) log.retag(marked.at(-1)!, { state: 'passed-over', why: 'others were first' })
      if (ms % 10 === 9) await clock.advance(10)
    }
    await clock.advance(200)
    const bundles = told.filter((one) => one.type === 'chat-lines-shown')
    expect(bundles.length).toBeLessThanOrEqual(20)
    expect(told.length - bundles.length).toBeLessThanOrEqual(20)
    expect(Math.max(...bundles.map(({ lines }) => lines.length))).toBeLessThan(MOST_LATEST + 10)
    expect(marked.filter((id) => !panel().has(id))).toEqual([])
    expect([...panel().keys()].at(-1)).toBe('m2000')
    for (const { lines } of bundles)
      expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(clock.waiting).toBe(0)
    // Calm again.
    await clock.advance(1000)
    log.show(line('quiet now'), SHOWN)
    expect(told.at(-1)).toMatchObject({ type: 'chat-line-shown', line: { text: 'quiet now' } })
  })

  it('removes what was told, and what was not told yet', async () => {
    const { clock, log, told, line, panel } = setUp()
    for (let i = 0; i < 100; i++) log.show(line(`line ${i}`, i % 2 ? 'villain' : 'mira'), SHOWN)
    log.remove({ type: 'line-deleted', platform: 'twitch', personId: 'villain' })
    await clock.advance(300)
    expect(told.flatMap((one) => (one.type === 'chat-lines-shown' ? one.lines : [])).length).toBeGreaterThan(5)
    const villains = (id: string) => Number(id.slice(1)) % 2 === 0
    expect([...panel().keys()].filter(villains)).toEqual([])
    expect(log.recent().filter(({ from }) => from.id === 'villain')).toEqual([])
    log.remove({ type: 'line-deleted', platform: 'twitch' })
    expect(panel().size).toBe(0)
    expect(log.recent()).toEqual([])
  })

  it('forgets nothing a panel still shows, and what waits for an answer least of all', async () => {
    const { clock, log, line, panel } = setUp()
    log.show(line('Tori, what is this?'), NEXT)
    for (let i = 0; i < 5000; i++) {
      log.show(line(`line ${i}`), SHOWN)
      if (i % 10 === 9) await clock.advance(10)
    }
    await clock.advance(200)
    expect(log.recent()[0]).toMatchObject({ messageId: 'm1' })
    expect(log.recent().length).toBeLessThan(400)
    log.retag('m1', { state: 'answering', why: 'names her' })
    await clock.advance(200)
    expect(panel().get('m1')).toBe('answering')
    log.retag('m1', { state: 'answered', why: 'answered' })
    await clock.advance(200)
    expect(panel().get('m1')).toBe('answered')
    expect(log.recent().map(({ messageId }) => messageId)).not.toContain('m1')
    const shown = [...panel().keys()].slice(-250)
    log.remove({ type: 'line-deleted', platform: 'twitch' })
    expect(shown.filter((id) => panel().has(id))).toEqual([])
  })
})
