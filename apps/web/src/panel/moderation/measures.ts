// In: what shall be done about a chat line. Out: the order for it.
import type { ChatLine, ChatModeration, Person } from '@psiona/shared'

export interface Measure {
  readonly about: 'line' | 'person'
  /** Null = for ever. */
  readonly seconds: number | null
}

export const TAKE_BACK: Measure = { about: 'line', seconds: null }
/** What platforms offer first: long enough to cool down, too short to hurt whoever it hit by mistake. */
export const TIME_OUT: Measure = { about: 'person', seconds: 600 }
export const BAN: Measure = { about: 'person', seconds: null }

export const orderOf = (
  { about, seconds }: Measure,
  { messageId, from }: Pick<ChatLine, 'messageId' | 'from'>,
): ChatModeration =>
  about === 'line'
    ? { platform: from.platform, messageId }
    : { platform: from.platform, personId: from.id, ...(seconds === null ? {} : { seconds }) }

/** Nobody is their own moderator: what you type yourself, or a program of yours, is on no platform. */
const FOREIGN: readonly Person['platform'][] = ['twitch', 'youtube', 'discord']
export const canBeModerated = ({ platform }: Person): boolean => FOREIGN.includes(platform)
