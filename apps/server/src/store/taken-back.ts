// What platforms took back comes in; out goes whether a turn is covered, so that an answer still in the making is not kept after its line is gone.
import { type LineDeleted, type TurnRecord, takesBack } from '@psiona/shared'
import type { Clock } from '../clock'

export type Removal = Omit<LineDeleted, 'type'>

/** Single lines remembered; a raid that is cleaned up takes back hundreds. */
const REMEMBERED = 1000
/** A turn is saved within minutes of its line. Longer, and a clock set back would swallow what a forgiven person says anew. */
const REACH_MS = 10 * 60_000

export interface TakenBack {
  note(removal: Removal): void
  covers(turn: TurnRecord): boolean
}

export function createTakenBack(clock: Clock): TakenBack {
  const noted: { readonly removal: Removal; readonly wallMs: number; readonly monotonicMs: number }[] = []
  return {
    note(removal) {
      noted.push({ removal, wallMs: clock.wallMs(), monotonicMs: clock.monotonicMs() })
      if (noted.length > REMEMBERED) noted.shift()
    },
    covers: (turn) =>
      noted.some(({ removal, wallMs, monotonicMs }) => {
        const current = removal.messageId !== undefined || (clock.monotonicMs() - monotonicMs < REACH_MS && turn.at <= wallMs)
        return current && takesBack(removal, turn)
      }),
  }
}
