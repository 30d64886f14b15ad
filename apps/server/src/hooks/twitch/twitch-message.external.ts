// Twitch's chat as tmi.js hands it over comes in; our happenings go out. The only place that knows these foreign shapes.
import { type LineDeleted, LineWritten, sanitise } from '@psiona/shared'
import { z } from 'zod'
import { shortName } from './twitch-name'

/** tmi.js makes true and false of the tag values 1 and 0, and null of empty ones, whatever the tag means. */
export const tagText = z
  .union([z.string(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value === true ? '1' : value === false ? '0' : value || undefined))
const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === '1')

const ChatTags = z.object({
  id: tagText,
  'user-id': tagText,
  username: tagText,
  'display-name': tagText,
  badges: z.record(z.string(), z.unknown()).nullish(),
  mod: flag,
  vip: flag,
  subscriber: flag,
  'first-msg': flag,
  'message-type': tagText,
  bits: tagText,
  'custom-reward-id': tagText,
  'reply-parent-msg-id': tagText,
  'reply-parent-user-id': tagText,
  'reply-parent-user-login': tagText,
  'reply-parent-display-name': tagText,
  'room-id': tagText,
  'source-room-id': tagText,
  'source-id': tagText,
})
const ClearMessageTags = z.object({ 'target-msg-id': tagText })
const ClearChatTags = z.object({ 'target-user-id': tagText })

/** Chats that are shared: the channel it was written in, when that is another one. */
export const elsewhere = (room: string | undefined, source: string | undefined): string | undefined =>
  source !== undefined && source !== room ? source : undefined

export interface ChatMessage {
  readonly line: LineWritten
  /** The same line in every channel that shares the chat. */
  readonly sourceId: string
  /** The reward it was written with. */
  readonly rewardId: string | undefined
}

function paidWith(bits: string | undefined, rewardId: string | undefined): LineWritten['paid'] {
  const amount = /^\d{1,9}$/.test(bits ?? '') ? Number(bits) : 0
  if (amount > 0) return { kind: 'bits', amount, title: '' }
  // Which reward and at what price only EventSub tells.
  return rewardId === undefined ? undefined : { kind: 'points', amount: 0, title: '' }
}
function answered(tags: z.infer<typeof ChatTags>): LineWritten['replyTo'] {
  const messageId = tags['reply-parent-msg-id']
  if (messageId === undefined) return undefined
  const name = shortName(tags['reply-parent-display-name']) || shortName(tags['reply-parent-user-login'])
  return { messageId, personId: (tags['reply-parent-user-id'] ?? '').slice(0, 100), name }
}

/** tmi.js's 'message' and 'cheer': (channel, tags, text, …). Null for what is no line of chat. Emotes stay as their names; /me becomes *text*. */
export function chatMessage([, rawTags, raw]: readonly unknown[], atWallMs: number): ChatMessage | null {
  const tags = ChatTags.safeParse(rawTags).data
  if (!tags || typeof raw !== 'string' || tags['message-type'] === 'whisper') return null
  const { badges } = tags
  const said = sanitise(raw)
  const rewardId = tags['custom-reward-id']
  const sharedFrom = elsewhere(tags['room-id'], tags['source-room-id'])
  const line = LineWritten.safeParse({
    type: 'line-written',
    messageId: tags.id,
    from: {
      platform: 'twitch',
      id: tags['user-id'] ?? tags.username,
      name: shortName(tags['display-name']) || shortName(tags.username),
    },
    text: said && tags['message-type'] === 'action' ? `*${said}*` : said,
    roles: {
      broadcaster: badges?.broadcaster !== undefined,
      moderator: tags.mod || badges?.moderator !== undefined,
      vip: tags.vip || badges?.vip !== undefined,
      subscriber: tags.subscriber || badges?.subscriber !== undefined || badges?.founder !== undefined,
      firstMessage: tags['first-msg'],
    },
    // What was given in another channel was given to another.
    paid: sharedFrom === undefined ? paidWith(tags.bits, rewardId) : undefined,
    replyTo: answered(tags),
    sharedFrom,
    at: atWallMs,
  })
  if (!line.success) return null
  return { line: line.data, sourceId: tags['source-id'] ?? line.data.messageId, rewardId }
}

/** tmi.js's 'messagedeleted': (channel, login, text, tags). */
export function messageDeleted([, , , tags]: readonly unknown[]): (LineDeleted & { readonly messageId: string }) | null {
  const messageId = ClearMessageTags.safeParse(tags).data?.['target-msg-id']
  return messageId === undefined ? null : { type: 'line-deleted', platform: 'twitch', messageId }
}

/** tmi.js's 'ban' (channel, login, reason, tags): everything she knows of them. 'timeout' has a length before the tags: what they wrote in this sitting. */
export function personCleared(args: readonly unknown[], since?: number): LineDeleted | null {
  const login = args[1]
  const personId =
    ClearChatTags.safeParse(args.at(-1)).data?.['target-user-id'] ?? (typeof login === 'string' ? login : undefined)
  if (personId === undefined) return null
  return { type: 'line-deleted', platform: 'twitch', personId, ...(since === undefined ? {} : { since }) }
}

/** The whole chat of this sitting was cleared. */
export const chatCleared = (since: number): LineDeleted => ({ type: 'line-deleted', platform: 'twitch', since })

/** One parsed line of the protocol, before tmi.js makes events of it. */
export const ProtocolLine = z.object({ command: z.string(), params: z.array(z.string()) })
/** The same when tmi.js has made its tags readable. */
export const TaggedLine = z.object({ command: z.string(), params: z.array(z.string()), tags: z.record(z.string(), z.unknown()) })
