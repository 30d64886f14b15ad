// One HTTP request to a model server. In: an address and a body. Out: status and bytes as they come; never follows a redirect, dies with the signal at once.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

export interface HttpAnswer {
  readonly status: number
  readonly contentType: string
  readonly bytes: AsyncIterable<Uint8Array>
}
export interface HttpQuestion {
  readonly url: URL
  /** JSON to post; without it the request is a GET. */
  readonly body?: unknown
  readonly signal: AbortSignal
  readonly onConnect?: () => void
}

/** Resolves with the answer's head. @throws the socket's error, or the signal's reason */
export function httpRequest({ url, body, signal, onConnect }: HttpQuestion): Promise<HttpAnswer> {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: payload ? 'POST' : 'GET',
      headers: {
        accept: 'text/event-stream, application/json',
        ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
      },
      signal,
      // A socket of its own: a kept one may have died since, and would fail a turn for nothing.
      agent: false,
    })
    sent.on('socket', (socket) => {
      // A loopback socket may be connected before anybody listens.
      if (socket.connecting) socket.once('connect', () => onConnect?.())
      else onConnect?.()
    })
    sent.on('response', (response) =>
      resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', bytes: response }),
    )
    sent.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    sent.end(payload)
  })
}

/** The whole text of a short answer. @throws RangeError beyond `mostBytes` */
export async function shortText(bytes: AsyncIterable<Uint8Array>, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > mostBytes) throw new RangeError('answer too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
