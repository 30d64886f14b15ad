import { expect, test } from 'vitest'
import {
  isAtRest,
  LEVEL_LASTS_MS,
  litSegments,
  METER_FLOOR_DBFS,
  PEAK_HOLD_MS,
  readMeter,
  SEGMENTS,
  SILENCE,
} from './meter-reading'

test('a peak stays for its time, then falls to what sounds', () => {
  const loud = readMeter(SILENCE, { dbfs: -6, atMs: 0 }, 0)
  const soft = readMeter(loud, { dbfs: -20, atMs: 100 }, 100)
  expect(soft).toMatchObject({ dbfs: -20, peakDbfs: -6 })
  expect(readMeter(soft, { dbfs: -20, atMs: PEAK_HOLD_MS + 1 }, PEAK_HOLD_MS + 1).peakDbfs).toBe(-20)
})

test('when levels stop coming there is silence', () => {
  const loud = readMeter(SILENCE, { dbfs: -6, atMs: 0 }, 0)
  expect(readMeter(loud, { dbfs: -6, atMs: 0 }, LEVEL_LASTS_MS + 1).dbfs).toBe(SILENCE.dbfs)
})

test('the highest sample is the peak where it is known', () => {
  expect(readMeter(SILENCE, { dbfs: -20, peakDbfs: -9, atMs: 0 }, 0)).toMatchObject({ dbfs: -20, peakDbfs: -9 })
})

test('a clip is shown as long as a peak', () => {
  const clipped = readMeter(SILENCE, { dbfs: -3, peakDbfs: 0, clips: true, atMs: 10 }, 10)
  const after = readMeter(clipped, { dbfs: -60, clips: false, atMs: 500 }, 500)
  expect([clipped.clips, after.clips]).toEqual([true, true])
  expect(isAtRest(after, METER_FLOOR_DBFS)).toBe(false)
  const later = readMeter(after, { dbfs: -60, clips: false, atMs: 500 }, 12 + PEAK_HOLD_MS)
  expect(later.clips).toBe(false)
  expect(isAtRest(later, METER_FLOOR_DBFS)).toBe(true)
})

test('segments cover floor to full scale', () => {
  expect(litSegments(-120)).toBe(0)
  expect(litSegments(-48)).toBe(0)
  expect(litSegments(-24)).toBe(SEGMENTS / 2)
  expect(litSegments(0)).toBe(SEGMENTS)
  expect(litSegments(3)).toBe(SEGMENTS)
  expect(litSegments(-30, 48, -60)).toBe(24)
})
