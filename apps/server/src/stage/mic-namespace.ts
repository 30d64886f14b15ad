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
  sanitise,
} from '@psiona/shared'
import type { Server } from 'socket.io'
import { z } from 'zod'
import type { House, HouseNews } from '../house'
import { type Channel, channel } from '../streams'
import type { Authority } from './authority'
import { parseMicPacket } from './mic-packet'
import { createPluggedMicrophones } from './plugged-microphones'
import { connectRefusal, type UntrustedNamespace } from './socket-wire'

/** What a page may send again after a gap, and a little: ears that are further behind hear a gap (the sequence shows it), not the past. */
const MAX_WAITING_CHUNKS = 800

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
  /** A switch or an opening that did not go through whole; the connection goes on. */
  readonly onTrouble: (cause: unknown) => void
}

export function createMicNamespace(io: Server, { authority, switches, onTrouble }: MicOptions): MicNamespace {
  const namespace: UntrustedNamespace<MicClientEvents, MicServerEvents> = io.of('/mic')
  let listener: Channel<PcmChunk> | null = null
  let closed = false
  const plugged = createPluggedMicrophones()
  /** Whose connection holds the talk key; null = nobody's, or it was pressed over HTTP. */
  let holder: string | null = null

  const guarded = (work: () => void) => {
    try {
      work()
    } catch (cause) {
      onTrouble(cause)
    }
  }
  const isHeard = (id: string) => plugged.of(id) !== null && plugged.of(id) === plugged.heard()
  const tellHeard = () => {
    const heard = plugged.heard()
    guarded(() => switches.plugged(heard && { micId: heard.micId, kind: heard.kind, label: heard.label }))
    guarded(() => switches.pageEars(heard?.ears ?? null))
  }
  /** Returns the first packet that is lacking. */
  const plugIn = (id: string, open: MicOpen): number => {
    const heardBefore = plugged.heard()?.micId
    const { microphone, superseded } = plugged.plugIn(id, open)
    if (superseded !== null) namespace.sockets.get(superseded)?.disconnect()
    if (isHeard(id) || plugged.heard()?.micId !== heardBefore) tellHeard()
    return microphone.lastSequence + 1
  }

  namespace.use((socket, next) => {
    const right = authority.rightOf(socket.request)
    if (right === 'control' || right === 'phone') return next()
    const sentence =
      'The microphone is not signed in. Reload the panel on the machine where Psiona runs, or pair this phone again.'
    next(connectRefusal(new Problem('no-token', 'refused', sentence)))
  })
  namespace.on('connection', (socket) => {
    const { id } = socket
    const isPhone = authority.rightOf(socket.request) !== 'control'
    const openingOf = ({ micId, kind, label }: MicOpen): MicOpen => ({
      micId,
      kind: isPhone ? 'phone' : kind,
      label: sanitise(label) || 'a microphone',
    })
    guarded(() => {
      socket.emit('state', switches.state())
      socket.emit('recognise', switches.pageEarsOrder())
    })
    const on = (name: keyof MicClientEvents, take: (content: unknown, answer: unknown) => void) => {
      // Socket.IO hands over an acknowledgement that the untrusted event type does not know.
      socket.on(name, (content: unknown, ...[answer]: unknown[]) => guarded(() => take(content, answer)))
    }
    on('open', (content, answer) => {
      const open = MicOpen.safeParse(content)
      if (!open.success) return
      const nextSequence = plugIn(id, openingOf(open.data))
      if (typeof answer === 'function') answer({ nextSequence })
    })
    on('mute', (content) => {
      const muted = z.boolean().safeParse(content)
      if (muted.success) switches.set({ muted: muted.data })
    })
    on('mode', (content) => {
      const mode = MicMode.safeParse(content)
      if (mode.success) switches.set({ mode: mode.data })
    })
    on('talk', (content) => {
      const held = z.boolean().safeParse(content)
      if (!held.success) return
      // Before the switch, whose change may fail to be told when it has been made.
      holder = held.data ? id : null
      if (!switches.set({ held: held.data }).held) holder = null
    })
    on('page-ears', (content) => {
      const ears = PageEars.safeParse(content)
      const microphone = plugged.of(id)
      if (!ears.success || !microphone) return
      microphone.ears = ears.data
      if (isHeard(id)) switches.pageEars(ears.data)
    })
    on('transcript', (content) => {
      const transcript = PageTranscript.safeParse(content)
      if (transcript.success && isHeard(id)) switches.pageTranscript(transcript.data)
    })
    on('pcm', (content) => {
      const packet = parseMicPacket(content)
      if (!packet) return
      // Programs may simply send.
      if (!plugged.of(id)) plugIn(id, openingOf({ micId: id, kind: 'program', label: isPhone ? 'a phone' : 'a program' }))
      const microphone = plugged.of(id)
      if (!microphone || !isHeard(id) || packet.sequence <= microphone.lastSequence) return
      microphone.lastSequence = packet.sequence
      const gate = switches.gate()
      if (gate !== 'muted') listener?.push({ ...packet, gate, micId: microphone.micId })
    })
    socket.on('disconnect', (reason) => {
      if (holder === id) guarded(() => switches.set({ held: false }))
      const wasHeard = isHeard(id)
      plugged.plugOut(id, reason === 'client namespace disconnect')
      if (wasHeard) tellHeard()
    })
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
      if (news.type === 'microphone-changed') {
        if (!news.microphone.held) holder = null
        namespace.emit('state', news.microphone)
      }
      if (news.type === 'page-ears-wanted') namespace.emit('recognise', news.order)
    },
    microphones: () => namespace.sockets.size,
    close() {
      closed = true
      listener?.close()
    },
  }
}
