// How many times in a row it failed comes in, how long to wait comes out.
import type { Ms } from '@psiona/shared'

/** Twitch allows 20 logins in 10 s: even a door that opens and shuts at once is knocked at less than that. */
export const SHORTEST_WAIT_MS = 500
export const LONGEST_WAIT_MS = 30_000

/** Doubles from 0.5 s to 30 s, so that a wait is never much longer than the outage was; the last quarter is chance, so that not everybody returns at once. */
export function backOffMs(failures: number, random: () => number): Ms {
  const full = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(failures, 10))
  return Math.max(SHORTEST_WAIT_MS, Math.round(full * (0.75 + 0.25 * random())))
}
