// What flies over the picture, and how often.
import { type Effect, type Emotion, OverlaySettings } from '@psiona/shared'
import { expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createEffects } from './effects'
import type { HouseNews } from './house'
import { topic } from './streams'

function effectsOf(settings: unknown = {}) {
  const clock = fakeClock()
  const news = topic<HouseNews>()
  const shown: Effect[] = []
  news.subscribe((one) => {
    if (one.type === 'effect-shown') shown.push(one.effect)
  })
  const effects = createEffects({ clock, news, wanted: () => OverlaySettings.parse({ effects: settings }).effects })
  const feels = (emotion: Emotion) => news.publish({ type: 'emotion-changed', emotion })
  return { effects, clock, feels, shown, kinds: () => shown.map(({ kind }) => kind) }
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
