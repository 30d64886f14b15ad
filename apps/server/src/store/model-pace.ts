// How fast bytes come in. In: how many there are, whenever that changes. Out: bytes a second over the last moments.
import type { Ms } from '@psiona/shared'
import type { Clock } from '../clock'

/** Long enough to be readable, short enough to show a line that has slowed down. */
const WINDOW_MS = 4000
/** Bytes come thousands of times a second; this many looks are enough. */
const LOOK_MS = 100

export interface Pace {
  count(bytes: number): void
  /** Null before there is anything to compare. */
  bytesPerSecond(): number | null
}

export function createPace(clock: Pick<Clock, 'monotonicMs'>): Pace {
  const seen: { readonly atMs: Ms; readonly bytes: number }[] = []
  return {
    count(bytes) {
      const atMs = clock.monotonicMs()
      // What lies on the disk from before is no speed, and a download that begins anew has none either.
      if ((seen.at(-1)?.bytes ?? 0) > bytes) seen.length = 0
      if (atMs - (seen.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) < LOOK_MS) return
      seen.push({ atMs, bytes })
      while (seen.length > 2 && atMs - seen[0]!.atMs > WINDOW_MS) seen.shift()
    },
    bytesPerSecond() {
      const first = seen[0]
      const last = seen.at(-1)
      if (!first || !last || last.atMs <= first.atMs) return null
      return Math.round(((last.bytes - first.bytes) * 1000) / (clock.monotonicMs() - first.atMs))
    },
  }
}
