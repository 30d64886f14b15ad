// The microphone's clock through lateness, pauses and other devices.
import { expect, test } from 'vitest'
import { MicClock } from './mic-clock'

test('packet follows packet, however unevenly they were stamped', () => {
  const clock = new MicClock()
  const stamps = [1000, 1020, 1020, 1021, 1300, 1300, 1301, 1320]
  expect(stamps.map((at) => clock.place(at, false))).toEqual(stamps.map((_, index) => index * 320))
})

test('clocks that drift apart over an hour make no gap', () => {
  const clock = new MicClock()
  const packets = Array.from({ length: 3600 * 50 }, (_, index) => index)
  expect(packets.find((index) => clock.place(index * 20.004, index === 0) !== index * 320)).toBeUndefined()
})

test('a phone that slept for ten seconds left a gap of ten seconds', () => {
  const clock = new MicClock()
  clock.place(1000, true)
  expect(clock.place(11_020, false)).toBe(320 + 160_000)
  expect(clock.place(11_040, false)).toBe(640 + 160_000)
})

test('another device takes up the clock where time has got to, and never goes back', () => {
  const clock = new MicClock()
  clock.place(1000, true)
  expect(clock.place(1120, true)).toBe(320 + 1600)
  // The wall clock was set back meanwhile.
  expect(clock.place(500, true)).toBe(640 + 1600)
})
