// Happenings come in at any speed and a reader takes them out at its own. In between: a bounded queue that drops the oldest lines first, and what is taken back while it waits.
import { type Happening, type LineDeleted, takesBack } from '@psiona/shared'

/** Half a second of the worst flood, and more chat than anybody could answer. */
export const MOST_HAPPENINGS = 500

export interface HappeningQueue extends AsyncIterable<Happening> {
  push(happening: Happening): void
  close(): void
  readonly size: number
  /** Lines that were never read, because more came than could be. */
  readonly skipped: number
}

/** A cleared chat takes back lines; who subscribed meanwhile has subscribed all the same. */
function coveredBy(deleted: LineDeleted, other: Happening): boolean {
  if (other.type === 'line-written') return takesBack(deleted, other)
  if (other.type !== 'event-happened' || !other.from) return false
  const named = deleted.messageId !== undefined || deleted.personId !== undefined
  return named && takesBack(deleted, { from: other.from, at: other.at, messageId: other.eventId })
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
      if (happening.type === 'line-deleted') waiting = waiting.filter((other) => !coveredBy(happening, other))
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
