import { expect, it } from 'vitest'
import { killRepeatedly } from '../../../../tests/fakes/kill-nine'

// tests/long does the same a hundred times.
it('loses no turn it has answered for when it is killed twenty times', { timeout: 120_000 }, async () => {
  const report = await killRepeatedly(20)
  expect(report.lost).toEqual([])
  expect([...report.integrity]).toEqual(['ok'])
  expect(report.answered).toBeGreaterThan(100)
})
