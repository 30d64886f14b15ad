// The code that pairs one phone. In: the wish for a code, and what a phone presents. Out: was it the code? One lives at a time, briefly, for one phone.
import { randomBytes } from 'node:crypto'
import type { Ms } from '@psiona/shared'
import type { Clock } from '../clock'
import { sameSecret } from '../tokens'

/** 128 bits: nothing to guess in two minutes, and a QR code that a phone reads from across the desk. */
const CODE_BYTES = 16
/** Long enough to take out a phone and to accept the certificate. */
const GOOD_FOR_MS: Ms = 120_000
/** More than a page sends by mistake. */
const MAX_WRONG_TRIES = 5

export interface PairingCode {
  readonly code: string
  /** Wall clock, ms since 1970. */
  readonly expiresAt: number
}

export interface Pairing {
  /** The code before it counts no more. */
  newCode(): PairingCode
  /** True once for each code, and only while it lives. */
  redeem(presented: string): boolean
}

export function createPairing(clock: Clock): Pairing {
  let live: { readonly code: string; readonly untilMs: Ms; wrongTries: number } | null = null
  return {
    newCode() {
      const code = randomBytes(CODE_BYTES).toString('base64url')
      live = { code, untilMs: clock.monotonicMs() + GOOD_FOR_MS, wrongTries: 0 }
      return { code, expiresAt: clock.wallMs() + GOOD_FOR_MS }
    },
    redeem(presented) {
      if (live && clock.monotonicMs() >= live.untilMs) live = null
      if (!live) return false
      const isRight = sameSecret(presented, live.code)
      if (!isRight) live.wrongTries++
      if (isRight || live.wrongTries >= MAX_WRONG_TRIES) live = null
      return isRight
    },
  }
}
