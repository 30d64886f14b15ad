// What platforms took back comes in; out goes whether a turn is covered, so that an answer still in the making is not kept after its line is gone.
import type { LineDeleted, TurnRecord } from '@psiona/shared'

export type Removal = Pick<LineDeleted, 'platform' | 'messageId' | 'personId' | 'since'>

/** A turn is saved within minutes of its line; a thousand removals reach further back than that. */
const REMEMBERED = 1000

export const covers = (removal: Removal, turn: TurnRecord): boolean =>
  turn.from.platform === removal.platform &&
  (removal.messageId === undefined || turn.messageId === removal.messageId) &&
  (removal.personId === undefined || turn.from.id === removal.personId) &&
  (removal.since === undefined || turn.at >= removal.since)

export interface TakenBack {
  note(removal: Removal, atWallMs: number): void
  covers(turn: TurnRecord): boolean
}

export function createTakenBack(): TakenBack {
  const removals: { readonly removal: Removal; readonly atWallMs: number }[] = []
  return {
    note(removal, atWallMs) {
      removals.push({ removal, atWallMs })
      if (removals.length > REMEMBERED) removals.shift()
    },
    covers: (turn) => removals.some(({ removal, atWallMs }) => turn.at <= atWallMs && covers(removal, turn)),
  }
}
