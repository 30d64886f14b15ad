// A time limit that can be moved. In: a limit for what is waited for now. Out: a signal that aborts with the Problem when it passes.
import type { Problem } from '@psiona/shared'
import type { Clock } from '../clock'

export interface Watchdog {
  readonly signal: AbortSignal
  /** From now on this much may pass; replaces the limit before. */
  allow(ms: number, otherwise: () => Problem): void
  /** Nothing is waited for. */
  rest(): void
}

export function createWatchdog(clock: Clock): Watchdog {
  const barks = new AbortController()
  let timer = new AbortController()
  return {
    signal: barks.signal,
    allow(ms, otherwise) {
      timer.abort()
      timer = new AbortController()
      const mine = timer
      void clock.sleep(ms, mine.signal).then(() => {
        if (!mine.signal.aborted) barks.abort(otherwise())
      })
    },
    rest: () => timer.abort(),
  }
}
