// Whether a recording may serve as a voice to imitate. In: the bytes of a file. Out: its length in seconds, or a Problem that says what to
// record instead. Looks at the heads of its chunks and at how loud it is; never trusts a size that the file states.
import { Problem } from '@psiona/shared'

const LEAST_SECONDS = 3
const MOST_SECONDS = 60
export const MOST_BYTES = 16_000_000
const PCM = 1
const FLOAT = 3
const EXTENSIBLE = 0xfffe
const SUBFORMAT_BYTE = 24
/** −40 dB of full scale: less is silence in any room. */
const QUIET = 0.01

const refused = (sentence: string) =>
  new Problem('reference-refused', 'input', `${sentence} Record 3 to 60 seconds of clear speech as a wav file.`)

/** @throws Problem 'reference-refused' */
export function secondsOfReference(bytes: Uint8Array): number {
  if (bytes.length > MOST_BYTES) throw refused('The recording is larger than 16 MB.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const letters = (at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
  if (letters(0) !== 'RIFF' || letters(8) !== 'WAVE') throw refused('The recording is no wav file.')
  let format: { code: number; channels: number; rate: number; bits: number } | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const content = at + 8
    if (letters(at) === 'fmt ' && size >= 16 && content + size <= bytes.length) {
      const code = view.getUint16(content, true)
      format = {
        code: code === EXTENSIBLE && size > SUBFORMAT_BYTE + 1 ? view.getUint16(content + SUBFORMAT_BYTE, true) : code,
        channels: view.getUint16(content + 2, true),
        rate: view.getUint32(content + 4, true),
        bits: view.getUint16(content + 14, true),
      }
    }
    if (letters(at) === 'data') {
      if (!format) break
      return secondsOf(view, format, content, Math.min(size, bytes.length - content))
    }
    at = content + size + (size % 2)
  }
  throw refused('The recording holds no sound.')
}

function secondsOf(
  view: DataView,
  { code, channels, rate, bits }: { code: number; channels: number; rate: number; bits: number },
  from: number,
  dataBytes: number,
): number {
  const sample = code === PCM && bits === 16 ? 2 : code === PCM && bits === 24 ? 3 : code === FLOAT && bits === 32 ? 4 : 0
  if (sample === 0 || channels < 1 || channels > 2 || rate < 16_000 || rate > 192_000)
    throw refused('The recording is of an unusual kind: 16 kHz or more, mono or stereo, 16 or 24 bit or float is needed.')
  const seconds = Math.floor(dataBytes / (channels * sample)) / rate
  if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) throw refused(`The recording is ${seconds.toFixed(1)} seconds long.`)
  const valueAt = (at: number) =>
    sample === 2 ? view.getInt16(at, true) / 32_768 : sample === 3 ? view.getInt8(at + 2) / 128 : view.getFloat32(at, true)
  for (let at = from; at + sample <= from + dataBytes; at += sample) if (Math.abs(valueAt(at)) >= QUIET) return seconds
  throw refused('The recording is silent.')
}
