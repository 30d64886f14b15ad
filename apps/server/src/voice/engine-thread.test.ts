// The door to the engine thread when the thread dies.
import { describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { plainCharacter } from '../../../../tests/fakes/characters'
import { startEngineThread } from './engine-thread'

/** `diesAt`: at which line; 0 = before it is ready. */
const start = (diesAt: number, onLost: (cause: unknown) => void = () => {}) =>
  startEngineThread({
    seed: diesAt,
    ...plainCharacter().voice,
    dictionaryFile: '',
    letterToSoundFile: '',
    forecast: true,
    workerFile: `${root}/tests/fakes/doomed-engine.mjs`,
    onBlock: () => {},
    onLost,
  })

describe('an engine thread that dies', () => {
  it('before it is ready is a Problem, and nothing was lost', async () => {
    let lost = 0
    await expect(start(0, () => lost++)).rejects.toMatchObject({ code: 'voice-failed' })
    expect(lost).toBe(0)
  })
  it('with a line in hand fails that line and every later one, and tells so once', async () => {
    let lost = 0
    const engine = await start(2, () => lost++)
    expect(await engine.speak({ text: 'One.', emotion: {} })).toMatchObject({ startSample: 0 })
    await expect(engine.speak({ text: 'Two.', emotion: {} })).rejects.toMatchObject({ code: 'voice-failed' })
    await expect(engine.speak({ text: 'Three.', emotion: {} })).rejects.toMatchObject({ code: 'voice-failed' })
    await engine.close()
    expect(lost).toBe(1)
  })
  it('because it was closed is no trouble', async () => {
    let lost = 0
    const engine = await start(9, () => lost++)
    await engine.close()
    await expect(engine.speak({ text: 'One.', emotion: {} })).rejects.toMatchObject({ code: 'voice-failed' })
    expect(lost).toBe(0)
  })
})
