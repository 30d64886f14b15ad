// Real recognition by tiny models, one of each engine, in the real process.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { fakeClock } from '../../../../tests/fakes/clock'
import { flipped } from '../../../../tests/fakes/flipped-bytes'
import { high, inARow, low, silence, tinyModel, writeTiny } from '../../../../tests/fakes/tiny-onnx-models'
import { finalOf, spokenIn, transcriberSuite, transcriptsOf } from '../../../../tests/suites/transcriber-suite'
import type { Transcriber } from '../organs'
import type { SherpaRecogniserModel } from './sherpa-models'
import { createSherpaTranscriber } from './transcriber-sherpa'

const ENGINES = ['zipformer', 'whisper', 'moonshine', 'sense-voice'] as const
const never = new AbortController().signal

let models: string
beforeAll(() => {
  models = mkdtempSync(join(tmpdir(), 'transcriber-sherpa-'))
  for (const engine of ENGINES) writeTiny(engine, join(models, engine))
})
afterAll(() => rmSync(models, { recursive: true }))

const open = (model: SherpaRecogniserModel, folder: string): Transcriber =>
  createSherpaTranscriber({
    model,
    folder,
    language: 'en-US',
    workerFile: join(root, 'dist/sherpa-worker.mjs'),
    clock: fakeClock(),
  })
const opened = (engine: (typeof ENGINES)[number]) => open(tinyModel(engine), join(models, engine))
const transcribe = (transcriber: Transcriber, sound: Float32Array, pieceSamples?: number) =>
  transcriptsOf(transcriber.transcribe(spokenIn(sound, pieceSamples), never))

for (const engine of ENGINES) {
  /** These two give one word for all they hear at once. */
  const one = engine === 'whisper' || engine === 'moonshine'
  transcriberSuite(`sherpa with a tiny ${engine}`, {
    open: async () => opened(engine),
    hears: {
      sound: () => (one ? high(1) : inARow(low(0.6), silence(0.4), high(0.6))),
      words: one ? ['high'] : ['low', 'high'],
      leastShare: 1,
    },
    broken: async () => open(tinyModel(engine), join(models, 'nothing')),
  })
}

describe('sherpa', () => {
  it('says that it loads, then that it is there', async () => {
    const transcriber = opened('sense-voice')
    expect(transcriber.health()).toEqual({ state: 'ok', detail: 'loading Tiny sense-voice' })
    expect(finalOf(await transcribe(transcriber, low(0.5)))).toBe('low')
    expect(transcriber.health()).toEqual({ state: 'ok', detail: 'Tiny sense-voice' })
    await transcriber.close()
  })

  it('gives partials while a streaming model hears, each once, in sentence case', async () => {
    const transcriber = opened('zipformer')
    const heard = await transcribe(transcriber, inARow(low(1), silence(0.5), high(1), silence(0.5)))
    expect(heard).toEqual([
      { text: 'Low', final: false },
      { text: 'Low high', final: false },
      { text: 'Low high', final: true },
    ])
    await transcriber.close()
  })

  it('looks at the last frames of a streaming utterance too', async () => {
    const transcriber = opened('zipformer')
    // 0.16 s of 'high' in the end is far less than a chunk.
    expect(finalOf(await transcribe(transcriber, inARow(low(0.6), silence(0.3), high(0.16))))).toBe('Low high')
    await transcriber.close()
  })

  it('hears all of a speech that is longer than Whisper can hear at once', async () => {
    const transcriber = opened('whisper')
    // 28 s at once at the most: low, low, high.
    const heard = await transcribe(transcriber, inARow(low(55), high(20)), 16_000)
    expect(finalOf(heard)).toBe('low low high')
    expect(heard.map(({ text }) => text)).toEqual(['low', 'low low', 'low low high'])
    await transcriber.close()
  })

  it.each(ENGINES)('%s: loads up to the missing file and names it', async (engine) => {
    for (const name of Object.values(tinyModel(engine).files)) {
      const { model, folder } = writeTiny(engine, join(models, `${engine}-broken`))
      rmSync(join(folder, name))
      const transcriber = open(model, folder)
      const sentence = `${name} of Tiny ${engine} is missing. Fetch the model again on the Ears page.`
      await expect(transcribe(transcriber, high(0.2))).rejects.toMatchObject({ code: 'model-file-missing', message: sentence })
      expect(transcriber.health()).toEqual({
        state: 'trouble',
        detail: `${name} of Tiny ${engine} is missing.`,
        remedy: 'Fetch the model again on the Ears page.',
      })
      await transcriber.close()
    }
  })

  it('finds the model once it has been fetched', async () => {
    const folder = join(models, 'late')
    const transcriber = open(tinyModel('sense-voice'), folder)
    await expect(transcribe(transcriber, low(0.5))).rejects.toMatchObject({ code: 'model-file-missing' })
    writeTiny('sense-voice', folder)
    expect(finalOf(await transcribe(transcriber, low(0.5)))).toBe('low')
    expect(transcriber.health().state).toBe('ok')
    await transcriber.close()
  })

  it.each(ENGINES)('%s: a file that is damaged inside is told, and works when it has been fetched again', async (engine) => {
    const { model, folder } = writeTiny(engine, join(models, `${engine}-damaged`))
    const file = join(folder, Object.values(model.files)[0] ?? '')
    const whole = readFileSync(file)
    writeFileSync(file, flipped(whole))
    const transcriber = open(model, folder)
    const sentence = `Tiny ${engine} could not be loaded: its files are damaged. Fetch it again on the Ears page.`
    for (let i = 0; i < 2; i++)
      await expect(transcribe(transcriber, high(0.5))).rejects.toMatchObject({
        code: 'model-file-damaged',
        message: expect.stringContaining(sentence),
      })
    expect(transcriber.health()).toMatchObject({
      state: 'trouble',
      detail: `Tiny ${engine} could not be loaded: its files are damaged.`,
      remedy: expect.stringMatching(/^Fetch it again on the Ears page\./),
    })
    writeFileSync(file, whole)
    expect(finalOf(await transcribe(transcriber, high(0.5)))).toMatch(/high/i)
    expect(transcriber.health()).toEqual({ state: 'ok', detail: `Tiny ${engine}` })
    await transcriber.close()
  })

  it('says so when a model says something of itself that sherpa does not take', async () => {
    const { model, folder } = writeTiny('whisper', join(models, 'odd'))
    const file = join(folder, 'encoder.onnx')
    // Of the same length: a list of numbers becomes something else.
    writeFileSync(file, readFileSync(file, 'latin1').replace('3,4,6', 'odd,,'), 'latin1')
    const transcriber = open(model, folder)
    await expect(transcribe(transcriber, high(0.5))).rejects.toThrow('could not be loaded: its files are damaged')
    expect(transcriber.health()).toMatchObject({ state: 'trouble' })
    await transcriber.close()
  })
})
