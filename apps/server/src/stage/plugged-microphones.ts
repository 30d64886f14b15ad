// Which microphones are plugged in, and which of them is heard. In: openings and ends of connections, numbers of packets. Out: the one that is heard; what is known of each, also after its connection broke.
import type { MicOpen, PageEars } from '@psiona/shared'

/** Microphones that are known without being plugged in, so that they can go on after a reconnect. */
const MAX_KNOWN = 32

type SocketId = string

export interface PluggedMicrophone extends MicOpen {
  /** The newest packet that came; −1 = none yet. */
  lastSequence: number
  /** What its page can recognise by itself; null = it has not said. */
  ears: PageEars | null
}

interface Known extends PluggedMicrophone {
  /** Its connection; null = it has none now. */
  socketId: SocketId | null
  /** The higher, the newer; null = it has left and comes back as a new one. */
  place: number | null
}

export interface PluggedMicrophones {
  /** The newest. */
  heard(): PluggedMicrophone | null
  of(socketId: SocketId): PluggedMicrophone | null
  /** `superseded`: the older connection of the same microphone; what it still brings is old. */
  plugIn(socketId: SocketId, open: MicOpen): { readonly microphone: PluggedMicrophone; readonly superseded: SocketId | null }
  /** `left`: it was switched off; otherwise its connection broke, and when it is back it is no newer than it was. */
  plugOut(socketId: SocketId, left: boolean): void
}

export function createPluggedMicrophones(): PluggedMicrophones {
  /** By micId, the one that has been in use longest ago first. */
  const known = new Map<string, Known>()
  let places = 0
  const plugged = () => [...known.values()].filter(({ socketId }) => socketId !== null)
  const of = (id: SocketId) => plugged().find(({ socketId }) => socketId === id) ?? null
  const plugOut = (id: SocketId, left: boolean) => {
    const microphone = of(id)
    if (!microphone) return
    microphone.socketId = null
    if (left) Object.assign(microphone, { place: null, ears: null })
    keep(microphone)
    const away = [...known.values()].filter(({ socketId }) => socketId === null)
    for (const { micId } of away.slice(0, -MAX_KNOWN)) known.delete(micId)
  }
  const keep = (microphone: Known) => {
    known.delete(microphone.micId)
    known.set(microphone.micId, microphone)
  }
  return {
    of,
    plugOut,
    heard: () => plugged().reduce<Known | null>((newest, one) => ((one.place ?? 0) > (newest?.place ?? 0) ? one : newest), null),
    plugIn(socketId, open) {
      const before = known.get(open.micId)
      const superseded = before?.socketId !== socketId ? (before?.socketId ?? null) : null
      // A connection that now brings another microphone has switched off the one it had.
      if (before?.socketId !== socketId) plugOut(socketId, true)
      const place = before?.place ?? ++places
      const { lastSequence, ears } = before ?? { lastSequence: -1, ears: null }
      const microphone: Known = { ...open, socketId, place, lastSequence, ears }
      keep(microphone)
      return { microphone, superseded }
    },
  }
}
