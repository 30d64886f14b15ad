// VoiceBlock <-> bytes for the overlay wire. Little-endian; sound as 16-bit, face as 32-bit float.
// Layout: u8 version, u8 flags (1 = has sound, 2 = has a forecast), u16 channels, u32 blockId, u32 epoch, u32 spare, f64 atSample, [400 i16],
// channels f32, [forecast, see face-forecast].
import { MOST_FORECAST_BYTES, readForecast, writeForecast } from './face-forecast'
import { FACE_CHANNEL_COUNT } from './face-frame'
import { BLOCK_SAMPLES } from './units'
import type { VoiceBlock } from './voice-block'

export const CODEC_VERSION = 2
const HEADER_BYTES = 24
const HAS_SOUND = 1
const HAS_FORECAST = 2

export type WireBlock = Omit<VoiceBlock, 'lineId'>

export function encodeBlock(block: WireBlock): ArrayBuffer {
  const { pcm, face, forecast } = block
  const soundBytes = pcm ? BLOCK_SAMPLES * 2 : 0
  const fixedBytes = HEADER_BYTES + soundBytes + face.length * 4
  const bytes = new ArrayBuffer(fixedBytes + (forecast ? MOST_FORECAST_BYTES : 0))
  const view = new DataView(bytes)
  view.setUint8(0, CODEC_VERSION)
  view.setUint8(1, (pcm ? HAS_SOUND : 0) | (forecast ? HAS_FORECAST : 0))
  view.setUint16(2, face.length, true)
  view.setUint32(4, block.blockId, true)
  view.setUint32(8, block.epoch, true)
  view.setFloat64(16, block.atSample, true)
  if (pcm) {
    const sound = new Int16Array(bytes, HEADER_BYTES, BLOCK_SAMPLES)
    for (let i = 0; i < BLOCK_SAMPLES; i++) sound[i] = Math.max(-32767, Math.min(32767, Math.round((pcm[i] ?? 0) * 32767)))
  }
  new Float32Array(bytes, HEADER_BYTES + soundBytes, face.length).set(face)
  return forecast ? bytes.slice(0, writeForecast(forecast, face, view, fixedBytes)) : bytes
}

/** @throws RangeError when the bytes are not a block of this version. */
export function decodeBlock(bytes: ArrayBuffer): WireBlock {
  if (bytes.byteLength < HEADER_BYTES) throw new RangeError('block too short')
  const view = new DataView(bytes)
  if (view.getUint8(0) !== CODEC_VERSION) throw new RangeError(`block codec ${view.getUint8(0)}, expected ${CODEC_VERSION}`)
  const flags = view.getUint8(1)
  if ((flags & ~(HAS_SOUND | HAS_FORECAST)) !== 0) throw new RangeError(`block flags ${flags}`)
  const channels = view.getUint16(2, true)
  const soundBytes = (flags & HAS_SOUND) !== 0 ? BLOCK_SAMPLES * 2 : 0
  const fixedBytes = HEADER_BYTES + soundBytes + channels * 4
  const foretells = (flags & HAS_FORECAST) !== 0
  if (foretells && channels !== FACE_CHANNEL_COUNT) throw new RangeError(`forecast for a face of ${channels} channels`)
  if (foretells ? bytes.byteLength < fixedBytes : bytes.byteLength !== fixedBytes)
    throw new RangeError('block length does not fit its header')
  const pcm = soundBytes > 0 ? Float32Array.from(new Int16Array(bytes, HEADER_BYTES, BLOCK_SAMPLES), (v) => v / 32767) : null
  const face = new Float32Array(bytes.slice(HEADER_BYTES + soundBytes, fixedBytes))
  return {
    blockId: view.getUint32(4, true),
    epoch: view.getUint32(8, true),
    atSample: view.getFloat64(16, true),
    pcm,
    face,
    forecast: foretells ? readForecast(view, fixedBytes, face) : null,
  }
}
