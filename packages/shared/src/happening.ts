// Something from outside the house that she may react to: a line somebody wrote, a deletion, a follow.
import { z } from 'zod'

export const Platform = z.enum(['owner', 'room', 'twitch', 'youtube', 'discord', 'api'])
export type Platform = z.infer<typeof Platform>

export const Person = z.object({
  platform: Platform,
  /** Stable id on that platform; 'owner' for the streamer herself. */
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
})
export type Person = z.infer<typeof Person>

/** 'room': somebody else at the owner's microphone. */
export const GUEST: Person = Object.freeze({ platform: 'room', id: 'guest', name: 'Guest' })

export const OWNER: Person = Object.freeze({ platform: 'owner', id: 'owner', name: 'You' })

export const ChatRoles = z.object({
  broadcaster: z.boolean().default(false),
  moderator: z.boolean().default(false),
  vip: z.boolean().default(false),
  subscriber: z.boolean().default(false),
  firstMessage: z.boolean().default(false),
})
export type ChatRoles = z.infer<typeof ChatRoles>

/** What somebody gave with a line: bits, channel points, money in its smallest unit. */
export const Gift = z.object({
  kind: z.enum(['bits', 'points', 'money']),
  amount: z.number().nonnegative(),
  /** The reward that was redeemed; '' = none. */
  title: z.string().max(100).default(''),
})
export type Gift = z.infer<typeof Gift>

/** A line written to her; `text` has been sanitised at the border. */
export const LineWritten = z.object({
  type: z.literal('line-written'),
  messageId: z.string().min(1).max(128),
  from: Person,
  text: z.string().min(1),
  roles: ChatRoles.optional(),
  paid: Gift.optional(),
  /** The line it answers. */
  replyTo: z
    .object({ messageId: z.string().min(1).max(128), personId: z.string().max(100), name: z.string().max(100) })
    .optional(),
  /** Chats that are shared between channels: id of the channel it was written in, when that is another one. */
  sharedFrom: z.string().max(100).optional(),
  /** Wall clock, ms since 1970. */
  at: z.number(),
})
export type LineWritten = z.infer<typeof LineWritten>

/** A platform took a line (or all lines of a person, or everything) back. */
export const LineDeleted = z.object({
  type: z.literal('line-deleted'),
  platform: Platform,
  messageId: z.string().optional(),
  personId: z.string().optional(),
  /** Only what was written since then (wall clock, ms since 1970); absent = ever. A cleared chat is the chat of this sitting, not of all years. */
  since: z.number().optional(),
})
export type LineDeleted = z.infer<typeof LineDeleted>

/** Whether a deletion covers what this person wrote at that time, under that id: a line, a turn or a record of one. */
export const takesBack = (
  deleted: Omit<LineDeleted, 'type'>,
  written: { readonly from: Person; readonly at: number; readonly messageId?: string | undefined },
): boolean =>
  written.from.platform === deleted.platform &&
  (deleted.messageId === undefined || written.messageId === deleted.messageId) &&
  (deleted.personId === undefined || written.from.id === deleted.personId) &&
  (deleted.since === undefined || written.at >= deleted.since)

/** What happens on a platform beside lines. */
export const STREAM_EVENTS = [
  'follow',
  'subscription',
  'gift',
  'bits',
  'raid',
  'redeem',
  'poll',
  'prediction',
  'ad-break',
  'announcement',
  'moderation',
  'online',
  'offline',
] as const
export const StreamEvent = z.enum(STREAM_EVENTS)
export type StreamEvent = z.infer<typeof StreamEvent>

export const EventHappened = z.object({
  type: z.literal('event-happened'),
  /** The same event told twice has the same id. */
  eventId: z.string().min(1).max(128),
  kind: StreamEvent,
  platform: Platform,
  /** Who did it; null: nobody in particular, or somebody who stays unknown. */
  from: Person.nullable(),
  /** Months of a subscription, subscriptions given, bits, viewers of a raid, points of a reward, votes, seconds of an ad break; null where nothing is counted. */
  amount: z.number().nonnegative().nullable(),
  /** The reward, the question of a poll, what a moderator did. Sanitised; '' = none. */
  title: z.string().max(200),
  /** What was written with it. Sanitised; '' = nothing. */
  text: z.string(),
  /** Polls and ad breaks last. */
  phase: z.enum(['once', 'begun', 'changed', 'over']).default('once'),
  /** Of a poll or prediction. */
  choices: z
    .array(z.object({ title: z.string().max(100), votes: z.number().nonnegative() }))
    .max(20)
    .default([]),
  /** Wall clock, ms since 1970. */
  at: z.number(),
})
export type EventHappened = z.infer<typeof EventHappened>

export const Happening = z.discriminatedUnion('type', [LineWritten, LineDeleted, EventHappened])
export type Happening = z.infer<typeof Happening>
