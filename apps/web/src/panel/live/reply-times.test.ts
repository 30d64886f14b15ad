import type { ChatLine, TurnRecord } from '@psiona/shared'
import { expect, test } from 'vitest'
import { linesInLastMinute } from './chat-rate'
import { replyTimes } from './reply-times'

const turn = (firstAudioMs: number | null): TurnRecord => ({
  id: String(firstAudioMs),
  at: 1,
  kind: 'ask',
  from: { platform: 'owner', id: 'owner', name: 'You' },
  said: '',
  answered: '',
  heard: '',
  emotion: {},
  status: 'done',
  firstAudioMs,
})

test('turns that made no sound have no time', () => {
  expect(replyTimes([turn(80), turn(100), turn(90), turn(null)], 2)).toEqual({ usualMs: 90, rowMs: [100, 90] })
  expect(replyTimes([], 5)).toEqual({ usualMs: null, rowMs: [] })
})

test('the chat rate counts one minute back', () => {
  const line = (at: number): ChatLine => ({
    messageId: String(at),
    at,
    from: { platform: 'twitch', id: 'a', name: 'a' },
    text: 'x',
    tag: { state: 'shown', why: '' },
  })
  expect(linesInLastMinute([line(0), line(40_000), line(59_000)], 60_000)).toBe(2)
})
