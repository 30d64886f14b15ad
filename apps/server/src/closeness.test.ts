// How well she knows whom she talks to.
import { OWNER, type Person, type TurnRecord } from '@psiona/shared'
import { expect, it } from 'vitest'
import { aTurn } from '../../../tests/fakes/fake-house'
import { memoryTurnStore } from '../../../tests/fakes/turn-store'
import { closenessOf, createCloseness } from './closeness'
import type { HouseNews } from './house'
import { topic } from './streams'

const ADA: Person = { platform: 'twitch', id: 'ada', name: 'Ada' }
const turnsOf = (from: Person, count: number): TurnRecord[] =>
  Array.from({ length: count }, (_, i) => ({ ...aTurn, id: `${from.id}-${i}`, from, heard: i % 2 ? '' : 'Fine.' }))

it('grows with the exchanges that were heard, quickly at first, and not without end', () => {
  expect(closenessOf(0)).toBe(0)
  expect(closenessOf(10)).toBeCloseTo(0.42, 2)
  expect(closenessOf(100)).toBeCloseTo(0.81, 2)
  expect(closenessOf(1000)).toBe(1)
})

it('is that of whoever talks to her now', async () => {
  const news = topic<HouseNews>()
  const store = memoryTurnStore([...turnsOf(OWNER, 40), ...turnsOf(ADA, 4)])
  const closeness = createCloseness({ news, store, first: OWNER, onTrouble: (cause) => expect(cause).toBeNull() })
  await expect.poll(closeness.current).toBe(closenessOf(20))
  news.publish({ type: 'turn-changed', turn: { ...aTurn, id: 'new', from: ADA } })
  await expect.poll(closeness.current).toBe(closenessOf(2))
  news.publish({ type: 'turn-changed', turn: { ...aTurn, id: 'newer', from: { ...ADA, id: 'bob' } } })
  await expect.poll(closeness.current).toBe(0)
  closeness.close()
})
