// In: an exchange with the owner. Out: where its time went, from the end of what was said to her first sound.
import type { TurnRecord } from '@psiona/shared'
import { median } from '../../lib/median'

/** 'sure': silence until it was sure you had finished. 'text': until the words were known. 'thinking': until her first words.
 *  'voice': until they sounded. 'reply': thinking and voice in one, of a turn whose parts are not kept. */
export type TimelineStep = 'sure' | 'text' | 'thinking' | 'voice' | 'reply'
export interface TimelinePart {
  readonly step: TimelineStep
  readonly ms: number
}
export interface TurnTimeline {
  readonly parts: readonly TimelinePart[]
  readonly totalMs: number
  /** Of turns said the same way, spoken or typed. */
  readonly usualMs: number | null
  readonly spoken: boolean
}

export function turnParts({ hearing, firstTextMs, firstAudioMs }: TurnRecord): TimelinePart[] {
  if (firstAudioMs === null) return []
  const heard: TimelinePart[] = hearing
    ? [
        { step: 'sure', ms: hearing.endpointMs },
        { step: 'text', ms: hearing.recogniserMs },
      ]
    : []
  if (firstTextMs === undefined) return [...heard, { step: 'reply', ms: firstAudioMs }]
  return [
    ...heard,
    { step: 'thinking', ms: Math.min(firstTextMs, firstAudioMs) },
    { step: 'voice', ms: Math.max(0, firstAudioMs - firstTextMs) },
  ]
}

const totalOf = (parts: readonly TimelinePart[]) => parts.reduce((sum, { ms }) => sum + ms, 0)

/** The last exchange with you that sounded; null before there was one. */
export function lastTimeline(turns: readonly TurnRecord[]): TurnTimeline | null {
  const yours = turns.filter(
    ({ kind, from, firstAudioMs }) => kind === 'ask' && from.platform === 'owner' && firstAudioMs !== null,
  )
  const last = yours.at(-1)
  if (!last) return null
  const spoken = last.hearing !== undefined
  const alike = yours.filter(({ hearing }) => (hearing !== undefined) === spoken)
  const parts = turnParts(last)
  return { parts, totalMs: totalOf(parts), usualMs: median(alike.map((turn) => totalOf(turnParts(turn)))), spoken }
}
