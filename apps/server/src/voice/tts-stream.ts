// Sound as it comes over a wire. In: bytes cut anywhere: a wav file whose length may be unknown yet, or bare 16-bit samples. Out: pieces of
// one channel, or the name of a format that is neither.
import type { TtsPiece } from '../organs'
import { audible } from './tts-sound'

/** What OpenAI's pcm is, and everybody's after it. */
const BARE_RATE = 24_000
/** Written where a length is not known yet. */
const UNKNOWN_BYTES = 0x7ffff000
const RIFF_BYTES = 12
const CHUNK_BYTES = 8
/** A header with comments in it; sound begins before that. */
const MOST_HEADER_BYTES = 64_000
const PCM = 1
const FLOAT = 3
const EXTENSIBLE = 0xfffe
const SUBFORMAT_BYTE = 24

interface Format {
  readonly sampleRate: number
  readonly channels: number
  readonly frameBytes: number
  readonly sample: (view: DataView, at: number) => number
  /** Null: to the end of the stream. */
  readonly dataBytes: number | null
}

export class OtherFormat extends Error {
  constructor(readonly format: string) {
    super(`sound as ${format}`)
  }
}

/** `contentType`: tells bare samples from what must be looked at, and their rate. @throws OtherFormat, RangeError for what is no sound */
export async function* soundIn(bytes: AsyncIterable<Uint8Array>, contentType: string): AsyncIterable<TtsPiece> {
  let format: Format | null = null
  let sampleRate: number | null = null
  let rest: Uint8Array = new Uint8Array()
  let left = 0
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      if (!format) {
        const found = headOf(rest, contentType)
        if (!found) break
        format = found.format
        left = format.dataBytes ?? Number.POSITIVE_INFINITY
        rest = rest.subarray(found.bytes)
        sampleRate ??= format.sampleRate
        if (sampleRate !== format.sampleRate) throw new RangeError('another rate in the middle')
      }
      const { frameBytes } = format
      const whole = Math.floor(Math.min(rest.length, left) / frameBytes) * frameBytes
      if (whole > 0) yield { pcm: samplesOf(rest.subarray(0, whole), format), sampleRate: format.sampleRate }
      left -= whole
      rest = rest.subarray(whole)
      if (left >= frameBytes || rest.length < 4) break
      // Behind a wav file: comments, or the next one of a server that sends one for each sentence.
      if (startOf(rest) !== 'RIFF') return
      format = null
    }
  }
  if (sampleRate === null) throw new RangeError('no sound came')
}

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4)).toString('latin1')

/** Null: there is too little yet to tell. */
function headOf(bytes: Uint8Array, contentType: string): { format: Format; bytes: number } | null {
  if (bytes.length < 4) return null
  const start = startOf(bytes)
  if (start === 'RIFF') return wavHead(bytes)
  const bare = /^audio\/(?:x-)?(?:pcm|l16|raw)\b/i.test(contentType)
  const other = bare ? null : otherFormat(start, bytes, contentType)
  if (other) throw new OtherFormat(other)
  const rate = Number(/\brate=(\d{4,6})\b/i.exec(contentType)?.[1] ?? BARE_RATE)
  return { format: formatOf(PCM, 1, rate, 16, null), bytes: 0 }
}

function otherFormat(start: string, bytes: Uint8Array, contentType: string): string | null {
  if (start.startsWith('ID3') || /audio\/(?:mpeg|mp3)/i.test(contentType)) return 'MP3'
  if (start === 'OggS' || /audio\/(?:ogg|opus)/i.test(contentType)) return 'Opus'
  if (start === 'fLaC' || /audio\/(?:x-)?flac/i.test(contentType)) return 'FLAC'
  if (/audio\/(?:aac|mp4|webm)/i.test(contentType)) return 'AAC'
  // Frames of MP3 and AAC begin with eleven ones; samples of a quiet beginning do not.
  return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0 && (bytes[1] ?? 0) !== 0xff ? 'MP3' : null
}

function wavHead(bytes: Uint8Array): { format: Format; bytes: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format: ((dataBytes: number | null) => Format) | null = null
  for (let at = RIFF_BYTES; at + CHUNK_BYTES <= bytes.length; ) {
    const name = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    const size = view.getUint32(at + 4, true)
    const content = at + CHUNK_BYTES
    if (name === 'data') {
      if (!format) throw new RangeError('sound of an unknown kind')
      return { format: format(size === 0 || size >= UNKNOWN_BYTES ? null : size), bytes: content }
    }
    if (content + size > MOST_HEADER_BYTES) throw new RangeError('no sound in the file')
    if (name === 'fmt ' && content + size <= bytes.length) {
      const code = view.getUint16(content, true)
      const kind = code === EXTENSIBLE && size > SUBFORMAT_BYTE + 1 ? view.getUint16(content + SUBFORMAT_BYTE, true) : code
      const [channels, rate, bits] = [
        view.getUint16(content + 2, true),
        view.getUint32(content + 4, true),
        view.getUint16(content + 14, true),
      ]
      format = (dataBytes) => formatOf(kind, channels, rate, bits, dataBytes)
    }
    at = content + size + (size % 2)
  }
  return null
}

function formatOf(kind: number, channels: number, sampleRate: number, bits: number, dataBytes: number | null): Format {
  const sample = SAMPLES[`${kind} ${bits}`]
  if (!sample || channels < 1 || channels > 8 || sampleRate < 4000 || sampleRate > 192_000)
    throw new RangeError('sound of an unknown kind')
  return { sampleRate, channels, frameBytes: channels * (bits / 8), sample, dataBytes }
}

const SAMPLES: Readonly<Record<string, Format['sample']>> = {
  [`${PCM} 8`]: (view, at) => (view.getUint8(at) - 128) / 128,
  [`${PCM} 16`]: (view, at) => view.getInt16(at, true) / 32_768,
  [`${PCM} 24`]: (view, at) => (view.getInt8(at + 2) * 65_536 + view.getUint16(at, true)) / 8_388_608,
  [`${PCM} 32`]: (view, at) => view.getInt32(at, true) / 2_147_483_648,
  [`${FLOAT} 32`]: (view, at) => view.getFloat32(at, true),
}

function samplesOf(bytes: Uint8Array, { channels, frameBytes, sample }: Format): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pcm = new Float32Array(bytes.length / frameBytes)
  const step = frameBytes / channels
  for (let i = 0; i < pcm.length; i++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += sample(view, i * frameBytes + channel * step)
    pcm[i] = sum / channels
  }
  return audible(pcm)
}
