// The meter's figures.
import { BLOCK_SAMPLES } from '@psiona/shared'
import { expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { createOutputLevel, LEVEL_FLOOR_DBFS } from './output-level'

const loud = (amplitude: number) => ({ pcm: new Float32Array(BLOCK_SAMPLES).fill(amplitude) })
const BLOCK_MS = 1000 / 60

test('[R68] the level is the mean power in dBFS, at most 15 times a second', async () => {
  const clock = fakeClock()
  const levels: number[] = []
  const level = createOutputLevel(clock, (dbfs) => levels.push(dbfs))
  for (let block = 0; block < 60; block++) {
    level.take(loud(0.1))
    await clock.advance(BLOCK_MS)
  }
  expect(levels.length).toBeGreaterThan(10)
  expect(levels.length).toBeLessThanOrEqual(15)
  for (const dbfs of levels) expect(dbfs).toBeCloseTo(-20, 3)
})

test('[R68] silence is told once, as the floor', () => {
  const levels: number[] = []
  const level = createOutputLevel(fakeClock(), (dbfs) => levels.push(dbfs))
  level.take({ pcm: null })
  level.take(loud(1))
  for (let block = 0; block < 5; block++) level.take({ pcm: null })
  expect(levels).toEqual([0, LEVEL_FLOOR_DBFS])
})

test('[R68] sound without power is the floor, not minus infinity', () => {
  const levels: number[] = []
  createOutputLevel(fakeClock(), (dbfs) => levels.push(dbfs)).take(loud(0))
  expect(levels).toEqual([LEVEL_FLOOR_DBFS])
})
