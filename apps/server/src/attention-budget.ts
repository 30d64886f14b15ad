// Time passes; so much of something may be done. In: wishes. Out: whether there is room for this one.
import type { Ms } from '@psiona/shared'

export interface AttentionBudget {
  /** True: one of what is left is taken. */
  take(nowMs: Ms): boolean
}

/** At most `perSecond` in the long run, as many at once. */
export function createAttentionBudget(perSecond: number): AttentionBudget {
  let left = perSecond
  let lastMs: Ms = Number.NEGATIVE_INFINITY
  return {
    take(nowMs) {
      left = Math.min(perSecond, left + (Math.min(1000, nowMs - lastMs) / 1000) * perSecond)
      lastMs = nowMs
      if (left < 1) return false
      left--
      return true
    },
  }
}
