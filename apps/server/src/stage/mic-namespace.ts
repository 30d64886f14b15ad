// The /mic namespace. In: microphone packets and switches of one control client. Out: PcmChunks for whoever listens; without a listener nothing is kept.
import { MIC_CHUNK_SAMPLES, type MicClientEvents, MicMode, type PcmChunk, Problem } from '@psiona/shared'
import type { Server } from 'socket.io'
import { z } from 'zod'
import { type Channel, channel } from '../streams'
import type { Authority } from './authority'
import { connectRefusal, type UntrustedNamespace } from './socket-wire'

/** One second: ears that are further behind hear a gap (the sequence shows it), not the past. */
const MAX_WAITING_CHUNKS = 50
const HEADER_BYTES = 16
const PACKET_BYTES = HEADER_BYTES + MIC_CHUNK_SAMPLES * 2
const FULL_SCALE = 32_767

/** Layout in mic-wire.ts. Null when the bytes are no such packet. */
export function parseMicPacket(content: unknown): PcmChunk | null {
  if (!(content instanceof Uint8Array) || content.byteLength !== PACKET_BYTES) return null
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const atSample = view.getFloat64(8, true)
  if (!Number.isSafeInteger(atSample) || atSample < 0) return null
  const samples = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, at) =>
    Math.max(-1, view.getInt16(HEADER_BYTES + at * 2, true) / FULL_SCALE),
  )
  return { sequence: view.getUint32(0, true), atSample, samples }
}

export interface MicNamespace {
  /** One listener at a time; a second takes over from the first. */
  readonly microphone: AsyncIterable<PcmChunk>
  microphones(): number
  close(): void
}

export function createMicNamespace(io: Server, authority: Authority): MicNamespace {
  const namespace: UntrustedNamespace<MicClientEvents, Record<never, never>> = io.of('/mic')
  let listener: Channel<PcmChunk> | null = null
  let closed = false
  /** The newest microphone is the one she listens to. */
  let heardId: string | null = null

  namespace.use((socket, next) => {
    if (authority.rightOf(socket.request) === 'control') return next()
    const sentence = 'The microphone is not signed in. Reload the panel on the machine where Psiona runs.'
    next(connectRefusal(new Problem('no-token', 'refused', sentence)))
  })
  namespace.on('connection', (socket) => {
    let muted = false
    let mode: MicMode = 'open'
    let lastSequence = -1
    heardId = socket.id
    socket.on('mute', (content) => {
      muted = z.boolean().catch(muted).parse(content)
    })
    socket.on('mode', (content) => {
      mode = MicMode.catch(mode).parse(content)
    })
    socket.on('pcm', (content) => {
      if (muted || mode === 'muted' || socket.id !== heardId) return
      const chunk = parseMicPacket(content)
      if (!chunk || chunk.sequence <= lastSequence) return
      lastSequence = chunk.sequence
      listener?.push(chunk)
    })
    socket.on('disconnect', () => {
      if (heardId === socket.id) heardId = [...namespace.sockets.keys()].at(-1) ?? null
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
    microphones: () => namespace.sockets.size,
    close() {
      closed = true
      listener?.close()
    },
  }
}
