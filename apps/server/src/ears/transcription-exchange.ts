// One question to a speech server. In: a sound and where to ask. Out: the text as it grows; every way of failing becomes a Problem, an abort ends it at once.

import { encodeWav } from '@psiona/psi'
import { MIC_RATE, type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { type HttpAnswer, type HttpBody, httpRequest, multipart, shortText } from '../http-request'
import { createTimeLimit, type TimeLimit } from '../time-limit'
import { eventData } from './event-data'
import { type Wording, wordingOfAnswer, wordingOfEvent } from './transcription.external'
import type { TranscriptionProblems } from './transcription-problems'

export interface TranscriptionQuestion {
  readonly clock: Clock
  readonly url: URL
  readonly model: string
  /** BCP 47. */
  readonly language: string
  /** At MIC_RATE. */
  readonly sound: Float32Array
  /** Ask for the text while it is written. */
  readonly stream: boolean
  readonly problems: TranscriptionProblems
  readonly signal: AbortSignal
}
export interface GrowingText {
  /** All of it so far. */
  readonly text: string
  /** Nothing can come after it. */
  readonly whole: boolean
}

export const CONNECT_MS: Ms = 3000
/** The whole answer: a model that is loaded on demand from a slow disk, and a long sentence on a slow processor. */
const ANSWER_MS: Ms = 60_000
/** Between two pieces of an answer that has begun. */
const IDLE_MS: Ms = 15_000
const MOST_ANSWER_BYTES = 1_000_000

function posted({ sound, model, language, stream }: TranscriptionQuestion): Promise<HttpBody> {
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(encodeWav(sound, MIC_RATE))], { type: 'audio/wav' }), 'utterance.wav')
  form.set('model', model)
  // Whisper knows languages, not countries.
  form.set('language', language.split('-')[0]!.toLowerCase())
  form.set('response_format', 'json')
  if (stream) form.set('stream', 'true')
  return multipart(form)
}

/** Each wait for the next piece is limited; the time in which we ourselves are busy is not. */
async function* watched(bytes: AsyncIterable<Uint8Array>, idle: TimeLimit, slow: () => Problem): AsyncIterable<Uint8Array> {
  idle.allow(IDLE_MS, slow)
  for await (const chunk of bytes) {
    idle.lift()
    yield chunk
    idle.allow(IDLE_MS, slow)
  }
}

async function* wordings({ contentType, bytes }: HttpAnswer): AsyncIterable<Wording | null> {
  if (!/^text\/event-stream/.test(contentType)) {
    yield wordingOfAnswer(await shortText(bytes, MOST_ANSWER_BYTES))
    return
  }
  for await (const data of eventData(bytes)) {
    if (data.trim() === '[DONE]') return
    yield wordingOfEvent(data)
  }
}

async function* growing(source: AsyncIterable<Wording | null>, problems: TranscriptionProblems): AsyncIterable<GrowingText> {
  let text = ''
  for await (const wording of source) {
    if (!wording) throw problems.garbled()
    if (wording.kind === 'failed') throw problems.brokeOff()
    const whole = wording.kind === 'whole'
    if (whole) text = wording.text
    else text += wording.kind === 'sentence' ? ` ${wording.text}` : wording.text
    yield { text, whole }
  }
}

/** Ends without more when the signal aborts. @throws Problem */
export async function* transcription(question: TranscriptionQuestion): AsyncIterable<GrowingText> {
  const { clock, url, problems, signal } = question
  const body = await posted(question)
  const all = createTimeLimit(clock)
  const step = createTimeLimit(clock)
  // Whatever ends the interest ends the connection: an answer nobody reads would hold the model.
  const over = new AbortController()
  const either = AbortSignal.any([signal, all.signal, step.signal, over.signal])
  let connected = false
  all.allow(ANSWER_MS, problems.slow)
  step.allow(CONNECT_MS, problems.unreachable)
  try {
    const onConnect = () => {
      connected = true
      step.lift()
    }
    const answer = await httpRequest({ url, body, signal: either, onConnect })
    if (answer.status !== 200) throw problems.status(answer.status)
    const bytes = watched(answer.bytes, step, problems.slow)
    yield* growing(wordings({ ...answer, bytes }), problems)
  } catch (cause) {
    if (signal.aborted) return
    for (const limit of [all, step]) if (limit.signal.aborted) throw limit.signal.reason
    if (cause instanceof Problem) throw cause
    if (cause instanceof RangeError) throw problems.garbled(cause)
    throw connected ? problems.brokeOff(cause) : problems.unreachable(cause)
  } finally {
    all.lift()
    step.lift()
    over.abort()
  }
}
