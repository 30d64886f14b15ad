import { expect, test } from 'vitest'
import { LEVEL_LASTS_MS, litSegments, PEAK_HOLD_MS, readMeter, SEGMENTS, SILENCE } from './peak-hold'

test('a peak stays for its time, then falls to what sounds', () => {
  const loud = readMeter(SILENCE, { dbfs: -6, atMs: 0 }, 0)
  const soft = readMeter(loud, { dbfs: -20, atMs: 100 }, 100)
  expect(soft).toMatchObject({ dbfs: -20, peakDbfs: -6 })
  expect(readMeter(soft, { dbfs: -20, atMs: PEAK_HOLD_MS + 1 }, PEAK_HOLD_MS + 1).peakDbfs).toBe(-20)
})

test('when levels stop coming she is silent', () => {
  const loud = readMeter(SILENCE, { dbfs: -6, atMs: 0 }, 0)
  expect(readMeter(loud, { dbfs: -6, atMs: 0 }, LEVEL_LASTS_MS + 1).dbfs).toBe(SILENCE.dbfs)
})

test('segments cover floor to full scale', () => {
  expect(litSegments(-120)).toBe(0)
  expect(litSegments(-48)).toBe(0)
  expect(litSegments(-24)).toBe(SEGMENTS / 2)
  expect(litSegments(0)).toBe(SEGMENTS)
  expect(litSegments(3)).toBe(SEGMENTS)
})
