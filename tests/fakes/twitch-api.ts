// Twitch beside its chat, on loopback: sign-in, Helix and EventSub behind one port. In: what people do and what goes wrong. Out: answers as Twitch gives them, with its limits; and what was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createTwitchEvents, type TwitchEvents } from './twitch-api-events'
import { createTwitchHelix, type TwitchHelix } from './twitch-api-helix'
import { createTwitchSignIn, type TwitchSignIn } from './twitch-api-id'
import type { Question, Reply, WrittenHere } from './twitch-api-question'

export type Trouble =
  /** Another status instead; `resetInMs`: Helix's limit is used up until then. */
  | { readonly kind: 'status'; readonly status: number; readonly message?: string; readonly resetInMs?: number }
  /** The connection is cut: before anything is done, or after. */
  | { readonly kind: 'drop'; readonly done?: boolean }
  | { readonly kind: 'hang' }
  /** A byte now and then, for ever. */
  | { readonly kind: 'drip' }
  | { readonly kind: 'garbage'; readonly body?: string }

export interface TwitchApi {
  readonly port: number
  readonly asked: readonly Question[]
  readonly signIn: TwitchSignIn
  readonly helix: TwitchHelix
  readonly events: TwitchEvents
  /** The next questions to this path (its beginning), one trouble each. */
  trouble(path: string, ...troubles: Trouble[]): void
  /** Nobody is let in any more, or again. */
  refuse(refusing: boolean): void
  close(): Promise<void>
}
export interface TwitchApiOptions {
  /** Of the client, as its clock stands. */
  readonly wallMs: () => number
  /** A line stands in the chat now. */
  readonly onWritten?: (line: WrittenHere) => void
}

const DRIP_EVERY_MS = 20

export async function startTwitchApi({ wallMs, onWritten = () => {} }: TwitchApiOptions): Promise<TwitchApi> {
  const signIn = createTwitchSignIn()
  const events = createTwitchEvents(() => (http.address() as AddressInfo).port)
  const helix = createTwitchHelix({ signIn, events, wallMs, onWritten })
  const asked: Question[] = []
  const troubles: { readonly path: string; readonly trouble: Trouble }[] = []
  const sockets = new Set<Socket>()
  const drips = new Set<NodeJS.Timeout>()
  let refusing = false

  const answer = (response: ServerResponse, { status, json }: Reply, left = 799, resetInMs = 60_000) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'ratelimit-limit': '800',
      'ratelimit-remaining': String(left),
      'ratelimit-reset': String(Math.ceil((wallMs() + resetInMs) / 1000)),
    })
    response.end(json === undefined ? '' : JSON.stringify(json))
  }
  const replyTo = (question: Question): Reply =>
    question.path.startsWith('/oauth2/') ? signIn.reply(question) : helix.reply(question)
  const go = (question: Question, response: ServerResponse) => {
    const index = troubles.findIndex(({ path }) => question.path.startsWith(path))
    const trouble = index < 0 ? undefined : troubles.splice(index, 1)[0]?.trouble
    switch (trouble?.kind) {
      case undefined:
        return answer(response, replyTo(question))
      case 'status':
        return answer(
          response,
          { status: trouble.status, json: { status: trouble.status, message: trouble.message ?? 'as told' } },
          trouble.status === 429 ? 0 : 799,
          trouble.resetInMs,
        )
      case 'drop':
        if (trouble.done) replyTo(question)
        return void response.destroy()
      case 'hang':
        return
      case 'drip': {
        response.writeHead(200, { 'content-type': 'application/json' })
        const timer = setInterval(() => response.write(' '), DRIP_EVERY_MS)
        drips.add(timer)
        return void response.on('close', () => clearInterval(timer))
      }
      case 'garbage':
        response.writeHead(200, { 'content-type': 'application/json' })
        return void response.end(trouble.body ?? '{"data":[{"mess')
    }
  }
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const question: Question = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      body: Buffer.concat(chunks).toString('utf8'),
      token: (request.headers.authorization ?? '').replace(/^(?:Bearer|OAuth) /, ''),
      clientId: String(request.headers['client-id'] ?? ''),
    }
    asked.push(question)
    go(question, response)
  }
  const http = createServer((request, response) => {
    // Whoever asked has left in the middle of the question.
    hear(request, response).catch(() => response.destroy())
  })
  http.on('connection', (socket: Socket) => {
    if (refusing) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  http.on('upgrade', (request, socket, head) => events.upgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    port: (http.address() as AddressInfo).port,
    ...{ asked, signIn, helix, events },
    trouble: (path, ...next) => void troubles.push(...next.map((trouble) => ({ path, trouble }))),
    refuse(next) {
      refusing = next
      if (next) for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const timer of drips) clearInterval(timer)
      events.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
