import type { Emotion } from '@psiona/shared/mood'
import type { Tally } from '@psiona/shared/overlay-wire'
import { describe, expect, it } from 'vitest'
import { OverlayCues } from './overlay-cues'

function cuesOf() {
  const played: string[] = []
  const cues = new OverlayCues((cue) => played.push(cue))
  const state = (nowMs: number, emotion: Emotion, tally: Tally = 'listening') => cues.state({ tally, emotion }, nowMs)
  return { cues, played, state }
}

describe('OverlayCues', () => {
  it('plays a feeling when it begins to lead, once', () => {
    const { played, state } = cuesOf()
    state(0, {})
    state(100, { joy: 0.2 })
    expect(played).toEqual([])
    state(200, { joy: 0.6 })
    state(300, { joy: 0.7, surprise: 0.4 })
    expect(played).toEqual(['emotion-joy'])
    state(400, { joy: 0.3, surprise: 0.8 })
    expect(played).toEqual(['emotion-joy', 'emotion-surprise'])
  })
  it('does not act out two feelings that take turns', () => {
    const { played, state } = cuesOf()
    for (let nowMs = 0; nowMs < 9000; nowMs += 200) state(nowMs, nowMs % 400 ? { joy: 0.6 } : { fear: 0.6 })
    expect(played).toEqual(['emotion-joy', 'emotion-fear', 'emotion-joy', 'emotion-fear'])
  })
  it('takes the first state after a new link for how things stand', () => {
    const { cues, played, state } = cuesOf()
    state(0, { joy: 1 })
    state(100, {})
    cues.restart()
    state(200, { joy: 1 })
    expect(played).toEqual([])
  })
  it('plays long thinking once, and not for a short thought', () => {
    const { cues, played, state } = cuesOf()
    state(0, {}, 'thinking')
    cues.at(1000)
    state(1100, {}, 'speaking')
    cues.at(5000)
    expect(played).toEqual([])
    state(6000, {}, 'thinking')
    state(6500, { joy: 0.1 }, 'thinking')
    cues.at(7100)
    expect(played).toEqual([])
    for (const nowMs of [7200, 7300, 9000]) cues.at(nowMs)
    expect(played).toEqual(['thinking-long'])
  })
  it('plays ordered moments that it knows', () => {
    const { cues, played } = cuesOf()
    for (const cue of ['greeting', 'gesture-wink', 'moonwalk', '']) cues.order({ cue })
    expect(played).toEqual(['greeting', 'gesture-wink'])
  })
})
