// Late blocks: what counts as late, what does not, and what is forgotten.
import { BLOCK_SAMPLES, samplesFromMs } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { voiceAtWork } from '../../../../tests/fakes/voice-at-work'
import { systemClock } from '../clock'
import { createLateBlocks } from './late-blocks'
import { createPacer } from './pacer'

/** The voice's own loop on a clock of its own: a tick every 8 ms, blocks that come `turnaroundMs` later. */
function ride(turnaroundMs: (atMs: number) => number, forMs: number, stall: (atMs: number) => boolean = () => false) {
  const pacer = createPacer(0)
  const late = createLateBlocks()
  const coming: { atMs: number; atSample: number }[] = []
  let rendered = 0
  for (let nowMs = 0; nowMs < forMs; nowMs++) {
    for (const block of coming.splice(0)) {
      if (block.atMs <= nowMs) late.came(block.atSample, pacer.listenerAt(nowMs), nowMs)
      else coming.push(block)
    }
    if (nowMs % 8 || stall(nowMs)) continue
    for (let blocks = pacer.due(nowMs); blocks > 0; blocks--) {
      coming.push({ atMs: nowMs + turnaroundMs(nowMs), atSample: rendered })
      rendered += BLOCK_SAMPLES
    }
  }
  return late.share(forMs)
}

describe('late blocks', () => {
  it('none while the engine keeps up', () => {
    expect(ride(() => 3, 10_000)).toBe(0)
  })
  it('some when it is slower than the lead, and when we come too late to our turn', () => {
    expect(ride((atMs) => (atMs % 1000 < 100 ? 70 : 3), 10_000)).toBeGreaterThan(0.01)
    const stalled = ride(
      () => 3,
      10_000,
      (atMs) => atMs % 1000 < 120,
    )
    expect(stalled).toBeGreaterThan(0.01)
    expect(stalled).toBeLessThan(0.05)
  })
  it('those of five seconds ago are forgotten', () => {
    expect(ride((atMs) => (atMs < 2000 ? 70 : 3), 2000)).toBeGreaterThan(0.1)
    expect(ride((atMs) => (atMs < 2000 ? 70 : 3), 8000)).toBe(0)
  })
  it('where the listener begins nothing can lie ready: at the start and after a cut', () => {
    const late = createLateBlocks()
    late.came(0, samplesFromMs(5), 5)
    expect(late.share(5)).toBe(0)
    late.begins(48_000)
    late.came(48_000, 48_000 + samplesFromMs(5), 2005)
    expect(late.share(2005)).toBe(0)
    late.came(50_000, 50_001, 2100)
    expect(late.share(2100)).toBeCloseTo(1 / 3)
  })
})

describe('of the voice at work', () => {
  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const voice of open.splice(0)) await voice.close()
  })
  it('counts what a thread that is held up gives too late', async () => {
    const { voice, until, blocks } = await voiceAtWork()
    open.push(voice)
    await until(() => blocks().length > 20)
    const count = blocks().length
    const untilMs = systemClock.monotonicMs() + 200
    while (systemClock.monotonicMs() < untilMs);
    await until(() => blocks().length > count + 10)
    expect(voice.lateBlocks()).toBeGreaterThan(0)
    expect(voice.lateBlocks()).toBeLessThanOrEqual(1)
  })
})
