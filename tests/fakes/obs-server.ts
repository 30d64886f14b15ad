// A server that speaks obs-websocket 5 over a model of OBS. In: how it behaves. Out: answers and events to whoever connects; silence, kicks and old versions on order.
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { createObsModel, type ObsModel, Refused } from './obs-model'

const Message = z.object({ op: z.number(), d: z.record(z.string(), z.unknown()) })
const Identify = z.object({ authentication: z.string().optional() })
const Request = z.object({
  requestId: z.string(),
  requestType: z.string(),
  requestData: z.record(z.string(), z.unknown()).default({}),
})
/** Every category but those of high volume. */
const SALT = 'c2FsdA=='
const CHALLENGE = 'Y2hhbGxlbmdl'
const hash = (value: string) => createHash('sha256').update(value).digest('base64')

/** 'dumb' says no hello; 'old' refuses the version; 'stuck' answers nothing once somebody is in. */
export type ObsManners = 'normal' | 'dumb' | 'old' | 'stuck'

export interface ObsServer extends ObsModel {
  readonly port: number
  manners: ObsManners
  /** Requests that came, by name. */
  readonly asked: string[]
  /** How often somebody knocked. */
  readonly knocks: number
  emit(event: string, fields: Record<string, unknown>): void
  /** As the button in OBS's own list of sessions. */
  kick(): void
  dropAll(): void
  close(): Promise<void>
}

export async function startObsServer({ password = '', port = 0 } = {}): Promise<ObsServer> {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port, handleProtocols: () => 'obswebsocket.json' })
  await new Promise((resolve) => sockets.once('listening', resolve))
  const inside = new Set<WebSocket>()
  const asked: string[] = []
  let knocks = 0
  const send = (socket: WebSocket, op: number, d: unknown) => socket.send(JSON.stringify({ op, d }))
  const emit: ObsServer['emit'] = (eventType, eventData) => {
    for (const socket of inside) send(socket, 5, { eventType, eventIntent: 1, eventData })
  }
  const model = createObsModel(emit)
  const server: ObsServer = Object.assign(model, {
    port: (sockets.address() as AddressInfo).port,
    manners: 'normal' as ObsManners,
    asked,
    knocks: 0,
    emit,
    kick() {
      for (const socket of inside) socket.close(4011, 'kicked')
    },
    dropAll() {
      for (const socket of sockets.clients) socket.terminate()
    },
    async close() {
      server.dropAll()
      await new Promise((resolve) => sockets.close(resolve))
    },
  })
  Object.defineProperty(server, 'knocks', { get: () => knocks })

  const answer = (socket: WebSocket, raw: unknown) => {
    const { requestId, requestType, requestData } = Request.parse(raw)
    asked.push(requestType)
    if (server.manners === 'stuck') return
    const reply = (requestStatus: object, responseData?: object) =>
      send(socket, 7, { requestId, requestType, requestStatus, responseData })
    try {
      reply({ result: true, code: 100 }, model.answer(requestType, requestData))
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause
      reply({ result: false, code: cause.code, comment: 'no' })
    }
  }
  sockets.on('connection', (socket) => {
    knocks++
    if (server.manners === 'dumb') return
    socket.on('close', () => inside.delete(socket))
    socket.on('message', (raw: Buffer) => {
      const { op, d } = Message.parse(JSON.parse(raw.toString('utf8')))
      if (op === 6) return answer(socket, d)
      if (op !== 1) return
      const proof = Identify.parse(d).authentication
      if (server.manners === 'old') return socket.close(4010, 'version')
      if (password !== '' && proof !== hash(hash(password + SALT) + CHALLENGE)) return socket.close(4009, 'password')
      inside.add(socket)
      send(socket, 2, { negotiatedRpcVersion: 1 })
    })
    const authentication = password === '' ? {} : { authentication: { challenge: CHALLENGE, salt: SALT } }
    send(socket, 0, { obsWebSocketVersion: '5.5.4', rpcVersion: 1, ...authentication })
  })
  return server
}
