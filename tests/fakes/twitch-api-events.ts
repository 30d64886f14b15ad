// EventSub over WebSocket. In: what happens in the channel, moves and outages. Out: hellos, notices to whoever subscribed, and whether somebody listens.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

export interface TwitchEvents {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  subscribe(type: string, session: string): Record<string, unknown> | null
  /** Types subscribed to in the session that lives. */
  readonly topics: readonly string[]
  readonly connected: number
  /** Returns the id it was sent under. */
  notify(type: string, event: Record<string, unknown>, id?: string): string
  keepalive(): void
  /** Asks to move; `elsewhere`: to an address that is not Twitch's. */
  move(elsewhere?: string): void
  revoke(type: string, status: string): void
  raw(text: string): void
  drop(): void
  /** Who connects hears nothing. */
  mute(muted: boolean): void
  /** When so many topics are subscribed to. */
  subscribed(count: number): Promise<void>
  /** When a session has said hello after this call. */
  welcomed(): Promise<void>
  close(): void
}

export function createTwitchEvents(port: () => number): TwitchEvents {
  const server = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, WebSocket>()
  let topics: string[] = []
  let moving = ''
  let muted = false
  let count = 0
  const waiters: { readonly count: number; readonly resolve: () => void }[] = []
  const hellos: (() => void)[] = []
  const closeAll = () => {
    for (const socket of server.clients) socket.terminate()
    sessions.clear()
    topics = []
  }

  const send = (socket: WebSocket, type: string, payload: unknown, id = `message-${++count}`) =>
    socket.send(
      JSON.stringify({ metadata: { message_id: id, message_type: type, message_timestamp: '2026-03-02T12:00:00Z' }, payload }),
    )
  const toAll = (type: string, payload: unknown, id?: string) => {
    for (const socket of sessions.values()) send(socket, type, payload, id)
  }
  const welcome = (socket: WebSocket, kept: string) => {
    const session = kept || `session-${++count}`
    // A session that moved keeps its subscriptions.
    if (!kept) topics = []
    sessions.set(session, socket)
    socket.on('close', () => {
      if (sessions.get(session) === socket) sessions.delete(session)
    })
    send(socket, 'session_welcome', {
      session: { id: session, status: 'connected', keepalive_timeout_seconds: 10, reconnect_url: null },
    })
    for (const resolve of hellos.splice(0)) resolve()
  }
  return {
    upgrade(request, stream, head) {
      server.handleUpgrade(request, stream, head, (socket) => {
        socket.on('error', () => socket.terminate())
        const kept = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('keep') ?? ''
        if (!muted) welcome(socket, kept && kept === moving ? kept : '')
      })
    },
    subscribe(type, session) {
      if (!sessions.has(session)) return null
      topics.push(type)
      for (const waiter of waiters.filter((one) => one.count <= topics.length)) waiter.resolve()
      return {
        id: `subscription-${++count}`,
        status: 'enabled',
        type,
        version: '1',
        cost: 0,
        condition: {},
        created_at: '',
        transport: {},
      }
    },
    get topics() {
      return topics
    },
    get connected() {
      return sessions.size
    },
    notify(type, event, id = `event-${++count}`) {
      if (topics.includes(type)) toAll('notification', { subscription: { type }, event }, id)
      return id
    },
    keepalive: () => toAll('session_keepalive', {}),
    move(elsewhere) {
      moving = [...sessions.keys()].at(-1) ?? ''
      const reconnect_url = elsewhere ?? `ws://127.0.0.1:${port()}/ws?keep=${moving}`
      toAll('session_reconnect', { session: { id: moving, status: 'reconnecting', reconnect_url } })
    },
    revoke(type, status) {
      topics = topics.filter((topic) => topic !== type)
      toAll('revocation', { subscription: { type, status } })
    },
    raw(text) {
      for (const socket of sessions.values()) socket.send(text)
    },
    drop: closeAll,
    mute: (next) => {
      muted = next
    },
    subscribed: (wanted) =>
      topics.length >= wanted ? Promise.resolve() : new Promise((resolve) => waiters.push({ count: wanted, resolve })),
    welcomed: () => new Promise((resolve) => hellos.push(resolve)),
    close() {
      closeAll()
      server.close()
    },
  }
}
