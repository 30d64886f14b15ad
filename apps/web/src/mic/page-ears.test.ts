// The browser's recognition, held to one rule above all: nothing is recognised that could leave the device.
import type { PageEars as PageEarsWire, PageTranscript } from '@psiona/shared/mic-wire'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PageEarsView } from './microphone-view'
import { PageEars } from './page-ears'
import type { BrowserRecognition } from './speech-recognition.external'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Stands for the microphone; the fake browser only hands it on. */
const TRACK = { kind: 'audio' } as MediaStreamTrack

function browser({ availability = 'available', local = true }: { availability?: string; local?: boolean } = {}) {
  const started: Recognition[] = []
  class Recognition extends EventTarget implements BrowserRecognition {
    static availability = availability
    static available = async () => Recognition.availability
    static install = async () => {
      Recognition.availability = 'available'
      return true
    }
    lang = ''
    continuous = false
    interimResults = false
    declare processLocally: boolean
    onresult: BrowserRecognition['onresult'] = null
    onerror: BrowserRecognition['onerror'] = null
    onend: BrowserRecognition['onend'] = null
    track: MediaStreamTrack | undefined
    aborted = false
    start(track?: MediaStreamTrack) {
      this.track = track
      started.push(this)
    }
    stop() {}
    abort() {
      this.aborted = true
    }
    /** As the browser would tell it: from `resultIndex` on, all results of this session. */
    hears(resultIndex: number, results: { transcript: string; isFinal: boolean }[]) {
      const list = results.map(({ transcript, isFinal }) => Object.assign([{ transcript }], { isFinal }))
      this.onresult?.({ resultIndex, results: list } as unknown as SpeechRecognitionEvent)
    }
    fails(error: string) {
      this.onerror?.({ error } as SpeechRecognitionErrorEvent)
      this.onend?.()
    }
  }
  if (local) Recognition.prototype.processLocally = false
  const told: PageEarsWire[] = []
  const words: PageTranscript[] = []
  const views: PageEarsView[] = []
  const ears = new PageEars(Recognition, {
    ears: (state) => told.push(state),
    words: (transcript) => words.push(transcript),
    view: (view) => views.push(view),
  })
  return { ears, started, told, words, views, Recognition }
}
const settled = () => vi.advanceTimersByTimeAsync(0)

test('[R73] it is started on the microphone that is used, on the device, in the language of the order', async () => {
  const { ears, started, told, views } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  expect(told).toEqual([{ state: 'ready', language: 'en-US' }])
  expect(started).toHaveLength(1)
  expect(started[0]).toMatchObject({ lang: 'en-US', continuous: true, interimResults: true, processLocally: true, track: TRACK })
  expect(views.at(-1)).toEqual({ state: 'ready', language: 'en-US', wanted: true, on: true })
})

test('[R73] a browser that cannot be told to stay on the device is never started', async () => {
  for (const one of [browser({ local: false }), browser({ availability: 'unavailable' })]) {
    one.ears.listenTo(TRACK)
    one.ears.obey({ on: true, language: 'en-US' })
    await settled()
    expect(one.told).toEqual([{ state: 'missing', language: 'en-US' }])
    expect(one.started).toEqual([])
  }
  const told: PageEarsWire[] = []
  const none = new PageEars(null, { ears: (state) => told.push(state), words() {}, view() {} })
  none.obey({ on: true, language: 'de' })
  await settled()
  expect(told).toEqual([{ state: 'missing', language: 'de' }])
})

test('results keep their number while they grow, and never take one that was used, also after it ended by itself', async () => {
  const { ears, started, words } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  const [first] = started
  first!.hears(0, [{ transcript: ' hello th', isFinal: false }])
  first!.hears(0, [{ transcript: ' hello there', isFinal: true }])
  first!.hears(1, [
    { transcript: ' hello there', isFinal: true },
    { transcript: ' how are you', isFinal: true },
  ])
  vi.advanceTimersByTime(60_000)
  first!.onend?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(started).toHaveLength(2)
  started[1]!.hears(0, [{ transcript: 'fine', isFinal: true }])
  expect(words).toEqual([
    { resultId: 0, text: 'hello th', final: false },
    { resultId: 0, text: 'hello there', final: true },
    { resultId: 1, text: 'how are you', final: true },
    { resultId: 2, text: 'fine', final: true },
  ])
})

test('one that ends at once is not started again at once', async () => {
  const { ears, started } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  started[0]!.fails('audio-capture')
  await vi.advanceTimersByTimeAsync(900)
  expect(started).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(started).toHaveLength(2)
})

test('a language it turns out not to have is missing, and not tried again', async () => {
  const { ears, started, told } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  started[0]!.fails('language-not-supported')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told.at(-1)).toEqual({ state: 'missing', language: 'en-US' })
  expect(started).toHaveLength(1)
})

test('muted, without a microphone or told so, it stops', async () => {
  const { ears, started } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  ears.mute(true)
  expect(started[0]!.aborted).toBe(true)
  ears.mute(false)
  ears.listenTo(null)
  ears.listenTo(TRACK)
  ears.obey({ on: false, language: 'en-US' })
  expect(started.map(({ aborted }) => aborted)).toEqual([true, true, true])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(started).toHaveLength(3)
})

test('another connection is told anew what this browser can, since its other end knows nothing of it', async () => {
  const { ears, told } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  ears.listenTo(null)
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  expect(told).toEqual([
    { state: 'ready', language: 'en-US' },
    { state: 'ready', language: 'en-US' },
  ])
})

test('muted, it gives no words, though the browser brings some after that', async () => {
  const { ears, started, words } = browser()
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'en-US' })
  await settled()
  ears.mute(true)
  started[0]!.hears(0, [{ transcript: 'not for her', isFinal: true }])
  expect(words).toEqual([])
})

test('a language pack that can be fetched is, when somebody asks for it', async () => {
  const { ears, started, told, views } = browser({ availability: 'downloadable' })
  ears.listenTo(TRACK)
  ears.obey({ on: true, language: 'de-DE' })
  await settled()
  expect(started).toEqual([])
  await ears.install()
  expect(told.map(({ state }) => state)).toEqual(['downloadable', 'downloadable', 'ready'])
  expect(views.map(({ state }) => state)).toContain('downloading')
  expect(started).toHaveLength(1)
})
