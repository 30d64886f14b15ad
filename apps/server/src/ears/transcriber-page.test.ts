// The browser's own recognition as a recogniser: a page that hears the same sound and sends what it recognises.
import type { PageEars, PageTranscript } from '@psiona/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { finalOf, HUM, spokenIn, transcriberSuite, transcriptsOf } from '../../../../tests/suites/transcriber-suite'
import type { Transcriber, Transcript } from '../organs'
import { channel, type Topic, topic } from '../streams'
import { GRACE_MS, SETTLED_GRACE_MS, transcriberPage } from './transcriber-page'

const READY: PageEars = { state: 'ready', language: 'en-US' }

/** A page beside the microphone: what is loud it takes for words, and sends them while they are spoken. */
function besidePage(transcriber: Transcriber, page: Topic<PageTranscript>): Transcriber {
  let resultId = 0
  return {
    ...transcriber,
    transcribe(utterance, signal) {
      const id = resultId++
      const heard = async function* () {
        let loud = false
        for await (const piece of utterance) {
          if (!loud && piece.some((sample) => sample > 0.01)) {
            loud = true
            page.publish({ resultId: id, text: 'Hello\u202e', final: false })
          }
          yield piece
        }
        if (loud) page.publish({ resultId: id, text: 'Hello  there', final: true })
      }
      return transcriber.transcribe(heard(), signal)
    },
  }
}

/** Lets the graces pass as soon as somebody waits for them. */
function hurried(clock: FakeClock): FakeClock {
  return {
    ...clock,
    sleep: (ms, signal) => {
      const sleeping = clock.sleep(ms, signal)
      void clock.advance(ms)
      return sleeping
    },
  }
}

transcriberSuite('a page', {
  open: async () => {
    const page = topic<PageTranscript>()
    const clock = hurried(fakeClock())
    return besidePage(transcriberPage({ clock, ears: () => READY, transcripts: page, language: 'en-US' }), page)
  },
  hears: { sound: () => HUM, words: ['hello', 'there'], leastShare: 1 },
  broken: async () => transcriberPage({ clock: fakeClock(), ears: () => null, transcripts: topic(), language: 'en-US' }),
})

describe('a page', () => {
  let clock: FakeClock
  let page: Topic<PageTranscript>
  let transcriber: Transcriber
  beforeEach(() => {
    clock = fakeClock()
    page = topic()
    transcriber = transcriberPage({ clock, ears: () => READY, transcripts: page, language: 'en-GB' })
  })
  const heard = (resultId: number, text: string, final = false) => page.publish({ resultId, text, final })
  /** Somebody speaks until `stop`. */
  const speak = (signal = new AbortController().signal) => {
    const sound = channel<Float32Array>()
    const got: Transcript[] = []
    const over = (async () => {
      for await (const transcript of transcriber.transcribe(sound, signal)) got.push(transcript)
      return got
    })()
    sound.push(HUM)
    return { got, over, stop: () => sound.close() }
  }
  /** Until what was published has been read. */
  const read = () => clock.advance(0)

  it('gives what it recognises while somebody speaks, and ends at a final after the end', async () => {
    const { over, stop } = speak()
    await read()
    heard(1, 'what time')
    await read()
    heard(1, 'what time is')
    stop()
    await clock.whenAsleep(GRACE_MS)
    heard(1, 'What time is it?', true)
    expect((await over).map(({ text }) => text)).toEqual(['what time', 'what time is', 'What time is it?'])
    expect(finalOf(await over)).toBe('What time is it?')
    expect(clock.waiting).toBe(0)
  })
  it('waits 1500 ms for words that are late, and no longer for words that go on changing', async () => {
    const first = speak()
    first.stop()
    await clock.whenAsleep(GRACE_MS)
    await clock.advance(1000)
    heard(1, 'late words')
    await clock.advance(499)
    expect(first.got).toEqual([{ text: 'late words', final: false }])
    await clock.advance(1)
    expect(finalOf(await first.over)).toBe('late words')
    expect(clock.waiting).toBe(0)
  })
  it('waits little when all that came is final, and again when more begins', async () => {
    const { over, stop } = speak()
    await read()
    heard(1, 'Hello.', true)
    stop()
    await clock.whenAsleep(SETTLED_GRACE_MS)
    heard(2, 'How')
    await read()
    await clock.advance(SETTLED_GRACE_MS)
    heard(2, 'How are you?', true)
    expect(finalOf(await over)).toBe('Hello. How are you?')
    const short = speak()
    await read()
    heard(3, 'Bye.', true)
    short.stop()
    await clock.whenAsleep(SETTLED_GRACE_MS)
    await clock.advance(SETTLED_GRACE_MS)
    expect(finalOf(await short.over)).toBe('Bye.')
    expect(clock.waiting).toBe(0)
  })
  it('says each word in one utterance only', async () => {
    const first = speak()
    await read()
    heard(1, 'hello')
    first.stop()
    await clock.whenAsleep(GRACE_MS)
    await clock.advance(GRACE_MS)
    expect(finalOf(await first.over)).toBe('hello')
    const second = speak()
    await read()
    heard(1, 'hello how are you')
    second.stop()
    await clock.whenAsleep(GRACE_MS)
    heard(1, 'hello how are you', true)
    expect(finalOf(await second.over)).toBe('how are you')
  })
  it('says nothing more of what was let go', async () => {
    const controller = new AbortController()
    const muted = speak(controller.signal)
    await read()
    heard(1, 'my secret')
    await read()
    controller.abort()
    expect((await muted.over).filter(({ final }) => final)).toEqual([])
    const next = speak()
    heard(1, 'my secret is', true)
    next.stop()
    await clock.whenAsleep(GRACE_MS)
    await clock.advance(GRACE_MS)
    expect(finalOf(await next.over)).toBe('')
  })
  it('passes a failure of the microphone on', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first piece
    const failing = async function* (): AsyncIterable<Float32Array> {
      throw new Error('unplugged')
    }
    await expect(transcriptsOf(transcriber.transcribe(failing(), new AbortController().signal))).rejects.toThrow('unplugged')
    expect(clock.waiting).toBe(0)
  })
  it.each([
    ['no page has the microphone', null, /Turn the microphone on/],
    ['the browser cannot', { state: 'missing', language: 'de' }, /Chrome 139 or newer/],
    ['its language is not fetched', { state: 'downloadable', language: 'de-DE' }, /Fetch it/],
    ['it was asked about another language', { state: 'ready', language: 'en' }, /in a moment/],
  ] as const)('says what to do when %s', async (_, ears, remedy) => {
    const unable = transcriberPage({ clock, ears: () => ears, transcripts: page, language: 'de' })
    expect(unable.health()).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(remedy) })
    await expect(transcriptsOf(unable.transcribe(spokenIn(HUM), new AbortController().signal))).rejects.toMatchObject({
      message: expect.stringMatching(remedy),
    })
  })
})
