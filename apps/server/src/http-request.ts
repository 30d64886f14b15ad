// One HTTP request to a model's server. In: an address and, to post, a body. Out: status and bytes as they come; never follows a redirect, dies with the signal at once.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

export interface HttpBody {
  readonly contentType: string
  readonly bytes: Uint8Array
}
export interface HttpAnswer {
  readonly status: number
  readonly contentType: string
  /** When to ask again, in seconds, where a busy server says so. */
  readonly retryAfterSeconds: number | null
  readonly bytes: AsyncIterable<Uint8Array>
}
export interface HttpQuestion {
  readonly url: URL
  /** Without it the request is a GET. */
  readonly body?: HttpBody
  /** Default: JSON or events. */
  readonly accept?: string
  readonly signal: AbortSignal
  readonly onConnect?: () => void
}

/** Resolves with the answer's head. @throws the socket's error, or the signal's reason */
export function httpRequest({
  url,
  body,
  accept = 'application/json, text/event-stream',
  signal,
  onConnect,
}: HttpQuestion): Promise<HttpAnswer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept,
        ...(body ? { 'content-type': body.contentType, 'content-length': body.bytes.length } : {}),
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
      resolve({
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        retryAfterSeconds: secondsIn(response.headers['retry-after']),
        bytes: response,
      }),
    )
    sent.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    sent.end(body?.bytes)
  })
}

/** Not the form with a date: such a wait is too long to tell. */
const secondsIn = (header: string | undefined): number | null => (/^\d{1,4}$/.test(header ?? '') ? Number(header) : null)

export const jsonBody = (content: unknown): HttpBody => ({
  contentType: 'application/json',
  bytes: Buffer.from(JSON.stringify(content)),
})

/** A form as browsers post it. */
export async function multipart(form: FormData): Promise<HttpBody> {
  const posted = new Response(form)
  return { contentType: posted.headers.get('content-type') ?? '', bytes: new Uint8Array(await posted.arrayBuffer()) }
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
