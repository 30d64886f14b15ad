// A speech server over real HTTP, well behaved and not; and a real voice behind one.
import { Problem } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { bare, expectRamp, RAMP, wav } from '../../../../tests/fakes/ramp-sounds'
import { type SpeechScript, type SpeechServer, speechServer } from '../../../../tests/fakes/speech-server'
import { LONG, SHORT, say, soundOf, ttsSuite } from '../../../../tests/suites/tts-suite'
import type { Tts } from '../organs'
import { ttsAddresses } from './tts-address'
import { CONNECT_MS, FIRST_MS, GAP_MS } from './tts-exchange'
import { ttsOpenai } from './tts-openai'

let clock: FakeClock
let server: SpeechServer
let tts: Tts
const open = async () => {
  server = await speechServer()
  tts = ttsOpenai({ clock, baseUrl: server.baseUrl, model: 'kokoro', voice: 'af_heart', speed: 1 })
}
beforeEach(() => {
  clock = fakeClock()
})
afterEach(async () => {
  await tts?.close()
  await server?.close()
})
const bytes = (contentType: string, sound: Uint8Array, more: object = {}): SpeechScript => ({
  kind: 'bytes',
  contentType,
  bytes: sound,
  ...more,
})

const failure = async (script: SpeechScript): Promise<Problem> => {
  server.script(script)
  const cause = await say(tts, SHORT).catch((error: unknown) => error)
  if (!(cause instanceof Problem)) throw new Error(`no problem: ${String(cause)}`)
  expect(cause.message).not.toContain(SHORT)
  expect(tts.health()).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(/\.$/) })
  return cause
}

describe('a real voice behind a server', () => {
  let closing: () => Promise<void> = async () => {}
  afterEach(() => closing())
  ttsSuite('espeak-ng behind a server', {
    async open() {
      const mine = await speechServer()
      closing = mine.close
      return ttsOpenai({ clock: fakeClock(), baseUrl: mine.baseUrl, model: 'espeak', voice: 'en', speed: 1 })
    },
    broken: async () => ttsOpenai({ clock: fakeClock(), baseUrl: 'http://127.0.0.1:9', model: 'm', voice: 'v', speed: 1 }),
  })
})

describe('a speech server', () => {
  it('is asked for a wav stream first, in the words of the dialect', async () => {
    await open()
    server.script(bytes('audio/wav', wav({})))
    await say(tts, 'Say 🎉 this.')
    expect(server.asked[0]).toMatchObject({
      path: '/v1/audio/speech',
      fields: { model: 'kokoro', voice: 'af_heart', input: 'Say this.', speed: 1, response_format: 'wav', stream: true },
    })
    expect(server.asked[0]?.headers.accept).toMatch(/audio\/wav/)
    expect(server.asked[0]?.headers.authorization).toBeUndefined()
  })

  it('gives wav, bare samples and events, by its content type', async () => {
    await open()
    const sounds: readonly SpeechScript[] = [
      bytes('audio/wav', wav({ rate: 22_050, length: 0xffff_ffff }), { cut: 45 }),
      bytes('audio/L16; rate=22050; channels=1', bare(), { cut: 3 }),
      { kind: 'events', pieces: [wav({ rate: 22_050 }).subarray(0, 333), wav({ rate: 22_050 }).subarray(333)], cut: 7 },
    ]
    for (const sound of sounds) {
      server.script(sound)
      const { pcm, sampleRate } = soundOf(await say(tts, SHORT))
      expect(sampleRate).toBe(22_050)
      expectRamp(pcm, 1e-4)
    }
    expect(await failure({ kind: 'events', pieces: [bare()], end: 'data: {"error":{"message":"no"}}\n\n' })).toMatchObject({
      code: 'voice-broke-off',
    })
    expect(await failure({ kind: 'events', pieces: [], end: 'data: {"hello":1}\n\n' })).toMatchObject({ code: 'voice-garbled' })
  })

  it('is heard before it has finished', async () => {
    await open()
    server.script(bytes('audio/wav', wav({}), { holdAfter: 700 }))
    const pieces = tts
      .synthesise({ text: LONG, language: 'en', emotion: {} }, new AbortController().signal)
      [Symbol.asyncIterator]()
    const first = await pieces.next()
    expect(first.value?.pcm.length).toBeGreaterThan(100)
    server.release()
    let rest = 0
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) rest += next.value.pcm.length
    expect(rest + (first.value?.pcm.length ?? 0)).toBe(RAMP.length)
  })

  it('that takes fewer fields, or no wav, is asked again with less, and from then on at once so', async () => {
    await open()
    server.script({ kind: 'status', status: 422 }, { kind: 'status', status: 400 }, bytes('audio/pcm', bare()))
    expectRamp(soundOf(await say(tts, SHORT)).pcm, 1e-4)
    await say(tts, SHORT)
    expect(server.asked.map(({ fields }) => [fields.response_format, 'stream' in fields])).toEqual([
      ['wav', true],
      ['wav', false],
      ['pcm', false],
      ['pcm', false],
    ])
  })

  it('that sends another format is told apart', async () => {
    await open()
    const mp3 = Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0, 0, 0])
    for (const [type, sound, format] of [
      ['audio/mpeg', mp3, 'MP3'],
      ['application/octet-stream', mp3, 'MP3'],
      ['audio/wav', Buffer.from('ID3\x03 …'), 'MP3'],
      ['audio/ogg', Buffer.from('OggS …'), 'Opus'],
      ['audio/wav', Buffer.from('fLaC …'), 'FLAC'],
      ['audio/aac', Buffer.from([0xff, 0xf1, 0, 0]), 'AAC'],
    ] as const) {
      const { code, message } = await failure(bytes(type, sound))
      expect([code, message]).toEqual(['voice-format', expect.stringContaining(`sends ${format}, whatever`)])
    }
  })

  it.each([
    [401, 'refused', /wants a key/],
    [403, 'refused', /wants a key/],
    [404, 'missing', /no voice af_heart, no model kokoro/],
    [400, 'input', /Check its model and voice/],
    [429, 'busy', /in a moment/],
    [500, 'broken', /failed with status 500/],
    [302, 'refused', /not followed/],
  ])('that answers %i says what to do', async (status, category, sentence) => {
    await open()
    const problem = await failure({ kind: 'status', status, headers: { location: 'http://example.com/v1/audio/speech' } })
    expect(problem).toMatchObject({ code: `voice-status-${status}`, category, message: expect.stringMatching(sentence) })
    expect(server.asked.every(({ path }) => path === '/v1/audio/speech')).toBe(true)
  })

  it('that is busy tells for how long', async () => {
    await open()
    const busy = { kind: 'status', status: 503, headers: { 'retry-after': '7' } } as const
    expect(await failure(busy)).toMatchObject({ category: 'busy', message: expect.stringContaining('again in 7 s') })
  })

  it('that is something else is no voice', async () => {
    await open()
    const somethingElse = [
      bytes('text/html', Buffer.from('<html>hello</html>')),
      bytes('application/json', Buffer.from('{"ok":true}')),
      bytes('audio/wav', Buffer.alloc(0)),
      bytes('audio/wav', Buffer.from('RIFF\xff\xff\xff\x7fWAVE', 'latin1')),
      bytes('audio/wav', wav({ bits: 16, rate: 1 })),
      bytes('audio/wav', Buffer.concat([Buffer.from('RIFF1234WAVELIST'), Buffer.from([0, 0, 16, 0]), Buffer.alloc(70_000)])),
    ]
    for (const script of somethingElse) expect(await failure(script)).toMatchObject({ code: 'voice-garbled', category: 'broken' })
  })

  it('that breaks off or speaks for ever is told, and what came before was given', async () => {
    await open()
    server.script({ kind: 'drop', bytes: wav({ length: 0 }) })
    let heard = 0
    const told = (async () => {
      for await (const { pcm } of tts.synthesise({ text: SHORT, language: 'en', emotion: {} }, new AbortController().signal))
        heard += pcm.length
    })()
    await expect(told).rejects.toMatchObject({ code: 'voice-broke-off' })
    expect(heard).toBe(RAMP.length)
    expect(await failure({ kind: 'drop' })).toMatchObject({ code: 'voice-broke-off' })
    const endless = Buffer.concat([wav({ rate: 4000, length: 0 }), Buffer.alloc(2 * 4000 * 121)])
    expect(await failure(bytes('audio/wav', endless))).toMatchObject({ code: 'voice-too-long' })
  })

  it('has 15 s for its first sound and 8 s for each next', async () => {
    await open()
    server.script({ kind: 'hang' })
    const silent = expect(say(tts, SHORT)).rejects.toMatchObject({ code: 'voice-slow', category: 'busy' })
    await server.played()
    await clock.whenAsleep(FIRST_MS)
    await clock.advance(FIRST_MS)
    await silent
    server.script({ kind: 'hang', bytes: wav({ length: 0 }) })
    const stuck = expect(say(tts, SHORT)).rejects.toMatchObject({ code: 'voice-slow' })
    await clock.whenAsleep(GAP_MS)
    await clock.advance(GAP_MS)
    await stuck
  })

  it('that is not there is found again when it is', async () => {
    await open()
    await server.close()
    const gone = server.baseUrl
    const absent = ttsOpenai({ clock, baseUrl: gone, model: 'm', voice: 'v', speed: 1 })
    await expect(say(absent, SHORT)).rejects.toMatchObject({
      code: 'voice-unreachable',
      message: expect.stringMatching(/Start it/),
    })
    server = await speechServer({ port: Number(new URL(gone).port) })
    expect(absent.health().state).toBe('trouble')
    await say(absent, SHORT)
    expect(absent.health().state).toBe('ok')
    await absent.close()
    expect(CONNECT_MS).toBeLessThan(FIRST_MS)
  })

  it('is left at once when nobody listens any more', async () => {
    await open()
    server.script({ kind: 'hang', bytes: wav({ length: 0 }) })
    const left = server.hungUp()
    for await (const _ of tts.synthesise({ text: SHORT, language: 'en', emotion: {} }, new AbortController().signal)) break
    await left
    const controller = new AbortController()
    const told = say(tts, SHORT, controller.signal)
    await server.played()
    const hungUp = server.hungUp()
    controller.abort()
    await told
    await hungUp
  })

  it('has its addresses from whatever was pasted', () => {
    for (const pasted of ['http://h:1', 'http://h:1/', 'http://h:1/v1', 'http://h:1/v1/', 'http://h:1/v1/audio/speech?x#y']) {
      const { speech, voices, models, description } = ttsAddresses(pasted)
      expect([speech, voices, models, description].map(String)).toEqual([
        'http://h:1/v1/audio/speech',
        'http://h:1/v1/audio/voices',
        'http://h:1/v1/models',
        'http://h:1/openapi.json',
      ])
    }
    expect(String(ttsAddresses('https://h/tts/api').speech)).toBe('https://h/tts/api/v1/audio/speech')
  })
})
