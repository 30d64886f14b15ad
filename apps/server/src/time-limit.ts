// A time limit that can be moved. In: how long what is waited for now may take. Out: a signal that aborts with the Problem when it has taken longer.
import type { Ms, Problem } from '@psiona/shared'
import type { Clock } from './clock'

export interface TimeLimit {
  readonly signal: AbortSignal
  /** From now on; replaces the limit before. */
  allow(ms: Ms, otherwise: () => Problem): void
  /** Nothing is waited for. */
  lift(): void
}

export function createTimeLimit(clock: Clock): TimeLimit {
  const passed = new AbortController()
  let timer = new AbortController()
  return {
    signal: passed.signal,
    allow(ms, otherwise) {
      timer.abort()
      timer = new AbortController()
      const { signal } = timer
      void clock.sleep(ms, signal).then(() => {
        if (!signal.aborted) passed.abort(otherwise())
      })
    },
    lift: () => timer.abort(),
  }
}
