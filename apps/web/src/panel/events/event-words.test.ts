import { STREAM_EVENTS } from '@psiona/shared'
import { expect, test } from 'vitest'
import { eventWord } from './event-words'

test('every event has a name and words of its own', () => {
  expect(new Set(STREAM_EVENTS.map((event) => eventWord(event).name)).size).toBe(STREAM_EVENTS.length)
  expect(new Set(STREAM_EVENTS.map((event) => eventWord(event).happens)).size).toBe(STREAM_EVENTS.length)
})
