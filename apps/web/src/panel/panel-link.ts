// In: the /panel socket of the server this page came from. Out: its events, parsed and dispatched; retries every second, for ever.
import { io, type Socket } from 'socket.io-client'
import { dispatch, micLevel, outputLevel } from './panel-store'
import { isEventName, SERVER_EVENTS, type ServerEvent } from './server-events'

/** The promise on the screen is "every second", so no back-off and no dice. */
const RETRY_MS = 1000

let socket: Socket | null = null

function arrived(name: string, raw: unknown): void {
  if (!isEventName(name)) return
  const parsed = SERVER_EVENTS[name].safeParse(raw)
  if (!parsed.success) {
    dispatch({ type: 'link-outdated' })
    return
  }
  // The schema was looked up by the name, so name and data belong together.
  const event = { type: name, data: parsed.data } as ServerEvent
  if (event.type === 'level') outputLevel.set({ dbfs: event.data, atMs: performance.now() })
  else if (event.type === 'mic-level') micLevel.set({ dbfs: event.data, atMs: performance.now() })
  else dispatch(event)
}

export function connectPanel(): () => void {
  const link = io('/panel', {
    transports: ['websocket'],
    reconnectionDelay: RETRY_MS,
    reconnectionDelayMax: RETRY_MS,
    randomizationFactor: 0,
    timeout: 5000,
  })
  socket = link
  link.onAny(arrived)
  link.on('disconnect', (reason) => {
    dispatch({ type: 'link-lost', at: Date.now() })
    // A server that closes on purpose is not retried by the library.
    if (reason === 'io server disconnect') link.connect()
  })
  let knock = 0
  link.on('connect_error', (error) => {
    // `active` means a transport failure that is retried; otherwise the server answered and said no.
    if (link.active) return dispatch({ type: 'link-lost', at: Date.now() })
    dispatch({ type: 'link-refused', at: Date.now(), reason: error.message })
    knock = window.setTimeout(() => link.connect(), RETRY_MS)
  })
  return () => {
    window.clearTimeout(knock)
    link.close()
    socket = null
  }
}

/** Someone does not want to wait for the next second. */
export const tryNow = (): void => {
  if (socket && !socket.connected) socket.disconnect().connect()
}
