// The only place that reads a real clock or sets a real timer; everything else is handed a Clock.
import type { Ms } from '@psiona/shared'

export interface Clock {
  /** Monotonic, for durations. */
  monotonicMs(): Ms
  /** Wall clock, ms since 1970, for dates. */
  wallMs(): Ms
  /** Resolves after `ms`; at once when the signal aborts (never rejects). */
  sleep(ms: Ms, signal?: AbortSignal): Promise<void>
  /** Calls `tick` every `ms` until the returned function is called. Does not keep the process alive. */
  every(ms: Ms, tick: () => void): () => void
}

export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done, { once: true })
    }),
  every: (ms, tick) => {
    const timer = setInterval(tick, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}

/** Since now, as of the wall clock. Set back meanwhile, it dates what comes later before the beginning it had then: the earlier of both holds. */
export function sinceNow(clock: Pick<Clock, 'wallMs' | 'monotonicMs'>): () => number {
  const [wallMs, atMs] = [clock.wallMs(), clock.monotonicMs()]
  return () => Math.min(wallMs, clock.wallMs() - (clock.monotonicMs() - atMs))
}
