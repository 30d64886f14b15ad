// Speech servers over real HTTP: every way one behaves, and every way it does not.
import { MIC_RATE, Problem } from '@psiona/shared'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import {
  type TranscriptionScript,
  type TranscriptionServer,
  transcriptionServer,
} from '../../../../tests/fakes/transcription-server'
import { finalOf, HUM, SOON, spokenIn, transcriberSuite, transcriptsOf } from '../../../../tests/suites/transcriber-suite'
import { systemClock } from '../clock'
import type { Transcript } from '../organs'
import { speechAddresses, transcriberOpenai } from './transcriber-openai'

/** Words for a sound that is not silent, as loudness is told without a model. */
const wordsFor = (wav: Uint8Array): string => {
  const samples = new Int16Array(wav.slice(44).buffer)
  return samples.some((sample) => Math.abs(sample) > 300) ? ' Hello there. (music)\n' : ' [BLANK_AUDIO]\n'
}

describe('a server of the suite', () => {
  let shared: TranscriptionServer
  beforeAll(async () => {
    shared = await transcriptionServer()
    shared.script({ kind: 'json', text: wordsFor })
  })
  afterAll(() => shared.close())
  const hears = { sound: () => HUM, words: ['hello', 'there'], leastShare: 1 }
  const at = (baseUrl: string) => transcriberOpenai({ clock: systemClock, baseUrl, model: 'whisper-tiny', language: 'en-US' })
  transcriberSuite('a speech server', {
    open: async () => at(shared.baseUrl),
    hears,
    broken: async () => {
      const gone = await transcriptionServer()
      await gone.close()
      return at(gone.baseUrl)
    },
  })
  transcriberSuite('a speech server that streams', {
    open: async () => {
      const server = await transcriptionServer()
      const transcriber = at(server.baseUrl)
      return {
        ...transcriber,
        // It has nothing but words; silence it is told by an answer of its own.
        async *transcribe(utterance, signal) {
          const pieces: Float32Array[] = []
          const told = async function* () {
            for await (const piece of utterance) {
              pieces.push(piece)
              yield piece
            }
            const loud = pieces.some((piece) => piece.some((sample) => sample > 0.01))
            server.script({ kind: 'stream', as: 'deltas', pieces: loud ? ['Hel', 'lo', ' there.'] : [] })
          }
          yield* transcriber.transcribe(told(), signal)
        },
        close: async () => {
          await transcriber.close()
          await server.close()
        },
      }
    },
    hears,
  })
})

describe('a speech server', () => {
  let server: TranscriptionServer
  let clock: FakeClock
  beforeEach(async () => {
    server = await transcriptionServer()
    clock = fakeClock()
  })
  afterEach(async () => {
    await server.close()
    expect(clock.waiting).toBe(0)
  })
  const open = (language = 'en-US') => transcriberOpenai({ clock, baseUrl: server.baseUrl, model: 'whisper-tiny', language })
  const ask = (transcriber = open(), signal = new AbortController().signal): Promise<Transcript[]> =>
    transcriptsOf(transcriber.transcribe(spokenIn(HUM), signal))
  const heard = async (script: TranscriptionScript): Promise<Transcript[]> => {
    server.script(script)
    return ask()
  }
  const failureOf = async (asking: Promise<unknown>): Promise<Problem> => {
    const cause = await asking.then(
      () => new Error('no failure'),
      (failure: unknown) => failure,
    )
    expect(cause).toBeInstanceOf(Problem)
    return cause as Problem
  }

  describe('that behaves', () => {
    it('is given a wav file, its model and the language without the country', async () => {
      expect(finalOf(await ask(open('de-AT')))).toBe('Hello.')
      const { path, fields, file } = server.asked[0]!
      expect(path).toBe('/v1/audio/transcriptions')
      expect(fields).toEqual({ model: 'whisper-tiny', language: 'de', response_format: 'json', stream: 'true' })
      expect(file).toMatchObject({ name: 'utterance.wav', type: 'audio/wav' })
      const view = new DataView(file.bytes.buffer)
      expect(Buffer.from(file.bytes.subarray(0, 4)).toString()).toBe('RIFF')
      expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, MIC_RATE, 16])
      expect(file.bytes.length).toBe(44 + HUM.length * 2)
    })
    it.each([
      ['deltas', ['Good', ' mor', 'ning.'], ['Good', 'Good mor', 'Good morning.']],
      ['chunks', ['Good', ' mor', 'ning.'], ['Good', 'Good mor', 'Good morning.']],
      ['segments', ['Good morning.', 'How are you?'], ['Good morning.', 'Good morning. How are you?']],
    ] as const)('may stream as %s: partials, then the final', async (as, pieces, texts) => {
      const transcripts = await heard({ kind: 'stream', as, pieces })
      expect(transcripts.map(({ text }) => text)).toEqual([...texts, texts.at(-1)])
      expect(finalOf(transcripts)).toBe(texts.at(-1))
    })
    it('may cut its bytes anywhere, also inside a character, and end without a last word', async () => {
      for (const cut of [1, 3, 7])
        for (const as of ['deltas', 'segments', 'chunks'] as const)
          expect(finalOf(await heard({ kind: 'stream', as, pieces: ['Größe ', '你好'], cut, done: false }))).toBe('Größe 你好')
    })
    it('may not know how to stream: it is asked again without, and so from then on', async () => {
      server.script({ kind: 'no-stream', status: 422, text: 'Hello.' })
      const transcriber = open()
      expect(finalOf(await ask(transcriber))).toBe('Hello.')
      expect(finalOf(await ask(transcriber))).toBe('Hello.')
      expect(server.asked.map(({ fields }) => fields.stream)).toEqual(['true', undefined, undefined])
    })
    it('has its remarks and marks taken out', async () => {
      expect(finalOf(await heard({ kind: 'json', text: ' <|en|>\u202e Good\u0000 [laughs] morning\n ♪' }))).toBe('Good morning')
      expect(finalOf(await heard({ kind: 'json', text: '[ Silence ] .' }))).toBe('')
    })
    it.each([
      ['http://127.0.0.1:1', '/v1/audio/transcriptions', '/v1/models'],
      ['http://127.0.0.1:1/', '/v1/audio/transcriptions', '/v1/models'],
      ['http://127.0.0.1:1/v1/', '/v1/audio/transcriptions', '/v1/models'],
      ['http://127.0.0.1:1/v1/audio/transcriptions?x=1#y', '/v1/audio/transcriptions', '/v1/models'],
      ['http://127.0.0.1:1/audio/transcriptions', '/audio/transcriptions', '/models'],
      ['http://127.0.0.1:1/openai/v2', '/openai/v2/audio/transcriptions', '/openai/v2/models'],
      ['http://127.0.0.1:1/inference', '/inference', '/'],
    ])('is found under %s', (baseUrl, path, models) => {
      const found = speechAddresses(baseUrl)
      expect([found.transcriptions.href, found.models.href]).toEqual([`http://127.0.0.1:1${path}`, `http://127.0.0.1:1${models}`])
    })
  })

  describe('that does not', () => {
    it.each([
      ['has no such model', { kind: 'status', status: 404 }, 'ears-status-404', /no model whisper-tiny.*Choose another/],
      ['wants a key', { kind: 'status', status: 401 }, 'ears-status-401', /wants a key/],
      ['has too much to do', { kind: 'status', status: 429 }, 'ears-status-429', /busy/],
      ['breaks', { kind: 'status', status: 500 }, 'ears-status-500', /status 500/],
      ['does not take the sound, streamed or not', { kind: 'status', status: 400 }, 'ears-status-400', /status 400.*log/],
      ['is a web page', { kind: 'raw', contentType: 'text/html', body: '<html>hi</html>' }, 'ears-garbled', /dialect/],
      ['sends other JSON', { kind: 'raw', contentType: 'application/json', body: '{"words":1}' }, 'ears-garbled', /address/],
      [
        'sends garbage as events',
        { kind: 'raw', contentType: 'text/event-stream', body: 'data: {{\n\n' },
        'ears-garbled',
        /dialect/,
      ],
      ['never ends', { kind: 'raw', contentType: 'application/json', body: 'x'.repeat(2_000_000) }, 'ears-garbled', /dialect/],
      [
        'says of itself that it failed',
        { kind: 'raw', contentType: 'application/json', body: '{"error":"failed to process audio"}' },
        'ears-broke-off',
        /broke off/,
      ],
      ['drops the connection', { kind: 'drop' }, 'ears-broke-off', /broke off/],
      ['drops the connection in the middle', { kind: 'drop', pieces: ['Hel', 'lo'] }, 'ears-broke-off', /log/],
    ] as const)('%s', async (_, script, code, says) => {
      server.script(script)
      const transcriber = open()
      const problem = await failureOf(ask(transcriber))
      expect(problem.code).toBe(code)
      expect(problem.message).toMatch(says)
      expect(problem.message).not.toMatch(/hel/i)
      expect(transcriber.health()).toEqual({
        state: 'trouble',
        detail: expect.stringMatching(/\.$/),
        remedy: expect.stringMatching(/\.$/),
      })
      server.script({ kind: 'json', text: 'Hello.' })
      expect(finalOf(await ask(transcriber))).toBe('Hello.')
      expect(transcriber.health()).toMatchObject({ state: 'ok' })
    })
    it('redirects elsewhere: nothing is sent there', async () => {
      const elsewhere = await transcriptionServer()
      const location = `${elsewhere.baseUrl}/v1/audio/transcriptions`
      server.script({ kind: 'status', status: 307, location })
      expect((await failureOf(ask())).message).toMatch(/not followed/)
      expect(elsewhere.asked).toEqual([])
      await elsewhere.close()
    })
    it.each([
      ['says nothing at all', { kind: 'hang', headers: false }, 60_000],
      ['stops in the middle', { kind: 'hang', pieces: ['Well, '] }, 15_000],
    ] as const)('%s: given up in time, and hung up', async (_, script, ms) => {
      server.script(script)
      const played = server.played()
      const hungUp = server.hungUp()
      const partials: string[] = []
      const failed = failureOf(
        (async () => {
          const transcriber = open()
          for await (const { text } of transcriber.transcribe(spokenIn(HUM), new AbortController().signal)) partials.push(text)
        })(),
      )
      await played
      if ('pieces' in script) await vi.waitFor(() => expect(partials).toEqual(['Well,']), SOON)
      await clock.whenAsleep(ms)
      await clock.advance(ms)
      expect(await failed).toMatchObject({ code: 'ears-slow', message: expect.stringMatching(/smaller model/) })
      await hungUp
    })
    it('gives a letter a second: given up after a minute', async () => {
      const startMs = clock.monotonicMs()
      const hungUp = server.hungUp()
      server.script({ kind: 'drip', onLetter: () => void clock.advance(1000) })
      expect(await failureOf(ask())).toMatchObject({ code: 'ears-slow' })
      expect(clock.monotonicMs() - startMs).toBeGreaterThanOrEqual(60_000)
      await hungUp
    })
  })

  describe('whose answer nobody waits for any more', () => {
    it.each([
      ['before it answers', { kind: 'hang', headers: false }],
      ['while it answers', { kind: 'hang', pieces: ['Well, '] }],
    ] as const)('is hung up on, %s', async (_, script) => {
      server.script(script)
      const controller = new AbortController()
      const played = server.played()
      const asking = ask(open(), controller.signal)
      await played
      const hungUp = server.hungUp()
      controller.abort()
      expect((await asking).filter(({ final }) => final)).toEqual([])
      await hungUp
    })
    it('is hung up on when the recogniser is closed', async () => {
      server.script({ kind: 'hang', headers: false })
      const transcriber = open()
      const played = server.played()
      const asking = ask(transcriber)
      await played
      const hungUp = server.hungUp()
      await transcriber.close()
      expect(await asking).toEqual([])
      await hungUp
    })
  })

  describe('that is not there', () => {
    it('is told before anybody has spoken, and looked for again while one looks', async () => {
      const { baseUrl } = server
      await server.close()
      const transcriber = transcriberOpenai({ clock, baseUrl, model: 'tiny', language: 'en' })
      await vi.waitFor(
        () => expect(transcriber.health()).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(/^Start it/) }),
        SOON,
      )
      server = await transcriptionServer({ port: Number(new URL(baseUrl).port) })
      expect(transcriber.health().state).toBe('trouble')
      await clock.advance(5000)
      await vi.waitFor(
        () => expect(transcriber.health()).toEqual({ state: 'ok', detail: expect.stringMatching(/^tiny at 127/) }),
        SOON,
      )
      await transcriber.close()
    })
  })
})
