// Twitch's events as EventSub tells them come in; our happenings go out, and redemptions, which a chat line may belong to. The only place that knows these shapes.
import type { EventHappened, LineDeleted, Person } from '@psiona/shared'
import { sanitise } from '@psiona/shared'
import { z } from 'zod'
import type { EventSubNotice } from './eventsub-session'
import { shortName } from './twitch-name'

const LONGEST_TITLE = 200
const LONGEST_CHOICE = 100
const MOST_CHOICES = 20

const count = z.coerce.number().nonnegative().catch(0)
const words = (longest: number) => z.string().transform((raw) => sanitise(raw, longest).slice(0, longest))
const person = (id: string, login: string | null | undefined, shown: string | null | undefined): Person | null => {
  const name = shortName(shown ?? undefined) || shortName(login ?? undefined)
  return id && name ? { platform: 'twitch', id, name } : null
}
const User = z.object({ user_id: z.string().min(1).max(100), user_login: z.string().nullish(), user_name: z.string().nullish() })
const userOf = (event: z.infer<typeof User>): Person | null => person(event.user_id, event.user_login, event.user_name)

const Subscribed = User.extend({ is_gift: z.boolean().default(false) })
const Resubscribed = User.extend({ message: z.object({ text: z.string() }).nullish(), cumulative_months: count })
const Gifted = User.partial().extend({ user_id: z.string().nullish(), total: count, is_anonymous: z.boolean().default(false) })
const Raided = z.object({
  from_broadcaster_user_id: z.string().min(1),
  from_broadcaster_user_login: z.string().nullish(),
  from_broadcaster_user_name: z.string().nullish(),
  viewers: count,
})
const Redeemed = User.extend({
  user_input: z.string().nullish(),
  reward: z.object({ id: z.string(), title: words(LONGEST_CHOICE), cost: count }),
})
const Poll = z.object({
  id: z.string().min(1),
  title: words(LONGEST_TITLE),
  choices: z.array(z.object({ title: words(LONGEST_CHOICE), votes: count })).catch([]),
})
const Prediction = z.object({
  id: z.string().min(1),
  title: words(LONGEST_TITLE),
  outcomes: z.array(z.object({ title: words(LONGEST_CHOICE), users: count })).catch([]),
})
/** Twitch's longest is three minutes; a timer that never ends helps nobody. */
const AdBreak = z.object({ duration_seconds: z.coerce.number().positive().max(3600) })
const Banned = User.extend({
  moderator_user_id: z.string().nullish(),
  moderator_user_login: z.string().nullish(),
  moderator_user_name: z.string().nullish(),
  banned_at: z.string().nullish(),
  ends_at: z.string().nullish(),
  is_permanent: z.boolean().default(true),
})
const MessageDeleted = z.object({ message_id: z.string().min(1).max(128) })
const UserCleared = z.object({ target_user_id: z.string().min(1).max(100) })

/** A redeemed reward: with words it is also written in chat. */
export interface Redemption {
  readonly type: 'redemption'
  readonly rewardId: string
  readonly event: EventHappened & { readonly from: Person }
}
export type EventSubNews = EventHappened | LineDeleted | Redemption

/** `sittingSinceMs`: from when on a clearing of messages counts. Empty for what is not known or not what it says it is. */
export function newsOf({ messageId, type, event }: EventSubNotice, atMs: number, sittingSinceMs: number): EventSubNews[] {
  const happened = (
    kind: EventHappened['kind'],
    from: Person | null,
    amount: number | null,
    more: Partial<EventHappened> = {},
  ): EventHappened => ({
    ...{ type: 'event-happened', eventId: messageId, kind, platform: 'twitch', from, amount },
    ...{ title: '', text: '', phase: 'once', choices: [], at: atMs },
    ...more,
  })
  const lasting = (
    kind: 'poll' | 'prediction',
    told: { readonly id: string; readonly title: string },
    choices: EventHappened['choices'],
  ): EventHappened[] => {
    const phase = /\.begin$/.test(type) ? 'begun' : /\.end$/.test(type) ? 'over' : 'changed'
    // Ends are told twice: when it is over and when it is put away.
    const eventId = phase === 'changed' ? messageId : `${told.id}:${phase}`.slice(0, 128)
    const votes = choices.reduce((sum, choice) => sum + choice.votes, 0)
    return [happened(kind, null, votes, { eventId, title: told.title, phase, choices: choices.slice(0, MOST_CHOICES) })]
  }
  switch (type) {
    case 'channel.follow': {
      const found = User.safeParse(event).data
      return found ? [happened('follow', userOf(found), null)] : []
    }
    case 'channel.subscribe': {
      const found = Subscribed.safeParse(event).data
      // A gift is told by itself.
      return found && !found.is_gift ? [happened('subscription', userOf(found), 1)] : []
    }
    case 'channel.subscription.message': {
      const found = Resubscribed.safeParse(event).data
      return found
        ? [happened('subscription', userOf(found), found.cumulative_months, { text: sanitise(found.message?.text ?? '') })]
        : []
    }
    case 'channel.subscription.gift': {
      const found = Gifted.safeParse(event).data
      if (!found) return []
      const from = found.is_anonymous ? null : person(found.user_id ?? '', found.user_login, found.user_name)
      return [happened('gift', from, found.total)]
    }
    case 'channel.raid': {
      const found = Raided.safeParse(event).data
      if (!found) return []
      const from = person(found.from_broadcaster_user_id, found.from_broadcaster_user_login, found.from_broadcaster_user_name)
      return [happened('raid', from, found.viewers)]
    }
    case 'channel.channel_points_custom_reward_redemption.add': {
      const found = Redeemed.safeParse(event).data
      const from = found && userOf(found)
      if (!found || !from) return []
      const { id, title, cost } = found.reward
      const text = sanitise(found.user_input ?? '')
      return [{ type: 'redemption', rewardId: id, event: { ...happened('redeem', from, cost, { title, text }), from } }]
    }
    case 'channel.poll.begin':
    case 'channel.poll.progress':
    case 'channel.poll.end': {
      const found = Poll.safeParse(event).data
      return found ? lasting('poll', found, found.choices) : []
    }
    case 'channel.prediction.begin':
    case 'channel.prediction.progress':
    case 'channel.prediction.lock':
    case 'channel.prediction.end': {
      const found = Prediction.safeParse(event).data
      if (!found) return []
      return lasting(
        'prediction',
        found,
        found.outcomes.map(({ title, users }) => ({ title, votes: users })),
      )
    }
    case 'channel.ad_break.begin': {
      const found = AdBreak.safeParse(event).data
      return found ? [happened('ad-break', null, found.duration_seconds, { phase: 'begun' })] : []
    }
    case 'stream.online':
      return [happened('online', null, null)]
    case 'stream.offline':
      return [happened('offline', null, null)]
    case 'channel.ban': {
      const found = Banned.safeParse(event).data
      return found ? banned(found, happened, sittingSinceMs) : []
    }
    case 'channel.chat.message_delete': {
      const found = MessageDeleted.safeParse(event).data
      return found ? [{ type: 'line-deleted', platform: 'twitch', messageId: found.message_id }] : []
    }
    case 'channel.chat.clear_user_messages': {
      const found = UserCleared.safeParse(event).data
      return found ? [{ type: 'line-deleted', platform: 'twitch', personId: found.target_user_id, since: sittingSinceMs }] : []
    }
    case 'channel.chat.clear':
      return [{ type: 'line-deleted', platform: 'twitch', since: sittingSinceMs }]
    default:
      return []
  }
}

/** A ban takes back all they ever wrote, a timeout what they wrote in this sitting; either is also something that happened. */
function banned(
  found: z.infer<typeof Banned>,
  happened: (kind: 'moderation', from: Person | null, amount: null, more: Partial<EventHappened>) => EventHappened,
  sittingSinceMs: number,
): EventSubNews[] {
  const who = userOf(found)?.name ?? 'somebody'
  const seconds = Math.round((Date.parse(found.ends_at ?? '') - Date.parse(found.banned_at ?? '')) / 1000)
  const title = found.is_permanent
    ? `${who} is banned`
    : Number.isFinite(seconds)
      ? `${who} is timed out for ${seconds} s`
      : `${who} is timed out`
  const moderator = person(found.moderator_user_id ?? '', found.moderator_user_login, found.moderator_user_name)
  return [
    {
      type: 'line-deleted',
      platform: 'twitch',
      personId: found.user_id,
      ...(found.is_permanent ? {} : { since: sittingSinceMs }),
    },
    happened('moderation', moderator, null, { title }),
  ]
}
