// What can be had on this machine: servers over real HTTP, programs in a folder, models and pages as they are told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FoundRecognisers } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { transcriptionServer } from '../../../../tests/fakes/transcription-server'
import { type FindRecognisersOptions, findRecognisers } from './find-recognisers'

let clock: FakeClock
let folder: string
beforeEach(() => {
  clock = fakeClock()
  folder = mkdtempSync(join(tmpdir(), 'psiona-programs-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(clock.waiting).toBe(0)
})
const find = async (more: Partial<FindRecognisersOptions> = {}) => {
  const found = await findRecognisers({
    clock,
    installed: () => [],
    pageEars: () => null,
    searchPath: folder,
    places: ['http://127.0.0.1:9'],
    ...more,
  })
  return FoundRecognisers.parse(found).recognisers
}

describe('looking for recognisers', () => {
  it('finds none where there is none', async () => {
    expect(await find()).toEqual([])
  })
  it('finds installed models, and says when their words come', async () => {
    const found = await find({
      installed: () => [
        { id: 'zipformer', job: 'streaming', languages: ['en'], title: 'Zipformer' },
        { id: 'whisper', job: 'offline', languages: ['en'], title: 'Whisper tiny' },
      ],
    })
    expect(found.map(({ choice, title }) => [choice, title])).toEqual([
      [{ kind: 'sherpa', model: 'zipformer' }, 'Zipformer'],
      [{ kind: 'sherpa', model: 'whisper' }, 'Whisper tiny'],
    ])
    expect(found.map(({ detail }) => detail)).toEqual([expect.stringMatching(/while you speak/), expect.stringMatching(/pause/)])
  })
  it('finds servers that have models for speech: by what they say of them, else by their names', async () => {
    const telling = await transcriptionServer({
      models: [
        { id: 'a/b', task: 'automatic-speech-recognition' },
        { id: 'whisper-like-voice', task: 'text-to-speech' },
        { id: 'x'.repeat(201), task: 'automatic-speech-recognition' },
      ],
    })
    const silent = await transcriptionServer({ models: [{ id: 'gpt-4' }, { id: 'whisper-1' }, { id: 'parakeet-tdt' }] })
    const found = await find({ places: [telling.baseUrl, silent.baseUrl, 'http://127.0.0.1:9'] })
    expect(found.map(({ choice }) => choice)).toEqual([
      { kind: 'openai', baseUrl: `${telling.baseUrl}/v1`, model: 'a/b' },
      { kind: 'openai', baseUrl: `${silent.baseUrl}/v1`, model: 'whisper-1' },
      { kind: 'openai', baseUrl: `${silent.baseUrl}/v1`, model: 'parakeet-tdt' },
    ])
    await Promise.all([telling.close(), silent.close()])
  })
  it('finds the server of whisper.cpp, which lists no models, on whatever path it listens', async () => {
    for (const path of ['/inference', '/v1/audio/transcriptions']) {
      const server = await transcriptionServer({ models: null, whisperCpp: path })
      const [found] = await find({ places: [server.baseUrl] })
      expect(found).toMatchObject({
        choice: { kind: 'openai', baseUrl: server.baseUrl + path, model: 'whisper' },
        title: expect.stringMatching(/^whisper\.cpp at 127/),
      })
      await server.close()
    }
  })
  it('finds programs, with what they are to be told', async () => {
    for (const name of ['pocketsphinx_continuous', 'whisper-cli']) writeFileSync(join(folder, name), '', { mode: 0o755 })
    const found = await find()
    expect(found.map(({ choice }) => choice)).toEqual([
      { kind: 'command', command: 'pocketsphinx_continuous', args: ['-infile', '{wav}', '-logfn', '/dev/null'] },
      { kind: 'command', command: 'whisper-cli', args: expect.arrayContaining(['{wav}']) },
    ])
    expect(found[0]!.detail).toMatch(/English only/)
  })
  it('finds the page, when its browser can', async () => {
    expect(await find({ pageEars: () => ({ state: 'missing', language: 'en' }) })).toEqual([])
    expect(await find({ pageEars: () => ({ state: 'ready', language: 'en' }) })).toMatchObject([{ choice: { kind: 'page' } }])
    expect((await find({ pageEars: () => ({ state: 'downloadable', language: 'de' }) }))[0]!.detail).toMatch(/fetched first/)
  })
  it('is not held up by a server that says nothing, talks nonsense or never stops', async () => {
    const here = await transcriptionServer()
    const odd = await Promise.all(
      [() => {}, 'x', '{"data":[1]}', 'x'.repeat(1_000_000)].map(async (body) => {
        const server = createServer((_, response) => {
          if (typeof body === 'string') response.end(body)
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const address = server.address()
        return { server, place: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
      }),
    )
    const asked = new Promise<void>((resolve) => odd[0]!.server.once('request', () => resolve()))
    const looking = find({ places: [...odd.map(({ place }) => place), here.baseUrl] })
    await asked
    // The one that answers has done so before the time is up: it is the faster of two real requests.
    await fetch(`${here.baseUrl}/v1/models`).then((answer) => answer.text())
    await clock.advance(800)
    expect((await looking).map(({ title }) => title)).toEqual([expect.stringMatching(/^whisper-tiny/)])
    for (const { server } of odd) {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    await here.close()
  })
})
