import { FACE_CHANNEL_COUNT } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BlockRing, newRingMemory, RING_SLOTS } from './block-ring'

describe('block ring', () => {
  it('hands blocks from writer to reader through shared memory, silent ones without sound, forecasts where there are any', () => {
    const memory = newRingMemory()
    const [writer, reader] = [new BlockRing(memory), new BlockRing(memory)]
    writer.pcm(3).fill(0.5)
    writer.face(3).fill(0.25)
    writer.forecast(3).fill(0.125)
    writer.stamp(3, 7, 1200, true, true)
    const block = reader.read(3)
    expect(block).toMatchObject({ blockId: 3, epoch: 7, atSample: 1200 })
    expect(block?.pcm?.[399]).toBe(0.5)
    expect(block?.face[0]).toBe(0.25)
    expect(block?.forecast?.at(-1)).toBe(0.125)
    expect(reader.read(3)?.face).toHaveLength(FACE_CHANNEL_COUNT)
    writer.stamp(4, 7, 1600, false, false)
    expect(reader.read(4)).toMatchObject({ pcm: null, forecast: null })
  })
  it('gives nothing for a block that has been written over', () => {
    const ring = new BlockRing(newRingMemory())
    ring.stamp(1, 0, 0, false, false)
    ring.stamp(1 + RING_SLOTS, 0, 0, false, false)
    expect(ring.read(1)).toBeNull()
  })
})
