// One question to Twitch by HTTP. In: where and what. Out: status, JSON and what is left of the limit; never longer than it may take, never twice.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../../clock'
import { createTimeLimit } from '../../time-limit'

/** Head and body together, however slowly they drip. */
export const ANSWER_WITHIN_MS: Ms = 9000
/** The longest true answer is a page of a hundred channels. */
const MOST_BYTES = 1_000_000

export interface TwitchQuestion {
  readonly url: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Record<string, string>
  readonly body?: { readonly contentType: string; readonly text: string }
}
export interface TwitchAnswer {
  readonly status: number
  /** Undefined where there is none, or no JSON. */
  readonly json: unknown
  /** Of the limit on questions: how many may follow, and when it is full again (wall clock). Null where Twitch does not say. */
  readonly left: number | null
  readonly fullAtMs: Ms | null
}
/** @throws Problem 'twitch-unreachable' or 'twitch-slow' */
export type TwitchHttp = (question: TwitchQuestion, signal: AbortSignal) => Promise<TwitchAnswer>

const unreachable = (cause: unknown) =>
  new Problem('twitch-unreachable', 'broken', 'Twitch cannot be reached. Check the internet connection.', { cause })
const slow = () => new Problem('twitch-slow', 'broken', 'Twitch does not answer. Check the internet connection.')

export const createTwitchHttp =
  (clock: Clock): TwitchHttp =>
  async (question, signal) => {
    const limit = createTimeLimit(clock)
    limit.allow(ANSWER_WITHIN_MS, slow)
    try {
      return await exchange(question, AbortSignal.any([signal, limit.signal]))
    } catch (cause) {
      if (limit.signal.aborted) throw slow()
      throw unreachable(signal.aborted ? undefined : cause)
    } finally {
      limit.lift()
    }
  }

function exchange({ url, method, headers, body }: TwitchQuestion, signal: AbortSignal): Promise<TwitchAnswer> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(body ? { 'content-type': body.contentType, 'content-length': Buffer.byteLength(body.text) } : {}),
      },
      signal,
      // A socket of its own: a kept one may have died since, and nobody could tell whether a line was written.
      agent: false,
    })
    sent.on('error', reject)
    sent.on('response', (response) => {
      const chunks: Uint8Array[] = []
      let bytes = 0
      response.on('data', (chunk: Uint8Array) => {
        bytes += chunk.length
        if (bytes > MOST_BYTES) sent.destroy(new RangeError('answer too long'))
        else chunks.push(chunk)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          json: jsonIn(Buffer.concat(chunks).toString('utf8')),
          left: numberIn(response.headers['ratelimit-remaining']),
          fullAtMs: secondsIn(response.headers['ratelimit-reset']),
        }),
      )
    })
    sent.end(body?.text)
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no answer; who asked says what that means.
    return undefined
  }
}
const numberIn = (header: string | string[] | undefined): number | null =>
  typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : null
const secondsIn = (header: string | string[] | undefined): Ms | null => {
  const seconds = numberIn(header)
  return seconds === null ? null : seconds * 1000
}
