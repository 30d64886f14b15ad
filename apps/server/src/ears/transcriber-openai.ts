// Any server with /audio/transcriptions as a recogniser. In: an utterance, sent when it has ended. Out: partials where the server streams, and one final.
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { httpRequest } from '../http-request'
import type { Transcriber } from '../organs'
import { createTimeLimit } from '../time-limit'
import { healthOfProblem } from './recogniser-health'
import { spokenWords } from './spoken-words'
import { CONNECT_MS, type GrowingText, transcription } from './transcription-exchange'
import { transcriptionProblems, UNREACHABLE } from './transcription-problems'
import { wholeUtterance } from './whole-utterance'

export interface TranscriberOpenaiOptions {
  readonly clock: Clock
  /** With or without /v1; or the whole address, as of a whisper.cpp server's /inference. */
  readonly baseUrl: string
  readonly model: string
  /** BCP 47. */
  readonly language: string
}

/** A server that was not there is looked for again while its health is asked for. */
const LOOK_AGAIN_MS: Ms = 5000
/** So answer servers that know the sound but not the word stream. */
const REFUSES_STREAM: readonly string[] = ['ears-status-400', 'ears-status-422', 'ears-status-501']

/** Where the dialect is spoken, whatever was pasted: the root, /v1, or a full path; and where one can knock. */
export function speechAddresses(baseUrl: string): { transcriptions: URL; models: URL } {
  const at = (path: string): URL => {
    const url = new URL(baseUrl)
    url.pathname = path
    url.search = ''
    url.hash = ''
    return url
  }
  const path = new URL(baseUrl).pathname.replace(/\/+$/, '')
  if (path.endsWith('/inference')) return { transcriptions: at(path), models: at('/') }
  const given = /^(.*)\/audio\/transcriptions$/.exec(path)?.[1]
  const base = given ?? (/\/v\d+$/.test(path) ? path : `${path}/v1`)
  return { transcriptions: at(`${base}/audio/transcriptions`), models: at(`${base}/models`) }
}

export function transcriberOpenai({ clock, baseUrl, model, language }: TranscriberOpenaiOptions): Transcriber {
  const { transcriptions: url, models } = speechAddresses(baseUrl)
  const problems = transcriptionProblems(url.host, model)
  const name = `${model} at ${url.host}`
  const closing = new AbortController()
  let trouble: Problem | null = null
  let stream = true
  let lookedMs: Ms = 0

  /** Any answer at all is one: the server runs. */
  const look = async (): Promise<void> => {
    lookedMs = clock.monotonicMs()
    const limit = createTimeLimit(clock)
    const over = new AbortController()
    limit.allow(CONNECT_MS, problems.unreachable)
    try {
      await httpRequest({ url: models, signal: AbortSignal.any([closing.signal, limit.signal, over.signal]) })
      if (trouble?.code === UNREACHABLE) trouble = null
    } catch (cause) {
      if (!closing.signal.aborted) trouble ??= problems.unreachable(cause)
    } finally {
      limit.lift()
      over.abort()
    }
  }
  async function* texts(sound: Float32Array, signal: AbortSignal): AsyncIterable<GrowingText> {
    const question = { clock, url, model, language, sound, problems, signal }
    try {
      yield* transcription({ ...question, stream })
    } catch (cause) {
      if (!stream || !(cause instanceof Problem) || !REFUSES_STREAM.includes(cause.code)) throw cause
      yield* transcription({ ...question, stream: false })
      stream = false
    }
  }
  void look()

  return {
    name,
    async *transcribe(utterance, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const sound = await wholeUtterance(utterance, either)
      if (sound === null) return
      if (sound.length === 0) return yield { text: '', final: true }
      let text = ''
      try {
        for await (const grown of texts(sound, either)) {
          const words = spokenWords(grown.text)
          if (!grown.whole && words !== text) yield { text: words, final: false }
          text = words
        }
        if (either.aborted) return
        trouble = null
        yield { text, final: true }
      } catch (cause) {
        if (either.aborted) return
        if (cause instanceof Problem) trouble = cause
        throw cause
      }
    },
    health() {
      if (trouble?.code === UNREACHABLE && clock.monotonicMs() - lookedMs >= LOOK_AGAIN_MS) void look()
      return trouble ? healthOfProblem(trouble) : { state: 'ok', detail: name }
    },
    async close() {
      closing.abort()
    },
  }
}
