// Who writes comes in, line by line; who has been here for a while goes out. Memory is bounded, and a raid pushes out its own people first.
import type { Ms } from '@psiona/shared'

/** Lines within one of these are one visit: who floods the chat for a minute is no regular. */
const VISIT_MS: Ms = 3 * 60_000
/** Somebody seen in so many of them is a regular of this sitting. */
export const REGULAR_VISITS = 4
/** Of those seen once, and of those seen again: some hundred kilobytes each. */
const MOST_NEW = 4000
const MOST_KNOWN = 4000

export interface AttentionPeople {
  /** Counts a line of somebody. True: a regular. */
  seen(key: string, nowMs: Ms): boolean
}

interface Visits {
  count: number
  visit: number
}

/** Remembers who was last seen, at least `most` / 2 and at most `most`, without moving anybody: when one half is full the other is forgotten. */
class Seen {
  #young = new Map<string, Visits>()
  #old = new Map<string, Visits>()
  constructor(readonly most: number) {}
  get(key: string): Visits | undefined {
    return this.#young.get(key) ?? this.#old.get(key)
  }
  keep(key: string, visits: Visits): void {
    if (this.#young.size >= this.most / 2 && !this.#young.has(key)) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, visits)
  }
}

export function createAttentionPeople(): AttentionPeople {
  const fresh = new Seen(MOST_NEW)
  const known = new Seen(MOST_KNOWN)
  return {
    seen(key, nowMs) {
      const visit = Math.floor(nowMs / VISIT_MS)
      const visits = known.get(key) ?? fresh.get(key) ?? { count: 0, visit: -1 }
      if (visits.visit !== visit) {
        visits.visit = visit
        visits.count++
      }
      const among = visits.count < 2 ? fresh : known
      among.keep(key, visits)
      return visits.count >= REGULAR_VISITS
    },
  }
}
