// In: how often in a row the server was not reached. Out: how long to wait before the next try.
import type { Ms } from '@psiona/shared/units'

/** What is said meanwhile is kept for 15 s, and she answers it late by the wait; loopback and a home network bear one knock a second. */
export const LONGEST_RETRY_MS: Ms = 1000
const SECOND_TRY_MS: Ms = 125

/** At once, then doubling. No dice: there is one microphone. */
export const retryDelayMs = (failures: number): Ms =>
  failures === 0 ? 0 : Math.min(LONGEST_RETRY_MS, SECOND_TRY_MS * 2 ** (failures - 1))
