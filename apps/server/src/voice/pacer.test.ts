import { BLOCK_SAMPLES } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { createPacer, IDLE_LEAD_SAMPLES, REPORT_TIMEOUT_MS, SPEECH_LEAD_SAMPLES } from './pacer'

const BLOCK_MS = 1000 / 60
/** Lets the pacer run by an even clock; gives the blocks rendered in all. */
const run = (pacer: ReturnType<typeof createPacer>, fromMs: number, toMs: number, stepMs = 8) => {
  let blocks = 0
  for (let nowMs = fromMs; nowMs <= toMs; nowMs += stepMs) blocks += pacer.due(nowMs)
  return blocks
}

describe('pacer', () => {
  it('renders 60 blocks a second for a virtual listener, just ahead of it', () => {
    const pacer = createPacer(0)
    const blocks = run(pacer, 0, 10_000)
    expect(blocks).toBeGreaterThanOrEqual(600)
    expect(blocks).toBeLessThanOrEqual(600 + IDLE_LEAD_SAMPLES / BLOCK_SAMPLES + 1)
  })

  it('[R20] goes further ahead while speech lies on the clock, and never beyond it', () => {
    const pacer = createPacer(0)
    const idle = pacer.due(0)
    pacer.speechUntil(24_000)
    let rendered = (idle + pacer.due(0) + pacer.due(0)) * BLOCK_SAMPLES
    expect(rendered).toBeGreaterThanOrEqual(SPEECH_LEAD_SAMPLES)
    expect(rendered).toBeLessThan(SPEECH_LEAD_SAMPLES + BLOCK_SAMPLES)
    for (let nowMs = 8; nowMs < 1500; nowMs += 8) {
      rendered += pacer.due(nowMs) * BLOCK_SAMPLES
      expect(rendered - pacer.listenerAt(nowMs)).toBeLessThanOrEqual(SPEECH_LEAD_SAMPLES + BLOCK_SAMPLES)
    }
  })

  it('follows the sounding client when it runs slower than the clock', () => {
    const pacer = createPacer(0)
    let rendered = 0
    for (let nowMs = 0; nowMs < 4000; nowMs += 8) {
      pacer.played(Math.floor(nowMs / 2 / BLOCK_MS) * BLOCK_SAMPLES, nowMs)
      rendered += pacer.due(nowMs) * BLOCK_SAMPLES
    }
    expect(rendered).toBeLessThanOrEqual(2 * 24_000 + IDLE_LEAD_SAMPLES + 2 * BLOCK_SAMPLES)
  })

  it('goes on by the clock when the client falls silent', () => {
    const pacer = createPacer(0)
    run(pacer, 0, 1000)
    pacer.played(12_000, 1000)
    const blocks = run(pacer, 1000, 1000 + REPORT_TIMEOUT_MS + 2000)
    expect(blocks).toBeGreaterThan(60)
  })

  it('[R20] goes on when a client reports but does not move, and follows it again when it has caught up', () => {
    const pacer = createPacer(0)
    run(pacer, 0, 1000)
    let blocks = 0
    let stuckAt = 1000
    for (let nowMs = 1008; nowMs < 6000; nowMs += 8) {
      if (nowMs % 400 === 0) pacer.played(++stuckAt, nowMs)
      blocks += pacer.due(nowMs)
    }
    expect(blocks).toBeGreaterThan(150)
    pacer.played(60_000, 6000)
    const at = pacer.listenerAt(6000)
    pacer.played(at - 100, 6008)
    expect(pacer.listenerAt(6008)).toBe(at - 100)
  })

  it('jumps to what comes next on a cut and ignores reports about what was cut', () => {
    const pacer = createPacer(0)
    pacer.due(0)
    pacer.speechUntil(48_000)
    pacer.due(0)
    pacer.due(0)
    pacer.cut(10)
    const at = pacer.listenerAt(10)
    expect(at).toBeGreaterThanOrEqual(SPEECH_LEAD_SAMPLES)
    pacer.played(400, 12)
    expect(pacer.listenerAt(12)).toBeGreaterThanOrEqual(at)
    expect(pacer.due(10)).toBeGreaterThan(0)
  })
})
