// Socket.IO behind the stage's doors. In: upgrades. Out: the server whose namespaces show her, for those who crossed the border; WebSocket only.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Ms, Problem } from '@psiona/shared'
import { type Namespace, Server, type Socket } from 'socket.io'
import { cameByLan } from './address'
import type { Authority } from './authority'
import { refusalAtBorder } from './border'
import type { HttpDoor } from './http-door'
import { rawProblemAnswer } from './problem-answer'
import { SECURITY_HEADERS } from './security-headers'

const PATH = '/socket.io/'
const NAMESPACES = ['/overlay', '/panel', '/mic']
const WEBSOCKET_KEY = /^[A-Za-z0-9+/]{22}==$/
/** The largest thing a client may say is 20 ms of microphone: 656 bytes and its frame. */
const MAX_MESSAGE_BYTES = 8192
/** A client that has joined no namespace by then (no token, wrong token) is let go. */
const JOIN_WITHIN_MS: Ms = 5000

type Connection = Socket['conn']

export interface Heartbeat {
  /** How often each client is asked whether it has read up to here; see backlog.ts. Default 250 ms. */
  readonly intervalMs: Ms
  /** Without an answer for this long a client is gone or hopelessly behind, and is let go. Default 10 s. */
  readonly timeoutMs: Ms
}
export const HEARTBEAT: Heartbeat = Object.freeze({ intervalMs: 250, timeoutMs: 10_000 })

/** Events as they come from outside: names known, content not. */
export type Untrusted<Events> = { [Name in keyof Events]: (content: unknown) => void }
export type UntrustedNamespace<ClientEvents, ServerEvents extends object> = Namespace<Untrusted<ClientEvents>, ServerEvents>

/** How a namespace says no: the client's connect_error carries the sentence and the ProblemBody. */
export const connectRefusal = (problem: Problem): Error & { data: unknown } =>
  Object.assign(new Error(problem.message), { data: problem.body() })

function refusalOfUpgrade(request: IncomingMessage, authority: Authority): Problem | null {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stage')
  const { headers } = request
  if (pathname !== PATH) return new Problem('no-route', 'missing', `Sockets are at ${PATH} only. Connect there.`)
  const isSocketIo = searchParams.get('EIO') === '4' && searchParams.get('transport') === 'websocket' && !searchParams.has('sid')
  const isWebSocket =
    request.method === 'GET' &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    headers['sec-websocket-version'] === '13' &&
    WEBSOCKET_KEY.test(headers['sec-websocket-key'] ?? '')
  if (!isSocketIo || !isWebSocket)
    return new Problem('bad-upgrade', 'input', "This is no Socket.IO 4 WebSocket. Use a client with transports: ['websocket'].")
  const right = authority.rightOf(request)
  if (cameByLan(request) && right === 'none')
    return new Problem('no-token', 'refused', 'This phone is not paired. Make a code in the panel and scan it.')
  if (headers.origin === undefined && right === 'none')
    return new Problem('no-token', 'refused', 'A program without Origin needs a token. Send it as "Authorization: Bearer ...".')
  return null
}

export interface SocketWireOptions {
  readonly authority: Authority
  readonly heartbeat: Heartbeat
  readonly onRefused: (problem: Problem) => void
}

type WireDoor = Pick<HttpDoor, 'http' | 'address'>

export interface SocketWire {
  readonly io: Server
  /** Ends all connections of that phone at once. */
  disconnectPhone(phoneId: string): void
}

/** Takes the upgrades of every door; the first one's server is closed with it. */
export function createSocketWire(
  doors: readonly [WireDoor, ...WireDoor[]],
  { authority, heartbeat, onRefused }: SocketWireOptions,
): SocketWire {
  const io = new Server(doors[0].http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: heartbeat.intervalMs,
    pingTimeout: heartbeat.timeoutMs,
    connectTimeout: JOIN_WITHIN_MS,
  })
  // Its own listeners know no border and would answer plain HTTP as well.
  doors[0].http.removeAllListeners('request')
  doors[0].http.removeAllListeners('upgrade')
  for (const { http, address } of doors)
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const refusal = refusalAtBorder(request, address()) ?? refusalOfUpgrade(request, authority)
      if (!refusal) return io.engine.handleUpgrade(request, socket, head)
      onRefused(refusal)
      // Whoever hangs up before reading the refusal is no concern.
      socket.on('error', () => socket.destroy())
      socket.end(rawProblemAnswer(refusal), () => socket.destroy())
    })
  io.engine.on('headers', (headers: Record<string, string>) => Object.assign(headers, SECURITY_HEADERS))
  io.use((_socket, next) =>
    next(connectRefusal(new Problem('no-route', 'missing', `Nothing is here. Join ${NAMESPACES.join(', ')}.`))),
  )

  const phones = new Map<Connection, string>()
  io.engine.on('connection', (connection: Connection) => {
    const phoneId = authority.phoneOf(connection.request)
    if (phoneId !== null) {
      phones.set(connection, phoneId)
      connection.once('close', () => phones.delete(connection))
    } else if (cameByLan(connection.request) && authority.rightOf(connection.request) === 'none') {
      // Unpaired since its upgrade was let in.
      connection.close(true)
    }
  })

  return {
    io,
    disconnectPhone(phoneId) {
      for (const [connection, id] of phones) {
        if (id !== phoneId) continue
        // A page that is told does not try again by itself.
        for (const name of NAMESPACES)
          for (const socket of io.of(name).sockets.values()) if (socket.conn === connection) socket.disconnect(true)
        connection.close(true)
      }
    },
  }
}
