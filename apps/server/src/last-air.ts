// Whether anybody watches, also while OBS is away. In: what OBS says now, and whether it is asked at all. Out: the same; when it falls silent on air, on air until it says otherwise.
import type { Air, Ms } from '@psiona/shared'
import type { Clock } from './clock'

/** OBS comes back within 10 s, or it is not there; who left it a break on screen is not silent for ever. */
const SCENE_STANDS_MS: Ms = 15_000

export interface LastAirParts {
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly air: () => Air
  /** The owner wants OBS. */
  readonly isWanted: () => boolean
}

/** Ask it every second or so: it remembers what it was told when it was asked. */
export function createLastAir({ clock, air, isWanted }: LastAirParts): () => Air {
  let last: { readonly air: Air; readonly atMs: Ms } | null = null
  return () => {
    const now = air()
    if (now.known) {
      last = { air: now, atMs: clock.monotonicMs() }
      return now
    }
    if (!isWanted()) last = null
    if (!last?.air.onAir) return now
    return clock.monotonicMs() - last.atMs < SCENE_STANDS_MS ? last.air : { ...last.air, moment: null }
  }
}
