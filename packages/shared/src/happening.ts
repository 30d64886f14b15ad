// Something from outside the house that she may react to: a line somebody wrote, a deletion, a follow.
import { z } from 'zod'

export const Platform = z.enum(['owner', 'room', 'twitch', 'api'])
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
  subscriber: z.boolean().default(false),
  firstMessage: z.boolean().default(false),
})
export type ChatRoles = z.infer<typeof ChatRoles>

/** A line written to her; `text` has been sanitised at the border. */
export const LineWritten = z.object({
  type: z.literal('line-written'),
  messageId: z.string().min(1).max(128),
  from: Person,
  text: z.string().min(1),
  roles: ChatRoles.optional(),
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

export const Happening = z.discriminatedUnion('type', [LineWritten, LineDeleted])
export type Happening = z.infer<typeof Happening>
