// Any server with the OpenAI chat dialect. In: a request. Out: text as it streams; every way of failing becomes a Problem that says what to do.
import { Problem, type ProblemCategory } from '@psiona/shared'
import type { Clock } from '../clock'
import { type HttpAnswer, httpRequest, jsonBody, shortText } from '../http-request'
import type { Llm } from '../organs'
import { createTimeLimit, type TimeLimit } from '../time-limit'
import { ChatCompletion, textOf } from './chat-completion.external'
import { promptOf } from './prompt'
import { serverEvents } from './server-events'

export interface LlmOpenaiOptions {
  /** With or without /v1. */
  readonly baseUrl: string
  readonly model: string
  readonly clock: Clock
}

const CONNECT_MS = 3000
/** A model that is loaded on demand needs this long on a slow disk. */
const FIRST_TOKEN_MS = 20_000
const IDLE_MS = 15_000
/** Thoughts count too; the mind itself ends an answer that runs on. */
const MOST_TOKENS = 1024
const TEMPERATURE = 0.8
/** A whole answer that is not streamed. */
const MOST_ANSWER_BYTES = 2_000_000

/** The address under which the dialect is spoken, whatever was pasted: the root, /v1, or the full path. */
export function endpointOf(baseUrl: string, path: string): URL {
  const url = new URL(baseUrl)
  const base = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
  url.pathname = `${/\/v\d+$/.test(base) ? base : `${base}/v1`}${path}`
  url.search = ''
  url.hash = ''
  return url
}

const problemsAt = (place: string) => ({
  unreachable: (cause: unknown) =>
    new Problem(
      'mind-unreachable',
      'broken',
      `The model server at ${place} does not answer. Start it, or choose another mind on the Mind page.`,
      { cause },
    ),
  slow: (what: string) =>
    new Problem(
      'mind-slow',
      'busy',
      `The model server at ${place} took too long to ${what}. Choose a smaller model, or close what else uses the machine.`,
    ),
  garbled: (cause?: unknown) =>
    new Problem(
      'mind-garbled',
      'broken',
      `What answers at ${place} does not speak the OpenAI dialect. Check the address on the Mind page.`,
      { cause },
    ),
  brokeOff: (cause?: unknown) =>
    new Problem(
      'mind-broke-off',
      'broken',
      `The model server at ${place} broke off. Look at its own window or log, then try again.`,
      { cause },
    ),
  status(status: number, model: string): Problem {
    const [category, message]: [ProblemCategory, string] =
      status === 404
        ? ['missing', `The model server at ${place} has no model ${model}. Choose one of its models on the Mind page.`]
        : status === 401 || status === 403
          ? ['refused', `The model server at ${place} wants a key. Use a server on this machine that needs none.`]
          : status === 429 || status === 503
            ? ['busy', `The model server at ${place} is busy. It is asked again by itself.`]
            : status >= 300 && status < 400
              ? [
                  'refused',
                  `The model server at ${place} sends us to another address, which is not followed. Enter the final address on the Mind page.`,
                ]
              : [
                  status >= 500 ? 'broken' : 'input',
                  `The model server at ${place} refused the request with status ${status}. Look at its own window or log.`,
                ]
    return new Problem(`mind-status-${status}`, category, message)
  },
})
type Problems = ReturnType<typeof problemsAt>

/** Each wait for the next chunk is limited; the time in which we ourselves are busy is not. */
async function* watched(bytes: AsyncIterable<Uint8Array>, limit: TimeLimit, problems: Problems): AsyncIterable<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await iterator.next()
      limit.lift()
      if (done) return
      yield value
      limit.allow(IDLE_MS, () => problems.slow('go on'))
    }
  } finally {
    limit.lift()
    await iterator.return?.()
  }
}

function parsed(text: string, problems: Problems): ChatCompletion {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw problems.garbled(cause)
  }
  const chunk = ChatCompletion.safeParse(json)
  if (!chunk.success) throw problems.garbled(chunk.error)
  if (chunk.data.error !== undefined && chunk.data.error !== null) throw problems.brokeOff()
  return chunk.data
}

async function* chunks(answer: HttpAnswer, limit: TimeLimit, problems: Problems): AsyncIterable<ChatCompletion> {
  const bytes = watched(answer.bytes, limit, problems)
  if (/^application\/(?:[\w.+-]*json)/.test(answer.contentType)) {
    yield parsed(await shortText(bytes, MOST_ANSWER_BYTES), problems)
    return
  }
  if (!/^text\/event-stream/.test(answer.contentType)) throw problems.garbled()
  for await (const event of serverEvents(bytes)) {
    if (event.trim() === '[DONE]') return
    if (event.trim() !== '') yield parsed(event, problems)
  }
}

export function llmOpenai({ baseUrl, model, clock }: LlmOpenaiOptions): Llm {
  const url = endpointOf(baseUrl, '/chat/completions')
  const problems = problemsAt(url.host)
  return {
    name: `${model} at ${url.host}`,
    async *stream(request, signal) {
      const { messages, recalled } = promptOf(request)
      request.note?.({ remembered: recalled })
      const limit = createTimeLimit(clock)
      // Whatever ends the turn's interest ends the connection: an answer nobody reads would hold the model.
      const over = new AbortController()
      const either = AbortSignal.any([signal, limit.signal, over.signal])
      limit.allow(CONNECT_MS, () => problems.unreachable(undefined))
      let tokens = 0
      try {
        const answer = await httpRequest({
          url,
          body: jsonBody({ model, messages, stream: true, temperature: TEMPERATURE, max_tokens: MOST_TOKENS }),
          signal: either,
          onConnect: () => limit.allow(FIRST_TOKEN_MS, () => problems.slow('begin')),
        })
        if (answer.status !== 200) throw problems.status(answer.status, model)
        for await (const chunk of chunks(answer, limit, problems)) {
          const text = textOf(chunk)
          if (text) tokens++
          request.note?.({ tokens: chunk.usage?.completion_tokens ?? tokens })
          if (text) yield text
        }
      } catch (cause) {
        if (signal.aborted) return
        if (limit.signal.aborted) throw limit.signal.reason
        if (cause instanceof Problem) throw cause
        throw tokens > 0 ? problems.brokeOff(cause) : problems.unreachable(cause)
      } finally {
        limit.lift()
        over.abort()
      }
    },
  }
}
