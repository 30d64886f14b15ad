// What flies over the picture, and how often.
import { type Effect, type Emotion, OverlaySettings } from '@psiona/shared'
import { expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { viewer } from '../../../tests/fakes/turns'
import { createEffects } from './effects'
import type { HouseNews } from './house'
import { topic } from './streams'

function effectsOf(settings: unknown = {}) {
  const clock = fakeClock()
  const news = topic<HouseNews>()
  const shown: Effect[] = []
  const gone: (readonly number[])[] = []
  news.subscribe((one) => {
    if (one.type === 'effect-shown') shown.push(one.effect)
    if (one.type === 'effects-gone') gone.push(one.effectIds)
  })
  const effects = createEffects({ clock, news, wanted: () => OverlaySettings.parse({ effects: settings }).effects })
  const feels = (emotion: Emotion) => news.publish({ type: 'emotion-changed', emotion })
  return { effects, clock, feels, shown, gone, kinds: () => shown.map(({ kind }) => kind) }
}

it('a strong feeling sets one off, once until it has calmed', async () => {
  const { feels, clock, kinds } = effectsOf()
  feels({ affection: 0.5 })
  feels({ affection: 0.8 })
  feels({ affection: 0.9 })
  expect(kinds()).toEqual(['hearts'])
  await clock.advance(10_000)
  feels({ affection: 0.6 })
  feels({ affection: 0.9 })
  expect(kinds()).toEqual(['hearts'])
  feels({ affection: 0.3 })
  feels({ affection: 0.9 })
  expect(kinds()).toEqual(['hearts', 'hearts'])
})

it('events of one kind do not come faster than they can be seen', async () => {
  const { effects, clock, shown } = effectsOf()
  for (let i = 0; i < 50; i++) effects.happened('raid', `raider ${i}`)
  await clock.advance(8000)
  effects.happened('raid', 'late')
  expect(shown.map(({ caption }) => caption)).toEqual(['raider 0', 'late'])
  expect(new Set(shown.map(({ effectId }) => effectId)).size).toBe(2)
})

it('nothing flies that nobody chose, and nothing at all when they are off; the owner’s own wish always does', () => {
  const { effects, kinds } = effectsOf({ on: true, by: { joy: 'stars' } })
  effects.happened('raid')
  expect(kinds()).toEqual([])
  const off = effectsOf({ on: false })
  off.effects.happened('follow')
  off.effects.show({ kind: 'confetti', strength: 1, caption: '' })
  expect(off.kinds()).toEqual(['confetti'])
})

const banned = (personId: string) => ({ type: 'line-deleted', platform: 'twitch', personId }) as const
const deedOf = (name: string, messageId: string, at = 1000) => ({ from: viewer(name), at, messageId })

it('[R107] what a viewer set off goes with a ban, a deleted line and a cleared chat, once; that of others stays', () => {
  const { effects, gone } = effectsOf()
  effects.happened('first-message', 'Mira', 0.7, deedOf('Mira', 'm1'))
  effects.happened('raid', 'Jo', 0.7, deedOf('Jo', 'e2', 500))
  effects.happened('follow', 'Mira', 0.7, deedOf('Mira', 'e3'))
  effects.happened('gift')
  effects.takenBack({ type: 'line-deleted', platform: 'twitch', messageId: 'm1' })
  effects.takenBack({ type: 'line-deleted', platform: 'youtube', personId: 'mira' })
  effects.takenBack({ type: 'line-deleted', platform: 'twitch', personId: 'mira', since: 1001 })
  expect(gone).toEqual([[0]])
  effects.takenBack(banned('mira'))
  effects.takenBack(banned('mira'))
  expect(gone).toEqual([[0], [2]])
  effects.takenBack({ type: 'line-deleted', platform: 'twitch' })
  expect(gone).toEqual([[0], [2], [1]])
})

it('[R107] what has flown is not taken back any more, and nobody takes back what the owner wished', async () => {
  const { effects, clock, gone } = effectsOf()
  effects.show({ kind: 'stars', strength: 1, caption: 'Well done' })
  effects.happened('raid', 'Jo', 0.7, deedOf('Jo', 'e1'))
  await clock.advance(11_000)
  effects.takenBack(banned('jo'))
  effects.takenBack({ type: 'line-deleted', platform: 'owner' })
  expect(gone).toEqual([])
})
