// One packet of microphone sound. In: bytes as in mic-wire.ts. Out: their place and samples, or null when they are no such packet.
import { MIC_CHUNK_SAMPLES, type PcmChunk } from '@psiona/shared'

const HEADER_BYTES = 16
const PACKET_BYTES = HEADER_BYTES + MIC_CHUNK_SAMPLES * 2
const FULL_SCALE = 32_767

export function parseMicPacket(content: unknown): Omit<PcmChunk, 'gate' | 'micId'> | null {
  if (!(content instanceof Uint8Array) || content.byteLength !== PACKET_BYTES) return null
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const atSample = view.getFloat64(8, true)
  if (!Number.isSafeInteger(atSample) || atSample < 0) return null
  const samples = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, at) =>
    Math.max(-1, view.getInt16(HEADER_BYTES + at * 2, true) / FULL_SCALE),
  )
  return { sequence: view.getUint32(0, true), atSample, samples }
}
