// In: turns. Out: how long the last one took to its first sound, what is usual, and the row of the latest.
import type { TurnRecord } from '@psiona/shared'
import { median } from '../../lib/median'

export interface ReplyTimes {
  readonly lastMs: number | null
  readonly usualMs: number | null
  /** Oldest first, at most `most`. */
  readonly rowMs: readonly number[]
}

export function replyTimes(turns: readonly TurnRecord[], most: number): ReplyTimes {
  const measured = turns.flatMap(({ firstAudioMs }) => firstAudioMs ?? [])
  return { lastMs: measured.at(-1) ?? null, usualMs: median(measured), rowMs: measured.slice(-most) }
}
