// Samples in −1..1 flow in, the bytes of a 16-bit mono RIFF file flow out; with a mark, they say at their end that a machine spoke.
import { type AiMark, markChunks } from './ai-mark'

const HEADER_BYTES = 44
const BYTES_PER_SAMPLE = 2

export function encodeWav(pcm: Float32Array, sampleRate: number, mark?: AiMark): Uint8Array {
  const dataBytes = pcm.length * BYTES_PER_SAMPLE
  const marked = mark ? markChunks(mark) : new Uint8Array(0)
  const bytes = new Uint8Array(HEADER_BYTES + dataBytes + marked.length)
  const view = new DataView(bytes.buffer)
  const text = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i))
  }
  text(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * BYTES_PER_SAMPLE, true)
  view.setUint16(32, BYTES_PER_SAMPLE, true)
  view.setUint16(34, 8 * BYTES_PER_SAMPLE, true)
  text(36, 'data')
  view.setUint32(40, dataBytes, true)
  for (let i = 0; i < pcm.length; i++) {
    const sample = Math.min(1, Math.max(-1, pcm[i]!))
    view.setInt16(HEADER_BYTES + i * BYTES_PER_SAMPLE, Math.round(sample * 32_767), true)
  }
  bytes.set(marked, HEADER_BYTES + dataBytes)
  return bytes
}
