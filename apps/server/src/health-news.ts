// How all parts are, told when it changes. In: the list, asked for once a second. Out: news.
import type { Ms, PartHealth } from '@psiona/shared'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** A changed part shows in the panel within this time. */
const LOOK_EVERY_MS: Ms = 1000

/** Returns what ends it. */
export function tellHealth(clock: Clock, news: Topic<HouseNews>, health: () => PartHealth[]): () => void {
  let told = ''
  return clock.every(LOOK_EVERY_MS, () => {
    const parts = health()
    const now = JSON.stringify(parts)
    if (now !== told) news.publish({ type: 'health-changed', parts })
    told = now
  })
}
