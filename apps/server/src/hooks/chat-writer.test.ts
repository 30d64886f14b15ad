import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import type { ChatSent } from '../organs'
import { createChatWriter, type WriteLater } from './chat-writer'

describe('the writer of a chat', () => {
  it.each([
    ['the channel was changed', { sent: false, why: 'the channel was changed' }],
    ['', { sent: true }],
  ])('[R118] a line that was on its way when the queue was cleared is not tried again: %s', async (why, settled) => {
    const clock = fakeClock()
    const sends: ((outcome: ChatSent | WriteLater) => void)[] = []
    const writer = createChatWriter({
      ...{ clock, most: () => 20, withinMs: 30_000, longest: 500, mayRepeat: () => false, onChange: () => {} },
      send: () => new Promise((resolve) => void sends.push(resolve)),
    })
    const sent = writer.write({ text: 'for those who were there' }, new AbortController().signal)
    if (why) writer.clear(why)
    sends[0]?.({ retryInMs: 5000 })
    await clock.advance(0)
    await clock.advance(5000)
    sends[1]?.({ sent: true })
    expect(await sent).toEqual(settled)
    expect(sends).toHaveLength(why ? 1 : 2)
    await writer.close()
    expect(clock.waiting).toBe(0)
  })
})
