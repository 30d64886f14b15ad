// One connection to obs-websocket. In: where, and the password. Out: a line to ask over, what happens in OBS, its pulse, and at last why the connection ended. Never comes back by itself.
import type { Ms } from '@psiona/shared'
import { type OBSRequestTypes, OBSWebSocket, OBSWebSocketError } from 'obs-websocket-js/json'
import type { Clock } from '../../clock'
import { OBS_EVENTS, type ObsEvent, SUBSCRIPTIONS } from './obs-events'
import { OBS_CODE, ObsRefusal, obsGone, obsSlow } from './obs-problem'

/** Name, TCP, WebSocket, hello and password; beyond this nobody is there (known within five seconds). */
export const HELLO_WITHIN_MS: Ms = 4500
/** The slowest thing asked for, a large picture, takes one second. */
export const CALL_WITHIN_MS: Ms = 8000
/** OBS is asked so often how it is. */
export const BEAT_EVERY_MS: Ms = 2000
/** Unanswered for so long, the health says so (BEAT + DOUBT < 5 s). */
export const DOUBT_MS: Ms = 2500
/** Unanswered for so long, the connection is given up; OBS may stand still for seconds while a scene loads. */
export const DEAF_MS: Ms = 10_000
const WATCH_EVERY_MS: Ms = 250
/** While a scene collection loads OBS answers 'not ready'. */
const READY_AGAIN_MS: Ms = 250
const MOST_READY_TRIES = 16

const CLOSED = { wrongPassword: 4009, wrongVersion: 4010, sentAway: 4011 } as const

export type LinkEnd =
  | 'unreachable'
  | 'not-obs'
  | 'silent'
  | 'closed'
  | 'no-password'
  | 'wrong-password'
  | 'too-old'
  | 'sent-away'
  | 'told-to-stop'

export interface ObsLine {
  /** The raw answer; undefined where OBS has nothing to say. @throws ObsRefusal, or Problem when OBS is slow or gone */
  call<Request extends keyof OBSRequestTypes>(request: Request, fields?: OBSRequestTypes[Request]): Promise<unknown>
}

export interface LinkOptions {
  readonly host: string
  readonly port: number
  /** '' = none is known. */
  readonly password: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly onOpen: (line: ObsLine) => void
  readonly onEvent: (event: ObsEvent, fields: unknown) => void
  /** GetStats, raw. */
  readonly onBeat: (stats: unknown) => void
  readonly onDoubt: (doubtful: boolean) => void
}

class Client extends OBSWebSocket {
  /** The library would wait half a minute for a goodbye from somebody who is not there. */
  cutOff(): void {
    const socket: unknown = this.socket
    if (typeof socket !== 'object' || socket === null) return
    const end: unknown = Reflect.get(socket, 'terminate')
    if (typeof end === 'function') Reflect.apply(end, socket, [])
  }
}

/** An IPv6 address stands in brackets in an address. */
const addressOf = (host: string, port: number) => `ws://${host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host}:${port}`

/** Resolves when the connection is over, with why; never rejects. Every call that waits then is rejected. Closes all it opened. */
export function holdObsLine(options: LinkOptions): Promise<LinkEnd> {
  const { host, port, password, clock, signal, onOpen, onEvent, onBeat, onDoubt } = options
  if (signal.aborted) return Promise.resolve('told-to-stop')
  return new Promise((resolve) => {
    const client = new Client()
    const waiting = new Set<(cause: Error) => void>()
    const startedMs = clock.monotonicMs()
    let open = false
    let asksPassword = false
    let beatMs = startedMs
    let answered = true
    let doubtful = false
    const over = new AbortController()

    const end = (why: LinkEnd) => {
      if (over.signal.aborted) return
      over.abort()
      stopWatching()
      signal.removeEventListener('abort', stop)
      client.removeAllListeners()
      client.cutOff()
      for (const reject of waiting) reject(obsGone())
      resolve(why)
    }
    const stop = () => end('told-to-stop')
    const fail = (cause: unknown) => {
      const { code, message } = cause instanceof OBSWebSocketError ? cause : { code: 0, message: '' }
      if (code === CLOSED.wrongPassword) end(asksPassword && password === '' ? 'no-password' : 'wrong-password')
      else if (code === CLOSED.wrongVersion || message.includes('subprotocol')) end('too-old')
      else if (code === CLOSED.sentAway) end('sent-away')
      else if (open) end('closed')
      else end(code === 0 || message.startsWith('Unexpected server response') ? 'not-obs' : 'unreachable')
    }

    const once = <Request extends keyof OBSRequestTypes>(request: Request, fields?: OBSRequestTypes[Request]) =>
      new Promise<unknown>((answer, refuse) => {
        if (over.signal.aborted) return refuse(obsGone())
        const settled = new AbortController()
        const settle = (then: () => void) => {
          waiting.delete(lose)
          settled.abort()
          then()
        }
        const lose = (cause: Error) => settle(() => refuse(cause))
        waiting.add(lose)
        void clock.sleep(CALL_WITHIN_MS, settled.signal).then(() => !settled.signal.aborted && lose(obsSlow()))
        client.call(request, fields).then(
          (value) => settle(() => answer(value)),
          (cause) => lose(cause instanceof OBSWebSocketError ? new ObsRefusal(request, cause.code) : obsGone()),
        )
      })
    const line: ObsLine = {
      async call(request, fields) {
        for (let tries = 1; ; tries++)
          try {
            return await once(request, fields)
          } catch (cause) {
            const notReady = cause instanceof ObsRefusal && cause.code === OBS_CODE.notReady
            if (!notReady || tries >= MOST_READY_TRIES) throw cause
            await clock.sleep(READY_AGAIN_MS, over.signal)
          }
      },
    }

    const heard = (stats: unknown) => {
      answered = true
      if (over.signal.aborted) return
      if (doubtful) onDoubt(false)
      doubtful = false
      if (stats !== null) onBeat(stats)
    }
    const watch = () => {
      const silentMs = clock.monotonicMs() - (open ? beatMs : startedMs)
      if (!open) return silentMs >= HELLO_WITHIN_MS ? end('silent') : undefined
      if (answered && silentMs >= BEAT_EVERY_MS) {
        beatMs = clock.monotonicMs()
        answered = false
        // A refusal is a sign of life too; when nothing comes at all, the watch sees it.
        client.call('GetStats').then(heard, () => heard(null))
      } else if (!answered && silentMs >= DEAF_MS) end('silent')
      else if (!answered && !doubtful && silentMs >= DOUBT_MS) {
        doubtful = true
        onDoubt(true)
      }
    }

    const stopWatching = clock.every(WATCH_EVERY_MS, watch)
    signal.addEventListener('abort', stop, { once: true })
    client.on('Hello', ({ authentication }) => {
      asksPassword = authentication !== undefined
    })
    client.on('ConnectionError', (cause) => !open && fail(cause))
    client.on('ConnectionClosed', fail)
    for (const event of OBS_EVENTS) client.on(event, (...fields: readonly unknown[]) => open && onEvent(event, fields[0]))
    client.connect(addressOf(host, port), password || undefined, { eventSubscriptions: SUBSCRIPTIONS }).then(() => {
      if (over.signal.aborted) return
      open = true
      // The first pulse is felt at once.
      beatMs = clock.monotonicMs() - BEAT_EVERY_MS
      onOpen(line)
    }, fail)
  })
}
