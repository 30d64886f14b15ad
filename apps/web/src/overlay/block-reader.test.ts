import { restFace } from '@psiona/shared/face-frame'
import { encodeBlock } from '@psiona/shared/frame-codec'
import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { BlockReader } from './block-reader'

const bytes = (blockId: number, { epoch = 0, sounds = false } = {}) =>
  encodeBlock({
    blockId,
    epoch,
    atSample: blockId * BLOCK_SAMPLES,
    pcm: sounds ? new Float32Array(BLOCK_SAMPLES).fill(0.5) : null,
    face: restFace(),
    forecast: null,
  })

const setUp = () => {
  const reader = new BlockReader()
  return { reader, read: (given: unknown, nowMs = 0) => reader.read(given, nowMs) }
}

describe('BlockReader', () => {
  it('tells idle silence from a pause and from sound', () => {
    const { reader, read } = setUp()
    reader.subtitle({ turnId: 't', startSample: 10 * BLOCK_SAMPLES, endSample: 20 * BLOCK_SAMPLES })
    expect(read(bytes(9)).elastic).toBe(true)
    expect(read(bytes(10)).elastic).toBe(false)
    expect(read(bytes(21, { sounds: true })).elastic).toBe(false)
  })
  it('takes all silence for idle again after a cut', () => {
    const { reader, read } = setUp()
    reader.subtitle({ turnId: 't', startSample: 0, endSample: 20 * BLOCK_SAMPLES })
    reader.cut()
    expect(read(bytes(1, { epoch: 1 })).elastic).toBe(true)
  })
  it('goes on when the same stream is joined again, and begins anew with another', () => {
    const { reader, read } = setUp()
    reader.linked()
    expect(read(bytes(100)).restart).toBe(false)
    reader.linked()
    expect(read(bytes(140)).restart).toBe(false)
    reader.linked()
    expect(read(bytes(3)).restart).toBe(true)
    expect(read(bytes(4)).restart).toBe(false)
  })
  it('knows another stream that has run for longer by its lower epoch', () => {
    const { reader, read } = setUp()
    reader.linked()
    read(bytes(100, { epoch: 5 }))
    reader.linked()
    expect(read(bytes(200, { epoch: 0 })).restart).toBe(true)
  })
  it('refuses bytes that are no block, and faces of another table', () => {
    const { read } = setUp()
    expect(() => read(new ArrayBuffer(3))).toThrow(RangeError)
    expect(() => read('block')).toThrow(RangeError)
    const strange = encodeBlock({ blockId: 0, epoch: 0, atSample: 0, pcm: null, face: new Float32Array(3), forecast: null })
    expect(() => read(strange)).toThrow(RangeError)
  })
  it('says to hold more silence when it comes unevenly, unless the server keeps pace with what sounds here', () => {
    const { reader, read } = setUp()
    const unevenly = (from: number) => {
      let hold = 0
      for (let i = from; i < from + 300; i++) ({ hold } = read(bytes(i), (i * 1000) / 60 + (i % 5 === 0 ? 100 : 0)))
      return hold
    }
    expect(unevenly(0)).toBe(7)
    reader.sounding = true
    expect(unevenly(300)).toBe(2)
  })
  it('takes no face that is no numbers: it would stick', () => {
    const face = restFace()
    face[3] = Number.NaN
    const block = encodeBlock({ blockId: 0, epoch: 0, atSample: 0, pcm: null, face, forecast: null })
    expect(() => setUp().read(block)).toThrow(RangeError)
  })
})
