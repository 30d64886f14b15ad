import { ChatModeration, OWNER } from '@psiona/shared'
import { expect, test } from 'vitest'
import { BAN, canBeModerated, orderOf, TAKE_BACK, TIME_OUT } from './measures'

const line = { messageId: 'm1', from: { platform: 'twitch', id: '42', name: 'mira_plays' } } as const

test('a line is taken back by its id, a person silenced by theirs', () => {
  expect(orderOf(TAKE_BACK, line)).toEqual({ platform: 'twitch', messageId: 'm1' })
  expect(orderOf(TIME_OUT, line)).toEqual({ platform: 'twitch', personId: '42', seconds: 600 })
  expect(orderOf(BAN, line)).toEqual({ platform: 'twitch', personId: '42' })
})

test('the server takes every one of them', () => {
  for (const measure of [TAKE_BACK, TIME_OUT, BAN]) expect(ChatModeration.safeParse(orderOf(measure, line)).success).toBe(true)
})

test('what comes from no platform is not moderated', () => {
  expect(canBeModerated(line.from)).toBe(true)
  expect(canBeModerated(OWNER)).toBe(false)
})
