// Real speech by tiny models, one of each engine, in the real process.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { root } from '../../../../tests/checkout'
import { fakeClock } from '../../../../tests/fakes/clock'
import { flipped } from '../../../../tests/fakes/flipped-bytes'
import { SAMPLES_PER_SYMBOL, tinyKokoro } from '../../../../tests/fakes/tiny-onnx-tts'
import { TINY_ENGINES, tinyVoice, writeTinyVoice } from '../../../../tests/fakes/tiny-voices'
import { LONG, SHORT, SOON, say, soundOf, ttsSuite } from '../../../../tests/suites/tts-suite'
import type { Clock } from '../clock'
import type { Tts } from '../organs'
import { SherpaVoiceModel } from './sherpa-voice-models'
import { IDLE_MS, ttsSherpa } from './tts-sherpa'

let models: string
let tmpDir: string
beforeAll(() => {
  models = mkdtempSync(join(tmpdir(), 'tts-sherpa-'))
  tmpDir = join(models, 'tmp')
  for (const engine of TINY_ENGINES) writeTinyVoice(engine, join(models, engine))
})
afterAll(() => rmSync(models, { recursive: true }))

const workerFile = join(root, 'dist/sherpa-speech-worker.mjs')
const open = (model: SherpaVoiceModel, folder: string, more: { speaker?: number; speed?: number; clock?: Clock } = {}): Tts =>
  ttsSherpa({ model, folder, speaker: 0, speed: 1, workerFile, tmpDir, clock: fakeClock(), ...more })
const opened = (engine: (typeof TINY_ENGINES)[number], more = {}) => open(tinyVoice(engine), join(models, engine), more)
const leftovers = () => (existsSync(tmpDir) ? readdirSync(tmpDir) : [])

for (const engine of TINY_ENGINES)
  ttsSuite(`sherpa with a tiny ${engine}`, {
    open: async () => opened(engine),
    broken: async () => open(tinyVoice(engine), join(models, 'nothing')),
    leftovers,
  })

describe('sherpa', { timeout: 40_000 }, () => {
  it('is not started before it is needed, and says that it loads', async () => {
    const tts = opened('kokoro')
    expect(tts.health()).toEqual({ state: 'ok', detail: 'Tiny kokoro' })
    const saying = say(tts, SHORT)
    await vi.waitFor(() => expect(tts.health()).toEqual({ state: 'ok', detail: 'loading Tiny kokoro' }), SOON)
    const { sampleRate, pcm } = soundOf(await saying)
    expect(sampleRate).toBe(24_000)
    expect(pcm.length % SAMPLES_PER_SYMBOL).toBe(0)
    expect(tts.health()).toEqual({ state: 'ok', detail: 'Tiny kokoro' })
    await tts.close()
  })

  it('reads a Piper voice as its maker publishes it, and leaves its files as they were', async () => {
    const file = join(models, 'piper/voice.onnx')
    const before = readFileSync(file)
    const tts = opened('piper')
    const raw = soundOf(await say(tts, LONG))
    const ready = opened('vits')
    expect(raw).toEqual(soundOf(await say(ready, LONG)))
    expect(raw.sampleRate).toBe(16_000)
    expect(readFileSync(file).equals(before)).toBe(true)
    await Promise.all([tts.close(), ready.close()])
  })

  it('has Kokoro of the second edition, with its lexicon and without one', async () => {
    const { model, folder } = writeTinyVoice('kokoro', join(models, 'second-edition'), tinyKokoro(2))
    const withLexicon = SherpaVoiceModel.parse({ ...model, files: { ...model.files, lexicon: 'lexicon.txt' } })
    for (const edition of [withLexicon, model]) {
      const tts = open(edition, folder)
      for (const text of [SHORT, LONG, 'Zounds, 7!']) soundOf(await say(tts, text))
      expect(tts.health().state).toBe('ok')
      await tts.close()
    }
  })

  it('has the speaker that was chosen, and says how many there are when it has not', async () => {
    const second = opened('kitten', { speaker: 1 })
    expect((await say(second, SHORT)).length).toBeGreaterThan(0)
    await second.close()
    const third = opened('kitten', { speaker: 2 })
    const problem = { code: 'no-such-speaker', message: expect.stringMatching(/has 2 voices, numbered 0 to 1\. Choose/) }
    await expect(say(third, SHORT)).rejects.toMatchObject(problem)
    expect(third.health()).toMatchObject({ state: 'trouble', remedy: 'Choose one of them on the Voice page.' })
    await third.close()
  })

  it('is ended when she has been silent for long, and is back for the next line', async () => {
    const clock = fakeClock()
    const tts = opened('vits', { clock })
    await say(tts, SHORT)
    const programs = () => process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length
    const running = programs()
    await clock.advance(IDLE_MS - 1)
    expect(programs()).toBe(running)
    await clock.advance(1)
    await vi.waitFor(() => expect(programs()).toBe(running - 1), SOON)
    expect((await say(tts, SHORT)).length).toBeGreaterThan(0)
    await tts.close()
    expect(clock.waiting).toBe(0)
  })

  it.each(TINY_ENGINES)('%s: a file that is missing is named, and she speaks when it has been fetched', async (engine) => {
    const { model, folder } = writeTinyVoice(engine, join(models, `${engine}-broken`))
    const name = model.files.dictionary
    const whole = readFileSync(join(folder, name))
    rmSync(join(folder, name))
    const tts = open(model, folder)
    const missing = `${name} of Tiny ${engine} is missing. Fetch the voice again on the Voice page.`
    await expect(say(tts, SHORT)).rejects.toMatchObject({ code: 'model-file-missing', message: missing })
    expect(tts.health()).toMatchObject({ state: 'trouble', detail: `${name} of Tiny ${engine} is missing.` })
    writeFileSync(join(folder, name), whole)
    expect((await say(tts, SHORT)).length).toBeGreaterThan(0)
    await tts.close()
  })

  it.each(TINY_ENGINES)(
    '%s: a model that is damaged inside is told, and works when it has been fetched again',
    async (engine) => {
      const { model, folder } = writeTinyVoice(engine, join(models, `${engine}-damaged`))
      const file = join(folder, model.files.model)
      const whole = readFileSync(file)
      writeFileSync(file, flipped(whole))
      const tts = open(model, folder)
      const sentence = `Tiny ${engine} could not be loaded: its files are damaged. Fetch it again on the Voice page.`
      for (let i = 0; i < 2; i++)
        await expect(say(tts, SHORT)).rejects.toMatchObject({
          code: 'model-file-damaged',
          message: expect.stringContaining(sentence),
        })
      expect(tts.health()).toMatchObject({
        state: 'trouble',
        remedy: expect.stringMatching(/^Fetch it again on the Voice page\./),
      })
      writeFileSync(file, whole)
      expect((await say(tts, SHORT)).length).toBeGreaterThan(0)
      expect(tts.health()).toEqual({ state: 'ok', detail: `Tiny ${engine}` })
      await tts.close()
      expect(leftovers()).toEqual([])
    },
  )

  it('that dies in the middle of a line fails it, and is back for the next', async () => {
    const doomed = ttsSherpa({
      model: tinyVoice('vits'),
      folder: models,
      speaker: 0,
      speed: 1,
      workerFile: join(root, 'tests/fakes/doomed-voice.mjs'),
      tmpDir,
      clock: fakeClock(),
    })
    const heard: number[] = []
    const line = { text: 'This one dies, so they say.', language: 'en', emotion: {} }
    const dying = (async () => {
      for await (const { pcm } of doomed.synthesise(line, new AbortController().signal)) heard.push(pcm.length)
    })()
    await expect(dying).rejects.toMatchObject({
      code: 'sherpa-stopped',
      message: expect.stringMatching(/again at the next line/),
    })
    expect(heard).toEqual([1])
    expect(doomed.health()).toMatchObject({ state: 'trouble', detail: 'Tiny vits stopped while it worked.' })
    expect(await say(doomed, 'All is well.')).toEqual([expect.objectContaining({ sampleRate: 16_000 })])
    expect(doomed.health().state).toBe('ok')
    await doomed.close()
  })
})
