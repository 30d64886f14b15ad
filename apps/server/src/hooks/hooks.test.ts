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
})
