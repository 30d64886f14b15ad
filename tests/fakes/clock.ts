// A clock that stands still until a test moves it. In: advance(ms). Out: the Clock port, with every sleeper woken in order.
import type { Clock } from '../../apps/server/src/clock'

export interface FakeClock extends Clock {
  /** Moves both times forward and wakes who is due, earliest first; resolves when their continuations have run. */
  advance(ms: number): Promise<void>
  /** Resolves as soon as somebody sleeps for exactly `ms` (at once when somebody does already). */
  whenAsleep(ms: number): Promise<void>
  /** Moves the wall clock alone, as a user or a time server does. */
  setWall(wallMs: number): void
  /** Sleepers and tickers that are still there: zero when everything was closed. */
  readonly waiting: number
}

interface Sleeper {
  readonly dueMs: number
  readonly forMs: number
  readonly wake: () => void
}

/** Long enough for a chain of awaits to run to its next sleep; takes no time. */
const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

export function fakeClock(startWallMs = Date.UTC(2026, 2, 2, 12), startMonotonicMs = 1000): FakeClock {
  let mono = startMonotonicMs
  let wall = startWallMs
  const sleepers = new Set<Sleeper>()
  const tickers = new Set<{ readonly everyMs: number; nextMs: number; readonly tick: () => void }>()
  const watchers = new Set<{ readonly forMs: number; readonly resolve: () => void }>()
  const asleep = (sleeper: Sleeper) => {
    sleepers.add(sleeper)
    for (const watcher of watchers)
      if (watcher.forMs === sleeper.forMs) {
        watchers.delete(watcher)
        watcher.resolve()
      }
  }
  return {
    monotonicMs: () => mono,
    wallMs: () => wall,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const wake = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper: Sleeper = { dueMs: mono + ms, forMs: ms, wake }
        signal?.addEventListener('abort', wake, { once: true })
        asleep(sleeper)
      }),
    every: (ms, tick) => {
      const ticker = { everyMs: ms, nextMs: mono + ms, tick }
      tickers.add(ticker)
      return () => void tickers.delete(ticker)
    },
    async advance(ms) {
      const end = mono + ms
      for (;;) {
        const sleeper = [...sleepers].sort((a, b) => a.dueMs - b.dueMs)[0]
        const ticker = [...tickers].sort((a, b) => a.nextMs - b.nextMs)[0]
        const next = Math.min(sleeper?.dueMs ?? Number.POSITIVE_INFINITY, ticker?.nextMs ?? Number.POSITIVE_INFINITY)
        if (next > end) break
        wall += Math.max(0, next - mono)
        mono = Math.max(mono, next)
        if (sleeper && sleeper.dueMs === next) sleeper.wake()
        else if (ticker) {
          ticker.nextMs += ticker.everyMs
          ticker.tick()
        }
        await settle()
      }
      wall += end - mono
      mono = end
      await settle()
    },
    whenAsleep: (ms) =>
      [...sleepers].some(({ forMs }) => forMs === ms)
        ? Promise.resolve()
        : new Promise((resolve) => void watchers.add({ forMs: ms, resolve })),
    setWall(wallMs) {
      wall = wallMs
    },
    get waiting() {
      return sleepers.size + tickers.size
    },
  }
}
