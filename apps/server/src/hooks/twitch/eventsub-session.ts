// One session of Twitch's events over WebSocket, moved to another server when Twitch asks. In: an address. Out: what comes, checked; at last why it ended.
import type { Ms } from '@psiona/shared'
import { WebSocket } from 'ws'
import type { Clock } from '../../clock'
import { EventSubFrame } from './eventsub-frame.external'
import type { TwitchPlaces } from './twitch-places'

/** Name, TCP, TLS, WebSocket and hello. */
export const WELCOME_WITHIN_MS: Ms = 5000
/** Beyond the silence Twitch has announced: the network's own. */
export const SLACK_MS: Ms = 2000
const MOST_SILENCE_MS: Ms = 60_000
/** Twitch's own largest message is a few kilobytes. */
const MOST_FRAME_BYTES = 262_144

export type SessionEnd = 'unreachable' | 'closed' | 'silent' | 'told-to-stop'

export interface EventSubNotice {
  readonly messageId: string
  readonly type: string
  /** Unchecked. */
  readonly event: unknown
}
export interface EventSubSessionOptions {
  readonly places: TwitchPlaces
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Once: subscriptions survive a move. */
  readonly onWelcome: (sessionId: string) => void
  readonly onNotice: (notice: EventSubNotice) => void
  readonly onRevoked: (type: string, why: string) => void
}

/** Resolves when the session is over; never rejects, never comes back by itself. Event-loop thread; closes all it opened. */
export function runEventSubSession(options: EventSubSessionOptions): Promise<SessionEnd> {
  const { places, clock, signal } = options
  if (signal.aborted) return Promise.resolve('told-to-stop')
  return new Promise((resolve) => {
    let current: WebSocket | null = null
    let coming: WebSocket | null = null
    let welcomed = false
    let over = false
    let timer = new AbortController()

    const end = (why: SessionEnd) => {
      if (over) return
      over = true
      timer.abort()
      signal.removeEventListener('abort', stop)
      current?.terminate()
      coming?.terminate()
      resolve(why)
    }
    const stop = () => end('told-to-stop')
    const within = (ms: Ms, otherwise: () => void) => {
      timer.abort()
      timer = new AbortController()
      const mine = timer.signal
      void clock.sleep(ms, mine).then(() => {
        if (!mine.aborted) otherwise()
      })
    }
    let silenceMs: Ms = MOST_SILENCE_MS
    const alive = () => within(silenceMs + SLACK_MS, () => end('silent'))

    const open = (address: string): WebSocket => {
      const socket = new WebSocket(address, {
        maxPayload: MOST_FRAME_BYTES,
        handshakeTimeout: WELCOME_WITHIN_MS,
        followRedirects: false,
      })
      socket.on('message', (data, binary) => {
        if (!over && !binary) hear(socket, String(data))
      })
      // 'close' follows and says the same.
      socket.on('error', () => {})
      socket.on('close', () => {
        // The old server closes when we have moved; the new one may fail while the old still speaks.
        if (socket === coming) coming = null
        else if (socket === current) current = null
        else return
        if (!current && !coming) end(welcomed ? 'closed' : 'unreachable')
      })
      return socket
    }
    const hear = (socket: WebSocket, text: string) => {
      const frame = EventSubFrame.read(text)
      if (!frame) return
      if (frame.kind === 'welcome') {
        silenceMs = Math.min(MOST_SILENCE_MS, frame.keepaliveSeconds * 1000)
        if (socket === coming) {
          const old = current
          current = socket
          coming = null
          old?.terminate()
        }
        if (!welcomed) {
          welcomed = true
          options.onWelcome(frame.sessionId)
        }
      }
      // A server that sends without a hello is none; its silence is limited already.
      if (!welcomed) return
      alive()
      if (frame.kind === 'notice') options.onNotice(frame)
      if (frame.kind === 'revoked') options.onRevoked(frame.type, frame.why)
      if (frame.kind === 'move' && !coming) {
        if (places.mayFollow(frame.address)) coming = open(frame.address)
        else end('closed')
      }
    }
    signal.addEventListener('abort', stop, { once: true })
    within(WELCOME_WITHIN_MS, () => end('unreachable'))
    current = open(places.eventSub)
  })
}
