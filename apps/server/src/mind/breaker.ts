// Keeps a server that fails from being asked again at every turn. In: how each attempt went. Out: whether to try now, and what is wrong.
import type { Problem } from '@psiona/shared'
import type { Clock } from '../clock'

/** The first pause is short: most servers that refuse are just being started. */
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000

export interface Breaker {
  /** False while a failed server rests. */
  readonly ready: boolean
  readonly trouble: Problem | null
  worked(): void
  failed(problem: Problem): void
}

export function createBreaker(clock: Clock): Breaker {
  let failures = 0
  let restsUntilMs = 0
  let trouble: Problem | null = null
  return {
    get ready() {
      return clock.monotonicMs() >= restsUntilMs
    },
    get trouble() {
      return trouble
    },
    worked() {
      failures = 0
      trouble = null
    },
    failed(problem) {
      restsUntilMs = clock.monotonicMs() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++)
      trouble = problem
    },
  }
}
