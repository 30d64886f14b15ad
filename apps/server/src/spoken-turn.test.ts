import type { Heard } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { createSpokenTurn } from './spoken-turn'

const start = (utterance: number): Heard => ({ type: 'speech-start', utterance, atSample: 0 })
const end = (utterance: number, text: string, speaker?: 'owner' | 'guest'): Heard => ({
  type: 'speech-end',
  utterance,
  text,
  ...(speaker ? { speaker } : {}),
  endpointMs: 400,
  recogniserMs: 30,
})

describe('[R26] a spoken turn', () => {
  it('is under way from the first sound until its words are known', () => {
    const spoken = createSpokenTurn()
    expect(spoken.underWay).toBe(false)
    spoken.take(start(1))
    spoken.take({ type: 'speech-partial', utterance: 1, text: 'hel' })
    spoken.take({ type: 'speech-stop', utterance: 1, atSample: 9 })
    expect(spoken.underWay).toBe(true)
    expect(spoken.take(end(1, 'hello'))).toMatchObject({ text: 'hello', hearing: { endpointMs: 400, recogniserMs: 30 } })
    expect(spoken.underWay).toBe(false)
  })

  it('keeps the words of a first part when the second has none', () => {
    const spoken = createSpokenTurn()
    for (const part of [start(1), start(2), end(1, 'wait')]) expect(spoken.take(part)).toBeNull()
    expect(spoken.take(end(2, ''))?.text).toBe('wait')
  })

  it('does not say anything twice', () => {
    const spoken = createSpokenTurn()
    spoken.take(start(1))
    spoken.take(end(1, 'one'))
    spoken.take(start(2))
    expect(spoken.take(end(2, 'two'))?.text).toBe('two')
  })

  it('is the owner’s as soon as any part of it is', () => {
    const spoken = createSpokenTurn()
    for (const part of [start(1), start(2), end(1, 'what is', 'guest')]) spoken.take(part)
    expect(spoken.take(end(2, 'that', 'owner'))?.from.platform).toBe('owner')
  })
})
