// What platforms took back comes in; out goes whether a turn is covered, so that an answer still in the making is not kept after its line is gone.
import type { LineDeleted, TurnRecord } from '@psiona/shared'
import type { Clock } from '../clock'

export type Removal = Pick<LineDeleted, 'platform' | 'messageId' | 'personId' | 'since'>

/** Single lines remembered; a raid that is cleaned up takes back hundreds. */
const REMEMBERED = 1000
/** A turn is saved within minutes of its line. Longer, and a clock set back would swallow what a forgiven person says anew. */
const REACH_MS = 10 * 60_000

export const covers = (removal: Removal, turn: TurnRecord): boolean =>
  turn.from.platform === removal.platform &&
  (removal.messageId === undefined || turn.messageId === removal.messageId) &&
  (removal.personId === undefined || turn.from.id === removal.personId) &&
  (removal.since === undefined || turn.at >= removal.since)

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
        return current && covers(removal, turn)
      }),
  }
}
