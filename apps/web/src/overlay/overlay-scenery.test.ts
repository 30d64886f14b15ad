import { OverlaySettings } from '@psiona/shared/settings'
import { describe, expect, it } from 'vitest'
import { OverlayScenery } from './overlay-scenery'
import { QUALITY_LADDER } from './quality-ladder'

const bubble = { messageId: 'm', name: 'Ada', text: 'hello', platform: 'twitch', answering: false, staysMs: 5000 }
const effect = { effectId: 1, kind: 'hearts', strength: 1, durationMs: 4000, caption: 'Ada follows' } as const

function scenery(settings: object = { bubbles: { on: true } }) {
  // Never drawn here: a canvas is made for the first frame only.
  const made = new OverlayScenery({} as HTMLElement, { align: 'center', framing: 'full' }, () => false)
  made.choose(OverlaySettings.parse(settings))
  const shown = (nowMs: number) => made.at(nowMs).bubbles.map(({ value, leaving }) => ({ answering: value.answering, leaving }))
  return { made, shown }
}

describe('OverlayScenery', () => {
  it('shows bubbles and effects only where they are wanted', () => {
    const { made } = scenery({ bubbles: { on: false }, effects: { on: false } })
    made.bubble(bubble, 0)
    made.effect(effect, QUALITY_LADDER.high, 0)
    expect(made.at(1)).toEqual({ bubbles: [], captions: [] })
  })
  it('takes down what stands when it is wanted no more', () => {
    const { made } = scenery()
    made.bubble(bubble, 0)
    made.effect(effect, QUALITY_LADDER.high, 0)
    expect(made.at(1)).toMatchObject({ bubbles: [{}], captions: [{ value: { caption: 'Ada follows' } }] })
    made.choose(OverlaySettings.parse({ effects: { on: false } }))
    expect(made.at(2)).toEqual({ bubbles: [], captions: [] })
  })
  it('[R125] clears what stands and flies', () => {
    const { made } = scenery()
    made.bubble(bubble, 0)
    made.effect(effect, QUALITY_LADDER.high, 0)
    made.clear()
    expect(made.at(1)).toEqual({ bubbles: [], captions: [] })
  })
  it('keeps an answered line until she neither thinks nor speaks', () => {
    const { made, shown } = scenery()
    made.tally('listening', 0)
    made.bubble({ ...bubble, answering: true }, 0)
    made.tally('thinking', 100)
    made.tally('speaking', 1000)
    expect(shown(60_000)).toEqual([{ answering: true, leaving: false }])
    made.tally('listening', 60_000)
    expect(shown(64_999)).toEqual([{ answering: false, leaving: false }])
    expect(shown(65_000)).toEqual([{ answering: false, leaving: true }])
  })
  it('forgets the chat with the link, and the words of effects', () => {
    const { made, shown } = scenery()
    made.bubble(bubble, 0)
    made.effect(effect, QUALITY_LADDER.high, 0)
    made.relink()
    expect([shown(1), made.at(1).captions]).toEqual([[], []])
  })
  it('[R107] takes down the words of an effect that was taken back, and no other', () => {
    const { made } = scenery()
    made.effect(effect, QUALITY_LADDER.high, 0)
    made.effectsGone([2])
    expect(made.at(1).captions).toHaveLength(1)
    made.effectsGone([1])
    expect(made.at(1).captions).toEqual([])
  })
})
