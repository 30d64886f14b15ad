// Happenings come in at any speed and a reader takes them out at its own. In between: a bounded queue that drops the oldest lines first, and lines that are taken back while they wait.
import { type Happening, takesBack } from '@psiona/shared'

/** Half a second of the worst flood, and more chat than anybody could answer. */
export const MOST_HAPPENINGS = 500

export interface HappeningQueue extends AsyncIterable<Happening> {
  push(happening: Happening): void
  close(): void
  readonly size: number
  /** Lines that were never read, because more came than could be. */
  readonly skipped: number
}

/** One reader. */
export function createHappeningQueue(capacity = MOST_HAPPENINGS): HappeningQueue {
  let waiting: Happening[] = []
  let skipped = 0
  let wake: (() => void) | null = null
  let closed = false
  return {
    push(happening) {
      if (closed) return
      if (happening.type === 'line-deleted')
        waiting = waiting.filter((other) => other.type !== 'line-written' || !takesBack(happening, other))
      waiting.push(happening)
      if (waiting.length > capacity) {
        const oldestLine = waiting.findIndex(({ type }) => type === 'line-written')
        waiting.splice(Math.max(0, oldestLine), 1)
        skipped++
      }
      wake?.()
    },
    close() {
      closed = true
      wake?.()
    },
    get size() {
      return waiting.length
    },
    get skipped() {
      return skipped
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let next = waiting.shift(); next; next = waiting.shift()) yield next
        if (closed) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        wake = null
      }
    },
  }
}
