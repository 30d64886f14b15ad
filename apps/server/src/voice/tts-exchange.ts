// One line at a speech server. In: where and what to ask. Out: its sound as it comes; every way of failing becomes a Problem, an abort ends it
// at once.
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { type HttpBody, httpRequest } from '../http-request'
import type { TtsPiece } from '../organs'
import { createTimeLimit, type TimeLimit } from '../time-limit'
import type { TtsProblems } from './tts-problems'
import { soundOfEvents } from './tts-server.external'
import { MOST_SECONDS } from './tts-sound'
import { OtherFormat, soundIn } from './tts-stream'

export interface TtsQuestion {
  readonly clock: Clock
  readonly url: URL
  readonly body: HttpBody
  readonly problems: TtsProblems
  readonly signal: AbortSignal
}

export const CONNECT_MS: Ms = 3000
/** From the question to the first sound: a model that is loaded on demand. */
export const FIRST_MS: Ms = 15_000
/** Between two pieces of an answer that has begun; the time in which we ourselves are busy does not count. */
export const GAP_MS: Ms = 8000
const ACCEPT = 'audio/wav, audio/pcm, text/event-stream, application/octet-stream'
const NO_SOUND = /^(?:text\/html|text\/plain|application\/json)\b/i
const EVENTS = /^text\/event-stream\b/i

/** Ends without more when the signal aborts. @throws Problem */
export async function* speechOfServer(question: TtsQuestion): AsyncIterable<TtsPiece> {
  const { clock, url, body, problems, signal } = question
  const limit = createTimeLimit(clock)
  // Whatever ends the interest ends the connection: an answer nobody hears would hold the model.
  const over = new AbortController()
  const either = AbortSignal.any([signal, limit.signal, over.signal])
  let connected = false
  const onConnect = () => {
    connected = true
    limit.allow(FIRST_MS, problems.slow)
  }
  limit.allow(CONNECT_MS, problems.unreachable)
  try {
    const { status, contentType, retryAfterSeconds, bytes } = await httpRequest({
      url,
      body,
      accept: ACCEPT,
      signal: either,
      onConnect,
    })
    if (status !== 200) throw problems.status(status, retryAfterSeconds)
    if (NO_SOUND.test(contentType)) throw problems.garbled()
    const waited = watched(bytes, limit, problems.slow)
    const pieces = EVENTS.test(contentType) ? soundIn(soundOfEvents(waited), '') : soundIn(waited, contentType)
    let seconds = 0
    for await (const piece of pieces) {
      seconds += piece.pcm.length / piece.sampleRate
      if (seconds > MOST_SECONDS) throw problems.tooLong()
      if (signal.aborted) return
      yield piece
    }
    if (seconds === 0 && !signal.aborted) throw problems.garbled()
  } catch (cause) {
    if (signal.aborted) return
    if (limit.signal.aborted) throw limit.signal.reason
    if (cause instanceof Problem) throw cause
    if (cause instanceof OtherFormat) throw problems.otherFormat(cause.format)
    if (cause instanceof RangeError) throw problems.garbled(cause)
    throw connected ? problems.brokeOff(cause) : problems.unreachable(cause)
  } finally {
    limit.lift()
    over.abort()
  }
}

/** Each wait for the next bytes is limited: the first by what onConnect allowed. */
async function* watched(bytes: AsyncIterable<Uint8Array>, limit: TimeLimit, slow: () => Problem): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    limit.lift()
    yield chunk
    limit.allow(GAP_MS, slow)
  }
}
