// The door to a sherpa thread when the thread dies, and how often it is started again.
import { describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { fakeClock } from '../../../../tests/fakes/clock'
import { tinyModel } from '../../../../tests/fakes/tiny-onnx-models'
import { sherpaThread } from './sherpa-thread'

const never = new AbortController().signal
const open = (clock = fakeClock()) =>
  sherpaThread({
    model: tinyModel('whisper'),
    folder: '',
    language: 'en',
    workerFile: `${root}/tests/fakes/doomed-sherpa.mjs`,
    clock,
  })
type Thread = ReturnType<typeof open>

async function* sound(...values: number[]): AsyncIterable<Float32Array> {
  for (const value of values) yield Float32Array.of(value)
}
async function texts(thread: Thread, source: AsyncIterable<Float32Array>, signal = never): Promise<string[]> {
  const all: string[] = []
  for await (const answer of thread.hear(source, signal)) if (answer.type === 'text') all.push(answer.text)
  return all
}
const die = (thread: Thread) => expect(texts(thread, sound(1, -1))).rejects.toMatchObject({ code: 'sherpa-stopped' })

describe('a sherpa thread', () => {
  it('is not started before it is needed, and lets its caller keep the sound', async () => {
    const thread = open()
    expect(thread.health()).toEqual({ state: 'ok', detail: 'Tiny whisper' })
    const mine = Float32Array.of(1, 2)
    const twice = async function* () {
      yield mine
      yield mine
    }
    expect(await texts(thread, twice())).toEqual(['2', '4', '4'])
    expect(mine).toEqual(Float32Array.of(1, 2))
    await thread.close()
  })
  it('that dies fails what runs, says so, and starts again at the next words', async () => {
    const thread = open()
    await die(thread)
    expect(thread.health()).toMatchObject({ state: 'trouble', detail: 'Tiny whisper stopped while it worked.' })
    expect(await texts(thread, sound(1, 1))).toEqual(['1', '2', '2'])
    expect(thread.health().state).toBe('ok')
    await thread.close()
  })
  it('that dies again and again is left alone until it has rested', async () => {
    const clock = fakeClock()
    const thread = open(clock)
    for (let i = 0; i < 3; i++) await die(thread)
    await expect(texts(thread, sound(1))).rejects.toThrow('stopped 3 times within 10 minutes. Choose another')
    expect(thread.health()).toMatchObject({ state: 'trouble', remedy: 'Choose another recogniser on the Ears page.' })
    await clock.advance(10 * 60_000)
    expect(await texts(thread, sound(1))).toEqual(['1', '1'])
    await thread.close()
  })
  it('that has no program is trouble, and does not take the process with it', async () => {
    const thread = sherpaThread({
      model: tinyModel('whisper'),
      folder: '',
      language: 'en',
      workerFile: `${root}/tests/fakes/no-such.mjs`,
      clock: fakeClock(),
    })
    await expect(texts(thread, sound(1))).rejects.toMatchObject({ code: 'sherpa-stopped' })
    await thread.close()
  })
  it('passes on what fails in the sound itself', async () => {
    const thread = open()
    const broken = async function* () {
      yield Float32Array.of(1)
      throw new RangeError('no more')
    }
    await expect(texts(thread, broken())).rejects.toThrow(RangeError)
    await thread.close()
  })
  it('closed, ends what runs and hears nothing more', async () => {
    const thread = open()
    let closed: Promise<unknown> = Promise.resolve()
    const endless = async function* () {
      yield Float32Array.of(1)
      closed = thread.close()
      await new Promise(() => {})
    }
    await texts(thread, endless())
    await closed
    expect(await texts(thread, sound(1))).toEqual([])
  })
})
