// Some things are told by the chat and by EventSub. In: what is told, and by whom. Out: under which id it has been told already, if it has; the first to tell it counts.
import type { Ms } from '@psiona/shared'
import type { Clock } from '../../clock'

export type Teller = 'chat' | 'eventsub'

/** The slower of the two is rarely more than a few seconds late. */
export const ECHO_WITHIN_MS: Ms = 30_000
const MOST_REMEMBERED = 500

export interface Echoes {
  /** Null: it is new. Two of the same from one teller stay two: each telling answers one. */
  echoOf(what: string, teller: Teller, id: string): string | null
}

export function createEchoes(clock: Clock): Echoes {
  let told: { readonly what: string; readonly teller: Teller; readonly id: string; readonly atMs: Ms }[] = []
  return {
    echoOf(what, teller, id) {
      const now = clock.monotonicMs()
      told = told.filter(({ atMs }) => now - atMs < ECHO_WITHIN_MS).slice(-MOST_REMEMBERED)
      const index = told.findIndex((one) => one.what === what && one.teller !== teller)
      const [echo] = index < 0 ? [] : told.splice(index, 1)
      if (echo) return echo.id
      told.push({ what, teller, id, atMs: now })
      return null
    },
  }
}
