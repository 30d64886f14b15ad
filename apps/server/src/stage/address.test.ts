// The names and links of both doors.
import { expect, test } from 'vitest'
import { createAddress, createLanAddress, overlayPath } from './address'

test('[R30] the door of this machine goes by its loopback names and the configured one, with the port', () => {
  const address = createAddress('127.0.0.1', 3210)
  for (const host of ['localhost:3210', '127.0.0.1:3210', '[::1]:3210']) expect(address.isOurs(host)).toBe(true)
  for (const host of ['localhost', 'localhost:3211', 'LOCALHOST:3210', '192.168.1.20:3210', ''])
    expect(address.isOurs(host)).toBe(false)
  expect([address.origin, address.originOf('127.0.0.1:3210')]).toEqual(['http://localhost:3210', 'http://127.0.0.1:3210'])
  expect(createAddress('localhost', 80).isOurs('localhost')).toBe(true)
})

test('[R88] the door for phones goes by the names it was given, and no other', () => {
  const address = createLanAddress(['192.168.1.20', 'fd00::2', 'Studio.local'], 3211)
  expect(address.origins).toEqual(['https://192.168.1.20:3211', 'https://[fd00::2]:3211', 'https://studio.local:3211'])
  expect(address.origin).toBe(address.origins[0])
  for (const host of ['192.168.1.20:3211', '[fd00::2]:3211', 'studio.local:3211']) {
    expect(address.isOurs(host)).toBe(true)
    expect(address.originOf(host)).toBe(`https://${host}`)
  }
  for (const host of ['localhost:3211', '127.0.0.1:3211', '192.168.1.20', '192.168.1.20:3210', 'STUDIO.LOCAL:3211'])
    expect(address.isOurs(host), host).toBe(false)
  expect(createLanAddress(['192.168.1.20'], 443).isOurs('192.168.1.20')).toBe(true)
})

test('the token of the overlay stays in the fragment', () => {
  expect(new URL(overlayPath('abc'), 'http://localhost').hash).toBe('#token=abc')
})
