import { expect, test } from 'vitest'
import { fetchedShare, fetchWords } from './fetch-words'

test('how far, how fast, how long still', () => {
  expect(fetchWords({ bytes: 660e6, receivedBytes: 412e6, bytesPerSecond: 3.1e6 })).toBe('412 of 660 MB · 3.1 MB/s · about 1 min')
  expect(fetchWords({ bytes: 660e6, receivedBytes: 412e6, bytesPerSecond: null })).toBe('412 of 660 MB')
  expect(fetchWords({ bytes: 660e6, receivedBytes: 660e6, bytesPerSecond: 3e6 })).toBe('660 of 660 MB · 3.0 MB/s')
})

test('an unknown size claims no share', () => {
  expect(fetchWords({ bytes: 0, receivedBytes: 5e6, bytesPerSecond: 1e6 })).toBe('5 MB · 1.0 MB/s')
  expect(fetchedShare({ bytes: 0, receivedBytes: 5e6, bytesPerSecond: 1e6 })).toBe(0)
  expect(fetchedShare({ bytes: 10, receivedBytes: 20, bytesPerSecond: 1 })).toBe(1)
})
