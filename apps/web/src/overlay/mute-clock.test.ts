import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { MuteClock } from './mute-clock'

const block = (blockId: number, sounds = false) => ({
  blockId,
  epoch: 0,
  atSample: blockId * BLOCK_SAMPLES,
  elastic: !sounds,
  hold: 2,
  sounds,
  face: new Float32Array(),
  forecast: null,
})

describe('MuteClock', () => {
  it('says nothing before the first block', () => {
    expect(new MuteClock().playingSample(0)).toBeNull()
  })
  it('runs at the pace of time through what has arrived', () => {
    const clock = new MuteClock()
    clock.playingSample(0)
    for (let id = 10; id < 30; id++) clock.push(block(id, true))
    const at = [100, 116.5, 133, 250].map((ms) => clock.playingSample(ms)!)
    expect(at[0]).toBe(10 * BLOCK_SAMPLES + 2400)
    expect(at[1]! - at[0]!).toBe(396)
    expect(at[3]! - at[0]!).toBe(3600)
  })
  it('stands still when blocks stop, and at a cut goes on with the new epoch', () => {
    const clock = new MuteClock()
    clock.playingSample(0)
    for (let id = 0; id < 3; id++) clock.push(block(id, true))
    expect(clock.playingSample(1000)).toBe(3 * BLOCK_SAMPLES)
    expect(clock.playingSample(1100)).toBe(3 * BLOCK_SAMPLES)
    clock.cut(1)
    clock.push({ ...block(50, true), epoch: 1 })
    expect(clock.playingSample(1110)).toBe(50 * BLOCK_SAMPLES + 240)
  })
  it('is never ahead of what has arrived, however long the page stood still', () => {
    const clock = new MuteClock()
    clock.playingSample(0)
    for (let id = 0; id < 10; id++) clock.push(block(id, true))
    expect(clock.playingSample(60_000)).toBe(10 * BLOCK_SAMPLES)
  })
  it('says nothing of a stream that is over', () => {
    const clock = new MuteClock()
    clock.playingSample(0)
    for (let id = 90; id < 95; id++) clock.push(block(id, true))
    clock.playingSample(20)
    clock.restart()
    expect(clock.playingSample(40)).toBeNull()
    clock.push(block(2, true))
    expect(clock.playingSample(50)).toBe(2 * BLOCK_SAMPLES + 240)
  })
})
