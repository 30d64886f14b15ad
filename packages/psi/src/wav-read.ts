// The bytes of a wav file flow in, mono samples in −1..1 flow out, at the file's rate or at another. Never trusts a size that the file states.
import { type Hertz, Problem } from '@psiona/shared'
import { RateConverter } from './rate-converter'

/** What a recorder gives in an hour is as much as anybody wants looked at in one go. */
const LONGEST_SECONDS = 3600
const LEAST_RATE_HZ = 4_000
const MOST_RATE_HZ = 768_000
const MOST_CHANNELS = 64

const RIFF_HEADER_BYTES = 12
const CHUNK_HEADER_BYTES = 8
const LEAST_FORMAT_BYTES = 16
/** Where WAVE_FORMAT_EXTENSIBLE names the format that it stands for. */
const SUBFORMAT_BYTE = 24
const PCM = 1
const FLOAT = 3
const EXTENSIBLE = 0xfffe

export interface WavSound {
  readonly rateHz: Hertz
  /** Samples of one channel. */
  readonly frames: number
  /** Channels mixed down, from `fromFrame` on; fills `out`, with silence behind the end. */
  read(fromFrame: number, out: Float32Array): void
}

interface Format {
  readonly code: number
  readonly channels: number
  readonly rateHz: Hertz
  /** Of one sample of one channel. */
  readonly sampleBytes: number
}

/** @throws Problem when it is no wav file, one of another kind, or too long. */
export function openWav(bytes: Uint8Array): WavSound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = bytes.length < RIFF_HEADER_BYTES ? '' : fourLetters(view, 0)
  if ((kind !== 'RIFF' && kind !== 'RF64') || fourLetters(view, 8) !== 'WAVE')
    throw new Problem('not-a-wav', 'input', 'That is not a wav file. Give a RIFF wav file with PCM or float samples.')
  const { format, dataStart, dataBytes } = chunks(view)
  const frameBytes = format.channels * format.sampleBytes
  const frames = Math.floor(dataBytes / frameBytes)
  if (frames / format.rateHz > LONGEST_SECONDS)
    throw new Problem('wav-too-long', 'input', 'The wav file is longer than one hour. Cut it into shorter ones.')
  const sampleAt = reader(view, format)
  return {
    rateHz: format.rateHz,
    frames,
    read(fromFrame, out) {
      for (let i = 0; i < out.length; i++) {
        const frame = fromFrame + i
        let sum = 0
        if (frame >= 0 && frame < frames)
          for (let c = 0; c < format.channels; c++) sum += sampleAt(dataStart + frame * frameBytes + c * format.sampleBytes)
        out[i] = sum / format.channels
      }
    },
  }
}

/** The whole file as mono at `rateHz`. @throws Problem as openWav. */
export function readWav(bytes: Uint8Array, rateHz: Hertz): Float32Array {
  const sound = openWav(bytes)
  const samples = new Float32Array(Math.ceil((sound.frames * rateHz) / sound.rateHz))
  if (sound.rateHz === rateHz) {
    sound.read(0, samples)
    return samples
  }
  const converter = new RateConverter(sound.rateHz, rateHz)
  const piece = new Float32Array(sound.rateHz)
  let filled = 0
  const keep = (converted: Float32Array) => {
    samples.set(converted, filled)
    filled += converted.length
  }
  for (let frame = 0; frame < sound.frames; frame += piece.length) {
    const part = piece.subarray(0, sound.frames - frame)
    sound.read(frame, part)
    converter.push(part, keep)
  }
  converter.end(keep)
  return samples
}

const broken = () =>
  new Problem('wav-broken', 'input', 'The wav file has no sound in it that can be found. Record or convert it again.')

const fourLetters = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

/** Walks the chunks up to the data. Writers that were cut off, or wrote into a pipe, leave sizes of 0, of 2³²−1 or too large. */
function chunks(view: DataView): { format: Format; dataStart: number; dataBytes: number } {
  let format: Format | null = null
  for (let at = RIFF_HEADER_BYTES; at + CHUNK_HEADER_BYTES <= view.byteLength; ) {
    const name = fourLetters(view, at)
    const start = at + CHUNK_HEADER_BYTES
    const left = view.byteLength - start
    const stated = view.getUint32(at + 4, true)
    if (name === 'fmt ') format = formatAt(view, start, Math.min(stated, left))
    if (name === 'data') {
      if (!format) throw broken()
      const neverClosed = stated === 0 && view.getUint32(4, true) + CHUNK_HEADER_BYTES !== view.byteLength
      return { format, dataStart: start, dataBytes: neverClosed ? left : Math.min(stated, left) }
    }
    at = start + stated + (stated % 2)
  }
  throw broken()
}

function formatAt(view: DataView, start: number, length: number): Format {
  if (length < LEAST_FORMAT_BYTES) throw broken()
  const stated = view.getUint16(start, true)
  const code = stated === EXTENSIBLE && length >= SUBFORMAT_BYTE + 2 ? view.getUint16(start + SUBFORMAT_BYTE, true) : stated
  const channels = view.getUint16(start + 2, true)
  const rateHz = view.getUint32(start + 4, true)
  const sampleBytes = Math.ceil(view.getUint16(start + 14, true) / 8)
  if (channels < 1 || channels > MOST_CHANNELS || rateHz < LEAST_RATE_HZ || rateHz > MOST_RATE_HZ)
    throw new Problem(
      'wav-unsupported',
      'input',
      `The wav file states ${channels} channels at ${rateHz} Hz. Convert it to 1 to ${MOST_CHANNELS} channels at ${LEAST_RATE_HZ} Hz or more.`,
    )
  const known = code === PCM ? sampleBytes >= 1 && sampleBytes <= 4 : code === FLOAT && (sampleBytes === 4 || sampleBytes === 8)
  if (!known)
    throw new Problem(
      'wav-unsupported',
      'input',
      'The wav file is compressed or of an unknown format. Convert it to PCM with 8, 16, 24 or 32 bits, or to float.',
    )
  return { code, channels, rateHz, sampleBytes }
}

/** The sample at a byte. PCM fills its bytes from the top, so that its bits need not be known; 8 bits have their zero at 128. Float may
 *  hold anything: what is no number is silence, what is beyond full scale is clipped. */
function reader(view: DataView, { code, sampleBytes }: Format): (at: number) => number {
  if (code === FLOAT) {
    const stored = sampleBytes === 4 ? (at: number) => view.getFloat32(at, true) : (at: number) => view.getFloat64(at, true)
    return (at) => {
      const value = stored(at)
      return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0
    }
  }
  if (sampleBytes === 1) return (at) => (view.getUint8(at) - 128) / 2 ** 7
  if (sampleBytes === 2) return (at) => view.getInt16(at, true) / 2 ** 15
  if (sampleBytes === 3) return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 2 ** 16) / 2 ** 23
  return (at) => view.getInt32(at, true) / 2 ** 31
}
