// Which answers of hers are written in chat, and what keeps them from it.
import { defaultSettings, type TurnRecord } from '@psiona/shared'
import { expect, it } from 'vitest'
import { createAnswersWritten } from './answers-written'
import type { HouseNews } from './house'
import type { ChatOut, ChatSource } from './organs'
import { topic } from './streams'

function written() {
  const news = topic<HouseNews>()
  const lines: ChatOut[] = []
  const signals: AbortSignal[] = []
  const source = {
    platform: 'twitch',
    cannotWrite: () => '',
    write(line: ChatOut, signal: AbortSignal) {
      lines.push(line)
      signals.push(signal)
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ sent: false, why: 'stopped' })))
    },
  } as unknown as ChatSource
  const settings = defaultSettings()
  const answers = createAnswersWritten({
    news,
    settings: () => ({ ...settings, twitch: { ...settings.twitch, writes: 'answers' } }),
    sources: [source],
    wouldRefuse: (text) => text.includes('vile'),
  })
  const turn = (id: string, change: Partial<TurnRecord> = {}): TurnRecord => ({
    ...{ id, at: 1, kind: 'ask', said: 'hi', answered: 'Hello.', heard: 'Hello.', emotion: {}, status: 'done', firstAudioMs: 1 },
    from: { platform: 'twitch', id: '7', name: 'mira' },
    messageId: `m-${id}`,
    ...change,
  })
  const over = (id: string, change: Partial<TurnRecord> = {}) => news.publish({ type: 'turn-changed', turn: turn(id, change) })
  return { answers, lines, signals, over }
}

it('[R118] writes what was heard, as a reply, once', () => {
  const { lines, over } = written()
  over('a', { status: 'speaking' })
  over('a')
  over('a')
  over('b', { status: 'cut' })
  over('c', { heard: '' })
  expect(lines).toEqual([{ text: 'Hello.', replyTo: 'm-a' }])
})

it('[R121] what may be said off air, and is not fit for a chat, is not written there', () => {
  const { lines, over } = written()
  over('a', { heard: 'something vile' })
  expect(lines).toEqual([])
})

it('[R125] what waits to be written is let go by a panic, by a deletion, and at the end', () => {
  const { answers, signals, over } = written()
  over('a')
  over('b', { from: { platform: 'twitch', id: '8', name: 'ada' } })
  answers.forget({ type: 'line-deleted', platform: 'twitch', personId: '8' })
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true])
  answers.clear()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  over('c')
  answers.close()
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
})
