// Twitch's USERNOTICE as tmi.js has parsed it comes in; what happened goes out: subscriptions, gifts, raids, announcements. The only place that knows these tags.
import { EventHappened, type Person, sanitise } from '@psiona/shared'
import { z } from 'zod'
import { elsewhere, tagText } from './twitch-message.external'
import { shortName } from './twitch-name'

const count = tagText.transform((value) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : null))
const NoticeTags = z.object({
  id: tagText,
  'msg-id': tagText,
  login: tagText,
  'display-name': tagText,
  'user-id': tagText,
  'room-id': tagText,
  'source-room-id': tagText,
  'msg-param-cumulative-months': count,
  'msg-param-mass-gift-count': count,
  'msg-param-viewerCount': count,
  'msg-param-community-gift-id': tagText,
  'msg-param-origin-id': tagText,
})

/** Twitch's account for gifts whose giver wants to stay unknown. */
const ANONYMOUS_GIFTER = '274598607'

export interface UserNotice {
  readonly event: EventHappened
  /** Of many gifts at once, and of each of them: tells which belong together. */
  readonly giftIds: readonly string[]
  /** One gift of one subscription: told again for each when many are given at once. */
  readonly single: boolean
}

/** Null for what is no such notice, or one of another channel. */
export function userNotice([rawTags, raw]: readonly unknown[], atMs: number): UserNotice | null {
  const tags = NoticeTags.safeParse(rawTags).data
  if (!tags || elsewhere(tags['room-id'], tags['source-room-id']) !== undefined) return null
  const name = shortName(tags['display-name']) || shortName(tags.login)
  const id = tags['user-id'] ?? tags.login
  const from: Person | null = id && name && id !== ANONYMOUS_GIFTER ? { platform: 'twitch', id, name } : null
  const of = (kind: EventHappened['kind'], amount: number | null, text = '') =>
    EventHappened.safeParse({
      ...{ type: 'event-happened', eventId: tags.id, kind, platform: 'twitch', from, amount },
      ...{ title: '', text, at: atMs },
    }).data
  const text = typeof raw === 'string' ? sanitise(raw) : ''
  const event = (() => {
    switch (tags['msg-id']) {
      case 'sub':
      case 'resub':
        return of('subscription', tags['msg-param-cumulative-months'] ?? 1, text)
      case 'subgift':
      case 'anonsubgift':
        return of('gift', 1)
      case 'submysterygift':
      case 'anonsubmysterygift':
        return of('gift', tags['msg-param-mass-gift-count'] ?? 1)
      case 'raid':
        return of('raid', tags['msg-param-viewerCount'] ?? 0)
      case 'announcement':
        return of('announcement', null, text)
      default:
        return undefined
    }
  })()
  if (!event) return null
  const giftIds = [tags['msg-param-community-gift-id'], tags['msg-param-origin-id']].filter((one) => one !== undefined)
  return { event, giftIds, single: event.kind === 'gift' && !tags['msg-id']?.includes('mystery') }
}
