// Any server with /audio/speech as a voice. In: lines. Out: their sound as the server makes it.
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { httpRequest, jsonBody } from '../http-request'
import type { Tts, TtsPiece } from '../organs'
import { createTimeLimit } from '../time-limit'
import { ttsAddresses } from './tts-address'
import { CONNECT_MS, speechOfServer } from './tts-exchange'
import { healthOfProblem } from './tts-health'
import { findImitation, type Imitation, type TtsFields } from './tts-imitation'
import { ttsProblems, UNREACHABLE } from './tts-problems'
import { speakable } from './tts-text'

export interface TtsOpenaiOptions {
  readonly clock: Clock
  /** With or without /v1; or the whole address. */
  readonly baseUrl: string
  readonly model: string
  readonly voice: string
  readonly speed: number
  /** Reads the recording to imitate, anew for each line: its consent may have been taken back. @throws Problem */
  readonly reference?: (() => Promise<Uint8Array>) | undefined
}

/** A server that was not there is looked for again while its health is asked for. */
const LOOK_AGAIN_MS: Ms = 5000
/** wav says its own rate; streamed, where the server can. Some take fewer fields, some no wav. */
const FORMS: readonly TtsFields[] = [
  { response_format: 'wav', stream: true, stream_format: 'audio' },
  { response_format: 'wav' },
  { response_format: 'pcm' },
]
/** So answer servers that do not know a field. */
const REFUSES_FORM: readonly string[] = ['voice-status-400', 'voice-status-422', 'voice-status-501']

export function ttsOpenai({ clock, baseUrl, model, voice, speed, reference }: TtsOpenaiOptions): Tts {
  const addresses = ttsAddresses(baseUrl)
  const place = addresses.speech.host
  const problems = ttsProblems({ place, model, voice })
  const name = `${voice} at ${place}`
  const closing = new AbortController()
  let trouble: Problem | null = null
  /** Which of FORMS it takes; found out once. */
  let form = 0
  let imitation: Imitation | null = null
  let lookedMs: Ms = 0

  /** Within the time in which a server that is there answers. */
  const soon = async <T>(ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> => {
    const limit = createTimeLimit(clock)
    const over = new AbortController()
    limit.allow(CONNECT_MS, problems.unreachable)
    try {
      return await ask(AbortSignal.any([signal, limit.signal, over.signal]))
    } catch (cause) {
      if (cause instanceof Problem) throw cause
      throw cause instanceof RangeError ? problems.garbled(cause) : problems.unreachable(cause)
    } finally {
      limit.lift()
      over.abort()
    }
  }
  /** Any answer at all is one: the server runs. */
  const look = async (): Promise<void> => {
    lookedMs = clock.monotonicMs()
    try {
      await soon((signal) => httpRequest({ url: addresses.models, signal }), closing.signal)
      if (trouble?.code === UNREACHABLE) trouble = null
    } catch (cause) {
      if (!closing.signal.aborted && cause instanceof Problem) trouble ??= cause
    }
  }
  const question = async (input: string, at: number, signal: AbortSignal) => {
    const fields: TtsFields = { model, voice, input, speed, ...FORMS[at] }
    if (!reference) return { url: addresses.speech, body: jsonBody(fields) }
    const wav = await reference()
    imitation ??= await soon((either) => findImitation(addresses, either), signal)
    if (!imitation) throw problems.noImitation()
    return { url: imitation.url, body: await imitation.body(fields, wav) }
  }
  async function* pieces(input: string, signal: AbortSignal): AsyncIterable<TtsPiece> {
    for (let at = form; ; at++)
      try {
        for await (const piece of speechOfServer({ clock, problems, signal, ...(await question(input, at, signal)) })) {
          form = at
          yield piece
        }
        return
      } catch (cause) {
        const refused = cause instanceof Problem && REFUSES_FORM.includes(cause.code)
        if (!refused || at >= FORMS.length - 1) throw cause
      }
  }
  void look()

  return {
    name,
    async *synthesise({ text }, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const input = speakable(text)
      if (input === '' || either.aborted) return
      try {
        for await (const piece of pieces(input, either)) {
          if (either.aborted) return
          yield piece
        }
        if (!either.aborted) trouble = null
      } catch (cause) {
        if (either.aborted) return
        // Another server may answer there next time.
        imitation = null
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
