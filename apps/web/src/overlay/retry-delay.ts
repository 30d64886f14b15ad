// In: how often in a row it failed, a random number. Out: how long to wait before the next try.
import type { Ms, Unit } from '@psiona/shared/units'

/** Soon enough that a restarted server finds her back at once. */
export const SHORTEST_RETRY_MS: Ms = 500
/** Nobody watching a closed door needs to be quicker. */
export const LONGEST_RETRY_MS: Ms = 5000

/** Half as long again each time, from the shortest to the longest; `chance` spreads several overlays over half the wait. */
export const retryDelayMs = (failures: number, chance: Unit): Ms =>
  Math.max(SHORTEST_RETRY_MS, Math.min(LONGEST_RETRY_MS, SHORTEST_RETRY_MS * 1.5 ** failures) * (1 - chance / 2))
