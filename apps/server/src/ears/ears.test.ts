// The ears as the pipeline uses them.
import { MIC_RATE } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  beginAnew,
  chunks,
  clock,
  closeEars,
  ears,
  heard,
  kept,
  openEars,
  PANEL,
  send,
  taken,
  troubles,
  turnGate,
  turnMicrophone,
  when,
} from '../../../../tests/fakes/ears-at-work'

beforeEach(beginAnew)
afterEach(closeEars)

describe('[R27] the ears', () => {
  it('make of a stretch of speech one start, partials, one stop and one end, with the sound before it', async () => {
    openEars()
    send(1000, 0)
    send(1500, 0.5)
    send(1000, 0)
    const end = await when('speech-end')
    const types = heard.map(({ type }) => type)
    expect(types.filter((type) => type !== 'speech-partial')).toEqual(['speech-start', 'speech-stop', 'speech-end'])
    expect(types.filter((type) => type === 'speech-partial').length).toBeGreaterThan(5)
    expect([types[0], types.at(-1)]).toEqual(['speech-start', 'speech-end'])
    // 1.5 s of speech, at least a fifth of a second before it, and the pause that told its end.
    const tenths = Number(/\d+/.exec(end.text)?.[0])
    expect(tenths).toBeGreaterThanOrEqual(17)
    expect(tenths).toBeLessThanOrEqual(26)
    expect(end.endpointMs).toBeGreaterThanOrEqual(400)
    expect(kept).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('let go of what is being said when she is muted', async () => {
    openEars()
    send(600, 0)
    send(800, 0.5)
    await when('speech-start')
    ears.mute()
    expect(await when('speech-end')).toMatchObject({ text: '' })
    expect(kept).toEqual([])
  })

  it('take as said what was said when the microphone is gone for good, and not before', async () => {
    openEars()
    send(600, 0)
    send(800, 0.5)
    await when('speech-start')
    await taken()
    await clock.advance(3000)
    expect(heard.some(({ type }) => type === 'speech-stop')).toBe(false)
    await clock.advance(2000)
    expect((await when('speech-end')).text).toMatch(/^heard \d+$/)
  })

  it('hear one microphone: another that sends as well is not listened to', async () => {
    openEars()
    send(600, 0)
    chunks.push({ sequence: 1, atSample: 0, samples: new Float32Array(320).fill(0.9), gate: 'open', micId: 'somebody-else' })
    send(600, 0)
    send(600, 0.5)
    send(900, 0)
    expect((await when('speech-start')).atSample).toBeGreaterThan(0.8 * MIC_RATE)
    await when('speech-end')
  })

  it('[R28] hold back her own words', async () => {
    openEars({ isEcho: (text) => text.startsWith('heard') })
    send(600, 0.5)
    send(900, 0)
    expect(await when('speech-end')).toMatchObject({ text: '' })
  })

  it('[R71] while the key is held all of it is one utterance, however long the pauses, and it ends with the key', async () => {
    turnGate('shut')
    openEars()
    send(600, 0.5)
    turnGate('held')
    send(300, 0.5)
    send(2000, 0)
    send(300, 0.5)
    turnGate('shut')
    send(100, 0)
    await when('speech-end')
    expect(heard.filter(({ type }) => type === 'speech-start')).toHaveLength(1)
  })

  it('tell a voice that is not the owner’s', async () => {
    openEars({
      identity: () => ({
        whose: async () => 'guest' as const,
        learnOwner: async () => {},
        health: () => ({ state: 'ok', detail: '' }),
        close: async () => {},
      }),
    })
    send(1200, 0.5)
    send(900, 0)
    expect(await when('speech-end')).toMatchObject({ speaker: 'guest' })
  })

  it('tell how the microphone is', async () => {
    openEars()
    const stand = () => ears.health().find(({ part }) => part === 'microphone')
    send(100, 0.5)
    await taken()
    expect(stand()).toMatchObject({ state: 'ok', detail: 'USB microphone' })
    turnMicrophone({ muted: true })
    expect(stand()).toMatchObject({ state: 'ok', detail: expect.stringContaining('muted') })
    turnMicrophone({ source: null })
    expect(stand()).toMatchObject({ state: 'off' })
  })

  it('[R71] hear nothing of what waited when she was muted', async () => {
    openEars()
    send(600, 0)
    send(800, 0.5)
    turnMicrophone({ muted: true })
    ears.mute()
    await taken()
    expect(heard).toEqual([])
  })

  it('[R72] go on with what was sent before a microphone was gone for a moment', async () => {
    openEars()
    send(200, 0)
    await taken()
    turnMicrophone({ source: null })
    send(600, 0.5)
    send(900, 0)
    expect((await when('speech-end')).text).toMatch(/^heard/)
  })

  it('do not complain of silence before a first packet can have come', async () => {
    turnMicrophone({ source: null })
    openEars()
    await clock.advance(10_000)
    turnMicrophone({ source: PANEL })
    const stand = () => ears.health().find(({ part }) => part === 'microphone')
    expect(stand()?.state).toBe('ok')
    await clock.advance(4000)
    expect(stand()).toMatchObject({ state: 'trouble', detail: expect.stringContaining('no sound') })
  })
})
