import { describe, expect, it } from 'vitest'
import type { FrameRate } from './frame-pace'
import { AutoQuality } from './quality-auto'
import { QUALITY_LADDER, RUNGS, type Rung, smoothsEdges } from './quality-ladder'

/** A page that can draw `frameMs(rung)` apart; every rung it went through, with its time. */
class Page {
  readonly quality = new AutoQuality()
  readonly steps: { rung: Rung; atMs: number }[] = [{ rung: 'high', atMs: 0 }]
  nowMs = 0

  run(seconds: number, frameMs: (rung: Rung, i: number) => number, rate: FrameRate = 'screen', screenMs = 1000 / 60) {
    const endMs = this.nowMs + seconds * 1000
    for (let i = 0; this.nowMs < endMs; i++) {
      this.nowMs += frameMs(this.quality.rung, i)
      const rung = this.quality.frame(this.nowMs, rate, screenMs)
      if (rung !== this.steps.at(-1)!.rung) this.steps.push({ rung, atMs: this.nowMs })
    }
    return this
  }
  get rungs() {
    return this.steps.map(({ rung }) => rung)
  }
}
const SMOOTH = () => 1000 / 60
const SLOW = () => 1000 / 30
/** Late only at or above a rung. */
const heavyFrom = (from: Rung) => (rung: Rung) => (RUNGS.indexOf(rung) >= RUNGS.indexOf(from) ? 1000 / 30 : 1000 / 60)

describe('AutoQuality', () => {
  it('stays high while frames come in time', () => {
    expect(new Page().run(120, SMOOTH).rungs).toEqual(['high'])
  })
  it('goes down step by step while frames are late, and not below the least', () => {
    const { steps } = new Page().run(30, SLOW)
    expect(steps.map(({ rung }) => rung)).toEqual(['high', 'medium', 'low', 'least'])
    expect(steps[1]!.atMs).toBeGreaterThanOrEqual(2000)
    expect(steps[1]!.atMs).toBeLessThan(3500)
  })
  it('does not mind one late frame in fifty', () => {
    expect(new Page().run(60, (_, i) => (i % 50 === 0 ? 70 : 1000 / 60)).rungs).toEqual(['high'])
  })
  it('minds one late frame in ten', () => {
    expect(new Page().run(5, (_, i) => (i % 10 === 0 ? 40 : 1000 / 60)).rungs).toContain('medium')
  })
  it('goes up again after calm', () => {
    const page = new Page().run(4, SLOW).run(60, SMOOTH)
    expect(page.rungs.at(-1)).toBe('high')
    const [down, up] = page.steps.slice(-2)
    expect(up!.atMs - down!.atMs).toBeGreaterThan(10_000)
  })
  it('never flickers: a step up that did not last makes the next one wait twice as long', () => {
    const page = new Page().run(1200, heavyFrom('high'))
    const rises = page.steps.filter(({ rung }, i) => i > 0 && rung === 'high').map(({ atMs }) => atMs)
    expect(rises.length).toBeGreaterThan(2)
    expect(rises.length).toBeLessThan(9)
    const waits = rises.slice(1).map((atMs, i) => atMs - rises[i]!)
    expect(waits[1]! / waits[0]!).toBeGreaterThan(1.5)
    expect(waits[2]! / waits[1]!).toBeGreaterThan(1.5)
    expect(waits.at(-1)).toBeGreaterThan(300_000)
  })
  it.each([
    [24, 60],
    [30, 60],
    [60, 75],
    [60, 144],
    ['screen', 30],
    ['screen', 144],
  ] as const)('takes the uneven frames of %s a second on %s Hz for what they are', (rate, screenHz) => {
    const screenMs = 1000 / screenHz
    const wantedMs = rate === 'screen' ? screenMs : 1000 / rate
    let drawn = 0
    const frameMs = () => {
      const before = Math.round((drawn * wantedMs) / screenMs)
      return (Math.round((++drawn * wantedMs) / screenMs) - before) * screenMs
    }
    expect(new Page().run(60, frameMs, rate, screenMs).rungs).toEqual(['high'])
  })
  it('does not take a hidden page for a slow one', () => {
    expect(new Page().run(60, (_, i) => (i % 60 === 0 ? 3000 : 1000 / 60)).rungs).toEqual(['high'])
  })
  it('does not count the time in which she is built', () => {
    const page = new Page().run(1, SMOOTH)
    page.quality.hold()
    expect(page.run(2.5, SLOW).run(60, SMOOTH).rungs).toEqual(['high'])
  })
  it('remembers the screen at its best: one that slows down under her is late', () => {
    const page = new Page().run(3, SMOOTH)
    page.run(10, SLOW, 'screen', 1000 / 30)
    expect(page.rungs).toContain('low')
  })
})

describe('QUALITY_LADDER', () => {
  it('costs more with every rung', () => {
    const costs = RUNGS.map((rung) => QUALITY_LADDER[rung])
    for (let i = 1; i < costs.length; i++) {
      expect(costs[i]!.density).toBeGreaterThan(costs[i - 1]!.density)
      expect(costs[i]!.effectShare).toBeGreaterThan(costs[i - 1]!.effectShare)
    }
  })
  it('smooths edges for who asked for it', () => {
    expect([smoothsEdges('auto', false), smoothsEdges('high', false), smoothsEdges('low', true)]).toEqual([false, true, true])
  })
})
