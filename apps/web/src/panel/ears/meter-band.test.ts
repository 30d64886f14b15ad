import { expect, test } from 'vitest'
import { bandPlace, LOUD_DBFS, meterBand, QUIET_DBFS } from './meter-band'

test('the band has its bounds inside', () => {
  expect([-120, -51, -45, QUIET_DBFS, -22, LOUD_DBFS, -6].map(meterBand)).toEqual([
    'silent',
    'silent',
    'quiet',
    'right',
    'right',
    'right',
    'loud',
  ])
})

test('places lie within the meter', () => {
  expect(bandPlace(-60)).toBe(0)
  expect(bandPlace(-30)).toBe(0.5)
  expect(bandPlace(0)).toBe(1)
  expect(bandPlace(-120)).toBe(0)
  expect(bandPlace(6)).toBe(1)
})
