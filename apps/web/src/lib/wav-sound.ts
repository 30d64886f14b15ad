// In: a wav file of 16-bit mono. Out: its loudest and lowest points, column by column, for a picture of it.
export interface WavSound {
  readonly rateHz: number
  readonly samples: Int16Array
}

export interface SoundColumn {
  /** -1..1. */
  readonly low: number
  readonly high: number
}

const text = (view: DataView, at: number) => String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))

export const bytesOfBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** Null when it is no such file. */
export function readWav(bytes: Uint8Array<ArrayBuffer>): WavSound | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12 || text(view, 0) !== 'RIFF' || text(view, 8) !== 'WAVE') return null
  let rateHz = 0
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = text(view, at)
    const start = at + 8
    const length = Math.min(view.getUint32(at + 4, true), view.byteLength - start)
    if (name === 'fmt ' && length >= 16) {
      const fits =
        view.getUint16(start, true) === 1 && view.getUint16(start + 2, true) === 1 && view.getUint16(start + 14, true) === 16
      if (!fits) return null
      rateHz = view.getUint32(start + 4, true)
    }
    if (name === 'data') {
      if (rateHz === 0) return null
      const samples = new Int16Array(length >> 1)
      for (let index = 0; index < samples.length; index++) samples[index] = view.getInt16(start + index * 2, true)
      return { rateHz, samples }
    }
    // Pieces begin at even places.
    at = start + length + (length & 1)
  }
  return null
}

export function soundColumns(samples: Int16Array, count: number): SoundColumn[] {
  return Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * samples.length) / count)
    const to = Math.floor(((column + 1) * samples.length) / count)
    let low = 0
    let high = 0
    for (let at = from; at < to; at++) {
      const value = samples[at]! / 32768
      if (value < low) low = value
      if (value > high) high = value
    }
    return { low, high }
  })
}
