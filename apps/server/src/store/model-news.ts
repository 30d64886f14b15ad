// Changes become news, but not too many. In: a call at every change. Out: a call at once, then at most four a second, the last change always included.
import type { Ms } from '@psiona/shared'
import type { Clock } from '../clock'

/** A bar that moves four times a second looks alive; every panel is sent the whole list each time. */
const SHORTEST_MS: Ms = 250

export interface News {
  changed(): void
  /** Nothing is told after this. */
  close(): void
}

export function createNews(clock: Clock, tell: () => void): News {
  const closing = new AbortController()
  let toldMs = Number.NEGATIVE_INFINITY
  let isWaiting = false
  const tellNow = () => {
    toldMs = clock.monotonicMs()
    tell()
  }
  return {
    changed() {
      if (isWaiting || closing.signal.aborted) return
      const waitMs = toldMs + SHORTEST_MS - clock.monotonicMs()
      if (waitMs <= 0) return tellNow()
      isWaiting = true
      void clock.sleep(waitMs, closing.signal).then(() => {
        isWaiting = false
        if (!closing.signal.aborted) tellNow()
      })
    },
    close: () => closing.abort(),
  }
}
