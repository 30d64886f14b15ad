// One connection to Twitch's chat, reading one channel anonymously. In: where and which. Out: what is written there, how the connection is, and at last why it ended.
import type { Ms } from '@psiona/shared'
import tmi from 'tmi.js'
import type { Clock } from '../../clock'
import { ProtocolLine, TaggedLine } from './twitch-message.external'

/** Name, TCP, TLS, WebSocket and hello are about seven round trips; beyond this nobody is there. */
export const HELLO_WITHIN_MS: Ms = 5000
/** An existing channel describes itself within a second of the join. */
export const ROOM_WITHIN_MS: Ms = 5000
/** After so much silence we ask whether somebody is there. */
export const QUIET_MS: Ms = 2500
/** Unanswered for so long, the health says so (QUIET + DOUBT < 5 s: known within five seconds). */
export const DOUBT_MS: Ms = 2000
/** Unanswered for so long, the connection is given up; shorter would throw away slow but living ones. */
export const DEAF_MS: Ms = 10_000
/** Asked again so often whether a channel that does not describe itself exists by now. */
const REJOIN_MS: Ms = 30_000
const WATCH_EVERY_MS: Ms = 250

export type LinkState = 'greeted' | 'room-found' | 'room-missing' | 'room-suspended' | 'doubtful' | 'alive'
export type LinkEnd = 'unreachable' | 'closed' | 'silent' | 'asked-to-return' | 'refused' | 'told-to-stop'
export type LinkNews = 'line' | 'notice' | 'message-deleted' | 'person-banned' | 'person-timed-out' | 'chat-cleared'

export interface LinkOptions {
  readonly server: string
  readonly port: number
  readonly secure: boolean
  /** Lower case, without '#'. */
  readonly channel: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly onState: (state: LinkState) => void
  /** tmi.js's own arguments, unchecked; of a notice its tags and its text. */
  readonly onNews: (news: LinkNews, args: readonly unknown[]) => void
}

/** tmi.js would write what people say to the console; the health says what there is to say. */
const quiet = () => {}
const MUTE = { setLevel: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet }

/** What throws inside tmi.js throws inside a socket's callback and would end the process: one bad line is skipped instead. */
function fence(
  client: tmi.Client,
  method: string,
  before: (argument: unknown) => boolean,
  after: (argument: unknown) => void = () => {},
): void {
  const original: unknown = Reflect.get(client, method)
  if (typeof original !== 'function') throw new Error(`tmi.js has no ${method} in this version`)
  Reflect.set(client, method, (argument: unknown) => {
    if (!before(argument)) return
    try {
      Reflect.apply(original, client, [argument])
      after(argument)
    } catch {
      // The line was no line of chat; what it was nobody needs to know.
    }
  })
}

/** The socket ends now: a polite goodbye over a dead network would hold it open for half a minute. */
function cutOff(client: tmi.Client): void {
  const socket: unknown = Reflect.get(client, 'ws')
  if (typeof socket !== 'object' || socket === null) return
  // Node's own WebSocket, which tmi.js prefers from Node 22 on, knows only close.
  const end: unknown = Reflect.get(socket, 'terminate') ?? Reflect.get(socket, 'close')
  if (typeof end === 'function') Reflect.apply(end, socket, [])
}

/** Resolves when the connection is over, with why; never rejects, never reconnects by itself. Event-loop thread; closes all it opened. */
export function readChannel({ server, port, secure, channel, clock, signal, onState, onNews }: LinkOptions): Promise<LinkEnd> {
  if (signal.aborted) return Promise.resolve('told-to-stop')
  return new Promise((resolve) => {
    const client = new tmi.Client({
      options: { skipMembership: true, skipUpdatingEmotesets: true },
      connection: { server, port, secure, reconnect: false },
      channels: [channel],
      logger: MUTE,
    })
    const startedMs = clock.monotonicMs()
    let lastHeardMs = startedMs
    let askedMs: number | null = null
    let greetedMs: number | null = null
    let joinedMs = 0
    let room: 'unknown' | 'found' | 'missing' = 'unknown'
    let doubtful = false
    let refused = false
    let over = false

    const end = (why: LinkEnd) => {
      if (over) return
      over = true
      stopWatching()
      signal.removeEventListener('abort', stop)
      client.removeAllListeners()
      cutOff(client)
      resolve(why)
    }
    const stop = () => end('told-to-stop')
    const send = (line: string) => void client.raw(line).catch(() => end('closed'))
    const roomIs = (state: 'found' | 'missing') => {
      if (room === state) return
      room = state
      onState(state === 'found' ? 'room-found' : 'room-missing')
    }
    const heard = () => {
      lastHeardMs = clock.monotonicMs()
      askedMs = null
      if (doubtful) onState('alive')
      doubtful = false
      return !over
    }
    /** tmi.js answers RECONNECT and a refused login by half-measures of its own; these two are ours. */
    const decide = (line: unknown) => {
      const { command, params } = ProtocolLine.safeParse(line).data ?? { command: '', params: [] }
      if (command === 'RECONNECT') end('asked-to-return')
      if (command === 'NOTICE' && /login|auth|nick/i.test(params[1] ?? '') && greetedMs === null) refused = true
      return !over
    }
    /** tmi.js's events of a notice leave out what counts (of a resub it passes the streak), so the notice is taken whole. */
    const noticed = (line: unknown) => {
      const { command, params, tags } = TaggedLine.safeParse(line).data ?? { command: '', params: [], tags: {} }
      if (command === 'USERNOTICE' && !over) onNews('notice', [tags, params[1]])
    }
    const watch = () => {
      const now = clock.monotonicMs()
      if (greetedMs === null) {
        if (now - startedMs >= HELLO_WITHIN_MS) end('unreachable')
        return
      }
      if (askedMs === null && now - lastHeardMs >= QUIET_MS) {
        askedMs = now
        send('PING')
      } else if (askedMs !== null && now - askedMs >= DEAF_MS) return end('silent')
      else if (askedMs !== null && !doubtful && now - askedMs >= DOUBT_MS) {
        doubtful = true
        onState('doubtful')
      }
      if (room === 'unknown' && now - greetedMs >= ROOM_WITHIN_MS) roomIs('missing')
      if (room === 'missing' && now - joinedMs >= REJOIN_MS) {
        joinedMs = now
        send(`JOIN #${channel}`)
      }
    }

    const stopWatching = clock.every(WATCH_EVERY_MS, watch)
    signal.addEventListener('abort', stop, { once: true })
    fence(client, '_onMessage', heard)
    fence(client, 'handleMessage', decide, noticed)
    client.on('connected', () => {
      greetedMs = joinedMs = clock.monotonicMs()
      onState('greeted')
    })
    client.on('roomstate', () => roomIs('found'))
    client.on('notice', (_channel: unknown, id: unknown) => {
      if (id === 'msg_channel_suspended' || id === 'tos_ban') onState('room-suspended')
    })
    client.on('disconnected', () => end(refused ? 'refused' : greetedMs === null ? 'unreachable' : 'closed'))
    const wrote = (...args: unknown[]) => {
      // Somebody wrote, so the channel is there.
      roomIs('found')
      onNews('line', args)
    }
    client.on('message', wrote)
    client.on('cheer', wrote)
    client.on('messagedeleted', (...args: unknown[]) => onNews('message-deleted', args))
    client.on('ban', (...args: unknown[]) => onNews('person-banned', args))
    client.on('timeout', (...args: unknown[]) => onNews('person-timed-out', args))
    client.on('clearchat', (...args: unknown[]) => onNews('chat-cleared', args))
    client.connect().catch(() => end(refused ? 'refused' : greetedMs === null ? 'unreachable' : 'closed'))
  })
}
