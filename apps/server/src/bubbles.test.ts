// Chat lines on the picture: which come, how long they stay, that taken back ones go at once.
import { type ChatLine, type ChatTag, OverlaySettings } from '@psiona/shared'
import { expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createBubbles } from './bubbles'
import type { HouseNews } from './house'
import { topic } from './streams'

function bubblesOf(settings: unknown) {
  const clock = fakeClock()
  const news = topic<HouseNews>()
  const told: HouseNews[] = []
  news.subscribe((one) => {
    if (one.type === 'bubble-shown' || one.type === 'bubbles-gone') told.push(one)
  })
  const looked: string[] = []
  const wouldRefuse = (text: string) => {
    looked.push(text)
    return text.includes('vile')
  }
  const bubbles = createBubbles({ clock, news, wanted: () => OverlaySettings.parse({ bubbles: settings }).bubbles, wouldRefuse })
  const line = (messageId: string, state: ChatTag['state'], text = 'hello', name = 'Ada') => {
    const shown: ChatLine = {
      messageId,
      at: 0,
      from: { platform: 'twitch', id: 'ada', name },
      text,
      tag: { state, why: '' },
    }
    news.publish({ type: 'chat-line-shown', line: shown })
  }
  return { bubbles, clock, news, told, looked, line, ids: () => bubbles.current().map(({ messageId }) => messageId) }
}

it('shows what she answers, keeps it while she does, and then for its time', async () => {
  const { bubbles, clock, line, ids, told } = bubblesOf({ on: true, staysSeconds: 4 })
  line('a', 'shown')
  line('a', 'next')
  expect(ids()).toEqual([])
  line('a', 'answering')
  await clock.advance(60_000)
  expect(bubbles.current()).toMatchObject([{ messageId: 'a', name: 'Ada', answering: true }])
  line('a', 'answered')
  await clock.advance(3500)
  expect(bubbles.current()).toMatchObject([{ messageId: 'a', answering: false }])
  await clock.advance(1000)
  expect(ids()).toEqual([])
  expect(told.at(-1)).toEqual({ type: 'bubbles-gone', messageIds: ['a'] })
})

it('[R107] takes down at once what was taken back, and everything when they are switched off', () => {
  const { news, line, ids } = bubblesOf({ on: true, which: 'all' })
  line('a', 'answering')
  news.publish({ type: 'chat-lines-removed', messageIds: ['a', 'never shown'] })
  expect(ids()).toEqual([])
})

it('shows everything when asked to, no faster than it can be read and no more than there is room for', async () => {
  const { clock, line, ids } = bubblesOf({ on: true, which: 'all', staysSeconds: 60 })
  line('flood', 'shown')
  line('too soon', 'shown')
  expect(ids()).toEqual(['flood'])
  for (let i = 0; i < 10; i++) {
    await clock.advance(500)
    line(`m${i}`, 'shown')
  }
  expect(ids()).toEqual(['m4', 'm5', 'm6', 'm7', 'm8', 'm9'])
})

it('shows nothing unless it is wanted', () => {
  const { line, told } = bubblesOf({ on: false, which: 'all' })
  line('a', 'answering')
  line('b', 'shown')
  expect(told).toEqual([])
})

it('cuts what is too long to be read', () => {
  const { bubbles, line } = bubblesOf({ on: true })
  line('a', 'answering', 'word '.repeat(100))
  expect(bubbles.current()[0]!.text.length).toBeLessThanOrEqual(300)
  expect(bubbles.current()[0]!.text.endsWith('word…')).toBe(true)
  line('b', 'answering', `x${'😀'.repeat(200)}`)
  expect(bubbles.current()[1]!.text).toMatch(/^x(?:😀)+…$/u)
})

it('lets go of a line whose answer nobody tells the end of: when the next one is answered, or after a while', async () => {
  const { clock, line, ids } = bubblesOf({ on: true, staysSeconds: 4 })
  line('a', 'answering')
  await clock.advance(10_000)
  line('b', 'answering')
  await clock.advance(5000)
  expect(ids()).toEqual(['b'])
  await clock.advance(121_000)
  expect(ids()).toEqual([])
})

it('does not bring a line back whose time is over, when something becomes of it later', async () => {
  const { clock, news, line, ids } = bubblesOf({ on: true, which: 'all', staysSeconds: 4 })
  line('a', 'waiting')
  await clock.advance(5000)
  line('a', 'passed-over')
  line('b', 'waiting')
  news.publish({ type: 'chat-lines-removed', messageIds: ['b'] })
  await clock.advance(1000)
  line('b', 'passed-over')
  expect(ids()).toEqual([])
  line('a', 'answering')
  expect(ids()).toEqual(['a'])
})

it('[R107] takes down what was taken back, also when a flood has swept the line out of the chat log', async () => {
  const { bubbles, clock, line, ids } = bubblesOf({ on: true, which: 'all', staysSeconds: 60 })
  line('a', 'shown')
  await clock.advance(500)
  line('b', 'answering')
  bubbles.takenBack({ type: 'line-deleted', platform: 'twitch', messageId: 'a' })
  expect(ids()).toEqual(['b'])
  bubbles.takenBack({ type: 'line-deleted', platform: 'twitch', personId: 'somebody else' })
  expect(ids()).toEqual(['b'])
  bubbles.takenBack({ type: 'line-deleted', platform: 'twitch', personId: 'ada' })
  expect(ids()).toEqual([])
})

it('[R107] shows no line and no name that is not fit for a stream, whatever became of it', async () => {
  const { clock, line, ids } = bubblesOf({ on: true, which: 'all', staysSeconds: 60 })
  line('a', 'shown', 'something vile')
  line('b', 'shown', 'hello', 'vile_person')
  line('c', 'answering', 'something vile')
  expect(ids()).toEqual([])
  line('d', 'shown')
  await clock.advance(500)
  line('e', 'answering', 'hello', 'vile_person')
  expect(ids()).toEqual(['d'])
})

it('a flood of unfit lines is not looked at line by line', () => {
  const { line, looked, ids } = bubblesOf({ on: true, which: 'all' })
  for (let i = 0; i < 1000; i++) line(`m${i}`, 'shown', 'something vile')
  expect(ids()).toEqual([])
  expect(looked.length).toBeLessThan(100)
})
