import { expect, test } from 'vitest'
import { bytesOfBase64, readWav, soundColumns } from './wav-sound'

/** With a piece of odd length before the sound, as some programs write. */
function wav(samples: readonly number[], bits = 16): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + 24 + 12 + 8 + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  word(0, 'RIFF')
  word(8, 'WAVE')
  word(12, 'fmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, 16_000, true)
  view.setUint16(34, bits, true)
  word(36, 'LIST')
  view.setUint32(40, 3, true)
  word(48, 'data')
  view.setUint32(52, samples.length * 2, true)
  for (const [index, sample] of samples.entries()) view.setInt16(56 + index * 2, sample, true)
  return bytes
}

test('the sound is found behind other pieces', () => {
  expect(readWav(wav([1, -2, 3]))).toEqual({ rateHz: 16_000, samples: Int16Array.of(1, -2, 3) })
})

test('other files, and other kinds of wav, are not read', () => {
  expect(readWav(new Uint8Array(4))).toBeNull()
  expect(readWav(new Uint8Array(64))).toBeNull()
  expect(readWav(wav([1], 24))).toBeNull()
})

test('each column keeps its extremes', () => {
  expect(soundColumns(Int16Array.of(0, 16_384, -32_768, 0), 2)).toEqual([
    { low: 0, high: 0.5 },
    { low: -1, high: 0 },
  ])
  expect(soundColumns(new Int16Array(0), 1)).toEqual([{ low: 0, high: 0 }])
})

test('base64 becomes its bytes', () => {
  expect([...bytesOfBase64('AP8Q')]).toEqual([0, 255, 16])
})
