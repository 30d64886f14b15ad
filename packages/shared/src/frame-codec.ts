// VoiceBlock <-> bytes for the overlay wire. Little-endian; sound as 16-bit, face as 32-bit float.
// Layout: u8 version, u8 flags (1 = has sound), u16 channels, u32 blockId, u32 epoch, u32 spare, f64 atSample, [400 i16], channels f32.
import { BLOCK_SAMPLES } from './units'
import type { VoiceBlock } from './voice-block'

export const CODEC_VERSION = 1
const HEADER_BYTES = 24
const HAS_SOUND = 1

export type WireBlock = Omit<VoiceBlock, 'lineId'>

export function encodeBlock(block: WireBlock): ArrayBuffer {
  const soundBytes = block.pcm ? BLOCK_SAMPLES * 2 : 0
  const bytes = new ArrayBuffer(HEADER_BYTES + soundBytes + block.face.length * 4)
  const view = new DataView(bytes)
  view.setUint8(0, CODEC_VERSION)
  view.setUint8(1, block.pcm ? HAS_SOUND : 0)
  view.setUint16(2, block.face.length, true)
  view.setUint32(4, block.blockId, true)
  view.setUint32(8, block.epoch, true)
  view.setFloat64(16, block.atSample, true)
  if (block.pcm) {
    const sound = new Int16Array(bytes, HEADER_BYTES, BLOCK_SAMPLES)
    for (let i = 0; i < BLOCK_SAMPLES; i++) sound[i] = Math.max(-32767, Math.min(32767, Math.round((block.pcm[i] ?? 0) * 32767)))
  }
  new Float32Array(bytes, HEADER_BYTES + soundBytes).set(block.face)
  return bytes
}

/** @throws RangeError when the bytes are not a block of this version. */
export function decodeBlock(bytes: ArrayBuffer): WireBlock {
  if (bytes.byteLength < HEADER_BYTES) throw new RangeError('block too short')
  const view = new DataView(bytes)
  if (view.getUint8(0) !== CODEC_VERSION) throw new RangeError(`block codec ${view.getUint8(0)}, expected ${CODEC_VERSION}`)
  const hasSound = (view.getUint8(1) & HAS_SOUND) !== 0
  const channels = view.getUint16(2, true)
  const soundBytes = hasSound ? BLOCK_SAMPLES * 2 : 0
  if (bytes.byteLength !== HEADER_BYTES + soundBytes + channels * 4) throw new RangeError('block length does not fit its header')
  const pcm = hasSound ? Float32Array.from(new Int16Array(bytes, HEADER_BYTES, BLOCK_SAMPLES), (v) => v / 32767) : null
  return {
    blockId: view.getUint32(4, true),
    epoch: view.getUint32(8, true),
    atSample: view.getFloat64(16, true),
    pcm,
    face: new Float32Array(bytes.slice(HEADER_BYTES + soundBytes)),
  }
}
