import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { BlockQueue, type QueuedBlock } from './block-queue'

const QUANTUM = 128

/** A queue whose listener notes what it is told; sound blocks carry their id in every sample. */
function setUp() {
  const told: string[] = []
  const queue = new BlockQueue({
    began: (blockId, atSample) => told.push(`${blockId}@${atSample}`),
    held: (atSample) => told.push(`held@${atSample}`),
  })
  const read = (samples: number) => {
    const heard: number[] = []
    const out = new Float32Array(QUANTUM)
    for (let left = samples; left > 0; left -= QUANTUM) {
      const length = Math.min(QUANTUM, left)
      queue.read(out, length)
      heard.push(...out.subarray(0, length))
    }
    return heard
  }
  return { told, queue, read, block }
}

const block = (blockId: number, kind: 'sound' | 'pause' | 'idle', epoch = 0): QueuedBlock => ({
  blockId,
  epoch,
  atSample: blockId * BLOCK_SAMPLES,
  pcm: kind === 'sound' ? new Float32Array(BLOCK_SAMPLES).fill(blockId / 100) : null,
  elastic: kind === 'idle',
  hold: 2,
})
const blocksHeard = (samples: number[]) => [...new Set(samples)].map((sample) => Math.round(sample * 100))

describe('BlockQueue', () => {
  it('plays blocks in order, sample for sample, across quanta', () => {
    const { queue, read, told } = setUp()
    for (const id of [1, 2, 3]) queue.push(block(id, 'sound'))
    const heard = read(3 * BLOCK_SAMPLES)
    for (const id of [1, 2, 3])
      expect(heard.slice((id - 1) * BLOCK_SAMPLES, id * BLOCK_SAMPLES).every((s) => s === Math.fround(id / 100))).toBe(true)
    expect(told).toEqual(['1@400', '2@800', '3@1200'])
  })

  it('lets speech begin after at most one block of the silence that was queued', () => {
    const { queue, read } = setUp()
    for (const id of [1, 2, 3]) queue.push(block(id, 'idle'))
    read(100)
    queue.push(block(4, 'sound'))
    const heard = read(BLOCK_SAMPLES)
    expect(heard.findIndex((sample) => sample > 0)).toBe(BLOCK_SAMPLES - 100)
    expect(queue.counts.skipped).toBe(2)
  })

  it('skips idle silence that piles up, and none that does not', () => {
    const { queue } = setUp()
    for (let id = 1; id <= 5; id++) queue.push(block(id, 'idle'))
    expect(queue.counts.skipped).toBe(0)
    queue.push(block(6, 'idle'))
    expect(queue.counts.skipped).toBe(3)
  })

  it('never shortens a pause inside speech', () => {
    const { queue, read } = setUp()
    queue.push(block(1, 'sound'))
    for (let id = 2; id <= 21; id++) queue.push(block(id, 'pause'))
    queue.push(block(22, 'sound'))
    const heard = read(22 * BLOCK_SAMPLES)
    expect(heard.indexOf(Math.fround(0.22))).toBe(21 * BLOCK_SAMPLES)
    expect(queue.counts.skipped).toBe(0)
  })

  it('keeps all of the sound when it is sent far ahead', () => {
    const { queue, read } = setUp()
    for (let id = 1; id <= 24; id++) queue.push(block(id, 'sound'))
    expect(blocksHeard(read(24 * BLOCK_SAMPLES))).toEqual(Array.from({ length: 24 }, (_, i) => i + 1))
  })

  it('holds silence and its place when speech runs dry, and goes on with the next block', () => {
    const { queue, read, told } = setUp()
    queue.push(block(1, 'sound'))
    const heard = read(BLOCK_SAMPLES + QUANTUM)
    expect(heard.slice(BLOCK_SAMPLES)).toEqual(new Array(QUANTUM).fill(0))
    expect(queue.counts.underruns).toBe(1)
    queue.push(block(2, 'sound'))
    read(QUANTUM)
    expect(told).toEqual(['1@400', 'held@800', '2@800'])
  })

  it('waits for two blocks of idle silence before it runs again', () => {
    const { queue, read, told } = setUp()
    queue.push(block(1, 'idle'))
    read(QUANTUM)
    expect(told).toEqual([])
    queue.push(block(2, 'idle'))
    read(QUANTUM)
    expect(told).toEqual(['1@400'])
    expect(queue.counts.underruns).toBe(0)
  })

  it('holds as much idle silence as it is told to, and lets speech begin as early as ever', () => {
    const { queue, read, told } = setUp()
    const idle = (id: number) => queue.push({ ...block(id, 'idle'), hold: 8 })
    for (let id = 1; id <= 7; id++) idle(id)
    read(QUANTUM)
    expect(told).toEqual([])
    for (let id = 8; id <= 11; id++) idle(id)
    read(QUANTUM)
    expect([told.length, queue.counts.skipped]).toEqual([1, 0])
    queue.push(block(12, 'sound'))
    expect(read(BLOCK_SAMPLES).findIndex((sample) => sample > 0)).toBe(BLOCK_SAMPLES - QUANTUM)
    read(BLOCK_SAMPLES)
    idle(13)
    queue.push({ ...block(14, 'idle'), hold: 2 })
    for (let id = 15; id <= 19; id++) queue.push(block(id, 'idle'))
    expect(queue.counts.skipped).toBe(13)
  })

  it('fades what sounds within the fade of a cut and drops the rest of its epoch', () => {
    const { queue, read } = setUp()
    for (const id of [50, 51, 52]) queue.push(block(id, 'sound'))
    read(QUANTUM)
    queue.cut(1, 120)
    queue.push(block(53, 'sound', 0))
    queue.push(block(60, 'sound', 1))
    const heard = read(200)
    expect(heard[0]).toBeCloseTo(0.5, 2)
    for (let i = 1; i < 120; i++) expect(heard[i]).toBeLessThan(heard[i - 1]!)
    expect(heard[119]).toBe(0)
    expect(heard[120]).toBeCloseTo(0.6)
    expect(queue.counts.outdated).toBe(1)
  })

  it('fades across the end of a block', () => {
    const { queue, read } = setUp()
    queue.push(block(50, 'sound'))
    queue.push(block(50, 'sound'))
    read(BLOCK_SAMPLES - 10)
    queue.cut(1, 120)
    expect(read(120)[60]).toBeCloseTo(0.5 * (1 - 61 / 120))
  })

  it('takes a cut twice for one', () => {
    const { queue, read } = setUp()
    queue.push(block(50, 'sound'))
    read(QUANTUM)
    queue.cut(1, 120)
    const before = read(10)
    queue.cut(1, 120)
    expect(read(1)[0]).toBeLessThan(before[9]!)
  })

  it('takes a block of a later epoch for the cut that was lost', () => {
    const { queue, read } = setUp()
    for (const id of [50, 51]) queue.push(block(id, 'sound'))
    read(QUANTUM)
    queue.push(block(70, 'sound', 2))
    expect(blocksHeard(read(200)).at(-1)).toBe(70)
  })

  it('starts anew with another stream whose epochs are lower', () => {
    const { queue, read, told } = setUp()
    queue.push(block(50, 'sound', 7))
    read(QUANTUM)
    queue.restart()
    // Its place in the old stream is none in the new one.
    read(200)
    queue.push(block(1, 'sound', 0))
    expect(blocksHeard(read(200)).at(-1)).toBe(1)
    expect(told).toEqual(['50@20000', '1@400'])
  })

  it('lets go of the oldest when nobody reads', () => {
    const { queue, read } = setUp()
    for (let id = 1; id <= 70; id++) queue.push(block(id, 'sound'))
    expect(queue.counts.overflowed).toBe(6)
    expect(blocksHeard(read(QUANTUM))).toEqual([7])
  })
})
