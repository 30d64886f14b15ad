import { expect, it } from 'vitest'
import { createObsLoad } from './obs-load'

const stats = (total: number, late: number, sent: number, skipped: number) => ({
  ...{ cpuUsage: 12.345, activeFps: 59.94 },
  ...{ renderTotalFrames: total, renderSkippedFrames: late, outputTotalFrames: sent, outputSkippedFrames: skipped },
})

it('says how many frames of the last seconds were late, not of the whole evening', () => {
  const load = createObsLoad()
  expect(load.current()).toBeNull()
  load.take(stats(100_000, 50_000, 0, 0))
  expect(load.current()).toEqual({ cpuPercent: 12.3, fps: 59.9, lateFrames: 0, skippedFrames: 0 })
  load.take(stats(100_100, 50_010, 100, 5))
  expect(load.current()).toMatchObject({ lateFrames: 0.1, skippedFrames: 0.05 })
  for (let i = 2; i < 9; i++) load.take(stats(100_000 + i * 100, 50_010, 0, 0))
  expect(load.current()).toMatchObject({ lateFrames: 0, skippedFrames: 0 })
})

it('what is no statistics changes nothing', () => {
  const load = createObsLoad()
  for (const odd of [null, undefined, 'x', []]) load.take(odd)
  expect(load.current()).toBeNull()
})
