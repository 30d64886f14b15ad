// The code: one lives, two minutes, for one phone and few mistakes.
import { expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { createPairing } from './pairing'

test('[R90] a code has 128 bits, counts once, and ends the one before it', () => {
  const pairing = createPairing(fakeClock())
  const [first, second] = [pairing.newCode(), pairing.newCode()]
  expect(Buffer.from(second.code, 'base64url')).toHaveLength(16)
  expect(first.code).not.toBe(second.code)
  expect(pairing.redeem(first.code)).toBe(false)
  expect(pairing.redeem(second.code)).toBe(true)
  expect(pairing.redeem(second.code)).toBe(false)
})

test('[R90] it counts for two minutes, whatever the wall clock does', async () => {
  const clock = fakeClock()
  const pairing = createPairing(clock)
  const { code, expiresAt } = pairing.newCode()
  expect(expiresAt - clock.wallMs()).toBe(120_000)
  await clock.advance(119_999)
  clock.setWall(clock.wallMs() + 10 * 86_400_000)
  expect(pairing.redeem(code)).toBe(true)
  const late = pairing.newCode().code
  await clock.advance(120_000)
  clock.setWall(0)
  expect(pairing.redeem(late)).toBe(false)
})

test('[R90] four mistakes are forgiven, the fifth ends it', () => {
  const pairing = createPairing(fakeClock())
  const tries = (count: number) => Array.from({ length: count }, () => pairing.redeem('wrong'))
  const kind = pairing.newCode().code
  expect(tries(4)).toEqual([false, false, false, false])
  expect(pairing.redeem(kind)).toBe(true)
  const strict = pairing.newCode().code
  tries(5)
  expect(pairing.redeem(strict)).toBe(false)
})

test('[R90] without a code nothing is one', () => {
  const pairing = createPairing(fakeClock())
  for (const nothing of ['', 'null', 'undefined', 'AAAAAAAAAAAAAAAAAAAAAA']) expect(pairing.redeem(nothing)).toBe(false)
})
