// One question to the server that has a file. In: an address and a range. Out: the answer's head and its bytes, after redirects that were looked at; no cookie, no credential is ever sent.
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Problem } from '@psiona/shared'
import { type DialAddress, followRedirect, isLoopbackName, mayDial, type Resolve } from './model-address'

/** Hugging Face needs two, a release of GitHub one. */
const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export interface FileQuestion {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Ends it at any moment, also in the middle of the bytes. */
  readonly signal: AbortSignal
  readonly resolve: Resolve
}

const pinned =
  (addresses: readonly DialAddress[]): LookupFunction =>
  (_host, { all }, answer) =>
    all ? answer(null, [...addresses]) : answer(null, addresses[0]!.address, addresses[0]!.family)

function askOnce(url: URL, addresses: readonly DialAddress[], { headers, signal }: FileQuestion): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, {
      // Bytes are hashed and continued as they lie on the server, so nobody may pack them on the way.
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'psiona', ...headers },
      lookup: pinned(addresses),
      signal,
      agent: false,
    })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

/** Rejects with the signal's reason; a name server is not asked to stop, only no longer waited for. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Resolves with an answer that is no redirect; whoever asked reads its bytes or destroys it. @throws Problem for an address that is refused; the network's error; the signal's reason */
export async function askForFile(question: FileQuestion): Promise<{ readonly answer: IncomingMessage; readonly host: string }> {
  const { signal, resolve } = question
  let url = question.url
  let beganHere = isLoopbackName(url.hostname)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const addresses = mayDial(url, await unlessAborted(signal, resolve(url.hostname)), beganHere)
    // Once outside, a download does not come back in.
    beganHere &&= addresses.every(({ where }) => where === 'loopback')
    const answer = await askOnce(url, addresses, question)
    if (!REDIRECTS.has(answer.statusCode ?? 0)) return { answer, host: url.hostname }
    answer.destroy()
    url = followRedirect(url, answer.headers.location ?? '')
  }
  throw new Problem(
    'model-redirect',
    'refused',
    `${question.url.hostname} sends the download from place to place without end. Nothing was fetched; try again later.`,
  )
}
