// The /mic namespace. In: microphone packets and switches of pages, phones and programs. Out: PcmChunks of the one that is heard, for whoever listens; the state of the switches, to all of them.
import {
  type MicClientEvents,
  MicMode,
  MicOpen,
  type MicServerEvents,
  PageEars,
  PageTranscript,
  type PcmChunk,
  Problem,
} from '@psiona/shared'
import type { Server } from 'socket.io'
import { z } from 'zod'
import type { House, HouseNews } from '../house'
import { type Channel, channel } from '../streams'
import type { Authority } from './authority'
import { parseMicPacket } from './mic-packet'
import { connectRefusal, type UntrustedNamespace } from './socket-wire'

/** What a page may send again after a gap, and a little: ears that are further behind hear a gap (the sequence shows it), not the past. */
const MAX_WAITING_CHUNKS = 800
/** Microphones whose count is remembered, so that they can go on after a reconnect. */
const MAX_REMEMBERED = 32

type SocketId = string
interface Plugged {
  readonly micId: string
  readonly kind: 'panel' | 'phone' | 'program'
  readonly label: string
}

export interface MicNamespace {
  /** One listener at a time; a second takes over from the first. */
  readonly microphone: AsyncIterable<PcmChunk>
  tell(news: HouseNews): void
  microphones(): number
  close(): void
}

export interface MicOptions {
  readonly authority: Authority
  readonly switches: House['microphone']
}

export function createMicNamespace(io: Server, { authority, switches }: MicOptions): MicNamespace {
  const namespace: UntrustedNamespace<MicClientEvents, MicServerEvents> = io.of('/mic')
  let listener: Channel<PcmChunk> | null = null
  let closed = false
  /** In the order in which they came: she listens to the newest. */
  const plugged = new Map<SocketId, Plugged>()
  /** The newest packet of each microphone; outlives its connection. */
  const lastSequence = new Map<string, number>()
  const heardId = (): SocketId | undefined => [...plugged.keys()].at(-1)

  const plugIn = (id: SocketId, microphone: Plugged) => {
    // The same page on a new connection: what the old one still brings is old.
    for (const [other, { micId }] of plugged) if (micId === microphone.micId) plugged.delete(other)
    // Another device of the same page keeps its place: it is no newer microphone.
    if (plugged.get(id)?.micId !== microphone.micId) plugged.delete(id)
    plugged.set(id, microphone)
    if (heardId() !== id) return
    switches.plugged(microphone)
    switches.pageEars(null)
  }
  const plugOut = (id: SocketId) => {
    const wasHeard = heardId() === id
    plugged.delete(id)
    if (!wasHeard) return
    switches.plugged([...plugged.values()].at(-1) ?? null)
    switches.pageEars(null)
  }
  const remember = (micId: string, sequence: number) => {
    lastSequence.delete(micId)
    lastSequence.set(micId, sequence)
    const oldest = lastSequence.keys().next().value
    if (lastSequence.size > MAX_REMEMBERED && oldest !== undefined) lastSequence.delete(oldest)
  }

  namespace.use((socket, next) => {
    const right = authority.rightOf(socket.request)
    if (right === 'control' || right === 'phone') return next()
    const sentence =
      'The microphone is not signed in. Reload the panel on the machine where Psiona runs, or pair this phone again.'
    next(connectRefusal(new Problem('no-token', 'refused', sentence)))
  })
  namespace.on('connection', (socket) => {
    socket.emit('state', switches.state())
    socket.emit('recognise', switches.pageEarsOrder())
    /** Programs may simply send. */
    const unnamed = (): Plugged => ({ micId: socket.id, kind: 'program', label: 'a program' })
    // Socket.IO hands over an acknowledgement that the untrusted event type does not know.
    socket.on('open', (content: unknown, ...[answer]: unknown[]) => {
      const open = MicOpen.safeParse(content)
      if (!open.success) return
      plugIn(socket.id, open.data)
      if (typeof answer === 'function') answer({ nextSequence: (lastSequence.get(open.data.micId) ?? -1) + 1 })
    })
    socket.on('mute', (content) => {
      const muted = z.boolean().safeParse(content)
      if (muted.success) switches.set({ muted: muted.data })
    })
    socket.on('mode', (content) => {
      const mode = MicMode.safeParse(content)
      if (mode.success) switches.set({ mode: mode.data })
    })
    socket.on('talk', (content) => {
      const held = z.boolean().safeParse(content)
      if (held.success) switches.set({ held: held.data })
    })
    socket.on('page-ears', (content) => {
      const ears = PageEars.safeParse(content)
      if (ears.success && socket.id === heardId()) switches.pageEars(ears.data)
    })
    socket.on('transcript', (content) => {
      const transcript = PageTranscript.safeParse(content)
      if (transcript.success && socket.id === heardId()) switches.pageTranscript(transcript.data)
    })
    socket.on('pcm', (content) => {
      const packet = parseMicPacket(content)
      if (!packet) return
      if (!plugged.has(socket.id)) plugIn(socket.id, unnamed())
      const microphone = plugged.get(socket.id)
      if (!microphone || socket.id !== heardId()) return
      if (packet.sequence <= (lastSequence.get(microphone.micId) ?? -1)) return
      remember(microphone.micId, packet.sequence)
      const gate = switches.gate()
      if (gate !== 'muted') listener?.push({ ...packet, gate, micId: microphone.micId })
    })
    socket.on('disconnect', () => plugOut(socket.id))
  })

  return {
    microphone: {
      [Symbol.asyncIterator]() {
        listener?.close()
        listener = channel(MAX_WAITING_CHUNKS)
        if (closed) listener.close()
        return listener[Symbol.asyncIterator]()
      },
    },
    tell(news) {
      if (news.type === 'microphone-changed') namespace.emit('state', news.microphone)
      if (news.type === 'page-ears-wanted') namespace.emit('recognise', news.order)
    },
    microphones: () => namespace.sockets.size,
    close() {
      closed = true
      listener?.close()
    },
  }
}
