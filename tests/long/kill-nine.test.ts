// A hundred kills with another seed than the twenty of the short test.
import { expect, it } from 'vitest'
import { killRepeatedly } from '../fakes/kill-nine'

it('loses no turn it has answered for when it is killed a hundred times', async () => {
  const report = await killRepeatedly(100, 7)
  expect(report.lost).toEqual([])
  expect([...report.integrity]).toEqual(['ok'])
  expect(report.answered).toBeGreaterThan(1000)
})
