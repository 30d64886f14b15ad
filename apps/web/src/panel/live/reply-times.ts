// In: turns. Out: what is usual until the first sound, and the row of the latest.
import type { TurnRecord } from '@psiona/shared'
import { median } from '../../lib/median'

export interface ReplyTimes {
  readonly usualMs: number | null
  /** Oldest first, at most `most`. */
  readonly rowMs: readonly number[]
}

export function replyTimes(turns: readonly TurnRecord[], most: number): ReplyTimes {
  const measured = turns.flatMap(({ firstAudioMs }) => firstAudioMs ?? [])
  return { usualMs: median(measured), rowMs: measured.slice(-most) }
}
