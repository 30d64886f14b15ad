import { defaultSettings, type Happening, type Settings } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import type { Hook } from '../organs'
import { createHappeningQueue, type HappeningQueue } from './happening-queue'
import { createHooks } from './hooks'

const line = (messageId: string): Happening => ({
  type: 'line-written',
  messageId,
  from: { platform: 'twitch', id: '7', name: 'Mira' },
  text: 'hello',
  at: 0,
})
const hookOver = (queue: HappeningQueue, settled: Settings[] = []): Hook => ({
  happenings: queue,
  settle: (settings) => settled.push(settings),
  health: () => ({ part: 'twitch', state: 'ok', detail: 'fine' }),
  close: async () => queue.close(),
})

describe('hooks', () => {
  it('are one stream, one list of health, and one end', async () => {
    const [a, b] = [createHappeningQueue(), createHappeningQueue()]
    const settled: Settings[] = []
    const hooks = createHooks([hookOver(a, settled), hookOver(b, settled)])
    hooks.settle(defaultSettings())
    expect(settled).toHaveLength(2)
    expect(hooks.health()).toHaveLength(2)
    a.push(line('1'))
    b.push(line('2'))
    await hooks.close()
    const read: string[] = []
    for await (const happening of hooks.happenings) if (happening.type === 'line-written') read.push(happening.messageId)
    expect(read.sort()).toEqual(['1', '2'])
  })

  it('leave a flood in the queue of its platform, where it is bounded', async () => {
    const queue = createHappeningQueue(10)
    const reader = createHooks([hookOver(queue)]).happenings[Symbol.asyncIterator]()
    queue.push(line('first'))
    await reader.next()
    for (let i = 0; i < 1000; i++) {
      queue.push(line(String(i)))
      if (i % 100 === 0) await Promise.resolve()
    }
    expect(queue.size).toBeLessThanOrEqual(10)
    expect(queue.skipped).toBeGreaterThan(950)
  })

  it('take back what waits: lines, and what somebody wrote with an event; who subscribed has subscribed all the same', async () => {
    const subscribed = (eventId: string, id: string): Happening => ({
      ...{
        type: 'event-happened',
        eventId,
        kind: 'subscription',
        platform: 'twitch',
        from: { platform: 'twitch', id, name: 'Jo' },
      },
      ...{ amount: 1, title: '', text: 'oops', phase: 'once', choices: [], at: 5 },
    })
    const queue = createHappeningQueue()
    for (const one of [line('a'), subscribed('e-1', '1'), subscribed('e-2', '2'), subscribed('e-3', '3')]) queue.push(one)
    queue.push({ type: 'line-deleted', platform: 'twitch', since: 0 })
    expect(queue.size).toBe(4)
    queue.push({ type: 'line-deleted', platform: 'twitch', messageId: 'e-1' })
    queue.push({ type: 'line-deleted', platform: 'twitch', personId: '2' })
    queue.close()
    const left: Happening[] = []
    for await (const happening of queue) left.push(happening)
    expect(left.map((one) => ('eventId' in one ? one.eventId : one.type))).toEqual([
      'e-3',
      'line-deleted',
      'line-deleted',
      'line-deleted',
    ])
  })
})
