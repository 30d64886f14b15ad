// Blocks to bytes and back.
import { describe, expect, it } from 'vitest'
import { restFace } from './face-frame'
import { CODEC_VERSION, decodeBlock, encodeBlock, type WireBlock } from './frame-codec'
import { BLOCK_SAMPLES } from './units'

const wave = Float32Array.from({ length: BLOCK_SAMPLES }, (_, at) => Math.sin(at / 7) * 0.9)
const block = (more: Partial<WireBlock> = {}): WireBlock => ({
  blockId: 7,
  epoch: 3,
  atSample: 2800,
  pcm: wave,
  face: restFace(),
  ...more,
})
const HEADER_BYTES = 24

describe('frame codec', () => {
  it('[R10] brings a block back: numbers and face exactly, sound to 16 bits', () => {
    const back = decodeBlock(encodeBlock(block()))
    expect([back.blockId, back.epoch, back.atSample]).toEqual([7, 3, 2800])
    expect(back.face).toEqual(restFace())
    for (let at = 0; at < BLOCK_SAMPLES; at++)
      expect(Math.abs((back.pcm?.[at] ?? 9) - (wave[at] ?? 0))).toBeLessThanOrEqual(0.5 / 32_767 + 1e-9)
  })

  it('[R10] brings back the largest numbers a long life reaches', () => {
    const far = { blockId: 2 ** 32 - 1, epoch: 2 ** 32 - 1, atSample: 2 ** 53 - 1 }
    expect(decodeBlock(encodeBlock(block(far)))).toMatchObject(far)
  })

  it('[R10] sends no sound for digital silence', () => {
    const bytes = encodeBlock(block({ pcm: null }))
    expect(bytes.byteLength).toBe(HEADER_BYTES + restFace().byteLength)
    expect(decodeBlock(bytes).pcm).toBeNull()
  })

  it('[R10] clips what is louder than full scale, and is the same after a second trip', () => {
    const loud = decodeBlock(encodeBlock(block({ pcm: Float32Array.from(wave, (value) => value * 4) })))
    expect(Math.max(...(loud.pcm ?? []))).toBe(1)
    expect(Math.min(...(loud.pcm ?? []))).toBe(-1)
    expect(decodeBlock(encodeBlock(loud))).toEqual(loud)
  })

  it('[R10] lays the bytes out as documented, little-endian', () => {
    const view = new DataView(encodeBlock(block({ pcm: new Float32Array(BLOCK_SAMPLES).fill(1) })))
    expect([view.getUint8(0), view.getUint8(1), view.getUint16(2, true)]).toEqual([CODEC_VERSION, 1, restFace().length])
    expect([view.getUint32(4, true), view.getUint32(8, true), view.getFloat64(16, true)]).toEqual([7, 3, 2800])
    expect(view.getInt16(HEADER_BYTES, true)).toBe(32_767)
    expect(view.getFloat32(HEADER_BYTES + BLOCK_SAMPLES * 2, true)).toBe(restFace()[0])
  })

  it('[R11] refuses bytes that are no block of this version', () => {
    const good = encodeBlock(block())
    const changed = (at: number, value: number) => {
      const bytes = good.slice(0)
      new DataView(bytes).setUint8(at, value)
      return bytes
    }
    const wrong = [
      new ArrayBuffer(0),
      good.slice(0, HEADER_BYTES - 1),
      good.slice(0, -1),
      good.slice(0, -4),
      changed(0, 2),
      changed(1, 0),
      changed(2, 1),
    ]
    for (const bytes of wrong) expect(() => decodeBlock(bytes)).toThrow(RangeError)
  })
})
