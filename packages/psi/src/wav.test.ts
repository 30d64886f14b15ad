// A wav file: the header that every program reads, and samples that never wrap around.
import { SAMPLE_RATE } from '@psiona/shared'
import { expect, it } from 'vitest'
import { type AiMark, markSentence, readMark } from './ai-mark'
import { encodeWav } from './wav'
import { openWav, readWav } from './wav-read'

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

const mark: AiMark = { software: 'Psiona "0.1" & more', engine: 'psi', sourceType: 'algorithmicMedia' }

it('carries a mark that a machine spoke, behind the samples, and can be read as before', () => {
  const pcm = Float32Array.of(0, 0.5, -0.5)
  const bytes = encodeWav(pcm, SAMPLE_RATE, mark)
  expect(new DataView(bytes.buffer).getUint32(4, true)).toBe(bytes.length - 8)
  expect(openWav(bytes).frames).toBe(3)
  expect(readWav(bytes, SAMPLE_RATE)).toEqual(readWav(encodeWav(pcm, SAMPLE_RATE), SAMPLE_RATE))
  expect(readMark(bytes)).toEqual(mark)
  expect(new TextDecoder().decode(bytes)).toContain(markSentence(mark))
  expect(readMark(encodeWav(pcm, SAMPLE_RATE))).toBeNull()
})

it('every chunk of a marked file has an even place and a true length', () => {
  const bytes = encodeWav(Float32Array.of(0, 0.5, -0.5), SAMPLE_RATE, mark)
  const view = new DataView(bytes.buffer)
  const names: string[] = []
  let at = 12
  while (at < bytes.length) {
    names.push(String.fromCharCode(...bytes.subarray(at, at + 4)))
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
  expect(at).toBe(bytes.length)
  expect(names).toEqual(['fmt ', 'data', 'LIST', '_PMX'])
})
