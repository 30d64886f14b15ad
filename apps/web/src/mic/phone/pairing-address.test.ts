// The addresses a phone is given.
import { expect, test } from 'vitest'
import { pairingCode, phoneOverlay } from './pairing-address'

test('the code is what the fragment says, or nothing', () => {
  expect(pairingCode('#pair=aB3-_x')).toBe('aB3-_x')
  expect([pairingCode(''), pairingCode('#'), pairingCode('#pair='), pairingCode('#other=1')]).toEqual([null, null, null, null])
})

test('the overlay learns that it is on a phone before its fragment', () => {
  expect(phoneOverlay('/overlay#token=abc')).toBe('/overlay?phone=1#token=abc')
  expect(phoneOverlay('/overlay?scale=2#token=abc')).toBe('/overlay?scale=2&phone=1#token=abc')
  expect(phoneOverlay('/overlay')).toBe('/overlay?phone=1')
})
