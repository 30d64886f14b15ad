// A wav file: the header that every program reads, and samples that never wrap around.
import { SAMPLE_RATE } from '@psiona/shared'
import { expect, it } from 'vitest'
import { encodeWav } from './wav'

it('writes 16-bit mono RIFF', () => {
  const bytes = encodeWav(Float32Array.of(0, 1, -1, 0.5, 3, -3), SAMPLE_RATE)
  const view = new DataView(bytes.buffer)
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
  expect([text(0, 4), text(8, 8), text(36, 4)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
  expect(view.getUint32(4, true)).toBe(bytes.length - 8)
  expect([view.getUint16(20, true), view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([
    1, 1, 24_000, 16,
  ])
  expect(view.getUint32(28, true)).toBe(48_000)
  expect(view.getUint32(40, true)).toBe(12)
  expect(Array.from({ length: 6 }, (_, i) => view.getInt16(44 + 2 * i, true))).toEqual([
    0, 32_767, -32_767, 16_384, 32_767, -32_767,
  ])
})
