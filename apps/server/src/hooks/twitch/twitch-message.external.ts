// Twitch's chat as tmi.js hands it over comes in; our happenings go out. The only place that knows these foreign shapes.
import { type LineDeleted, LineWritten, sanitise } from '@psiona/shared'
import { z } from 'zod'

/** tmi.js makes true and false of the tag values 1 and 0, and null of empty ones, whatever the tag means. */
const text = z
  .union([z.string(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value === true ? '1' : value === false ? '0' : value || undefined))
const flag = z.unknown().transform((value) => value === true || value === '1')

const ChatTags = z.object({
  id: text,
  'user-id': text,
  username: text,
  'display-name': text,
  badges: z.record(z.string(), z.unknown()).nullish(),
  mod: flag,
  subscriber: flag,
  'first-msg': flag,
  'message-type': text,
})
const ClearMessageTags = z.object({ 'target-msg-id': text })
const ClearChatTags = z.object({ 'target-user-id': text })

/** Twitch allows 25 letters; a name is spoken and shown, so it is kept short whatever comes. */
const LONGEST_NAME = 25
const shortName = (name: string | undefined) => {
  const clean = sanitise(name ?? '', LONGEST_NAME)
  return clean.length <= 100 ? clean : ''
}

/** tmi.js's 'message' and 'cheer': (channel, tags, text, …). Null for what is no line of chat. Emotes stay as their names; /me becomes *text*. */
export function lineWritten([, tags, raw]: readonly unknown[], atWallMs: number): LineWritten | null {
  const found = ChatTags.safeParse(tags)
  if (!found.success || typeof raw !== 'string') return null
  const {
    id,
    username,
    badges,
    mod,
    subscriber,
    'user-id': userId,
    'display-name': shown,
    'first-msg': firstMessage,
  } = found.data
  const type = found.data['message-type']
  if (type === 'whisper') return null
  const said = sanitise(raw)
  const line = LineWritten.safeParse({
    type: 'line-written',
    messageId: id,
    from: { platform: 'twitch', id: userId ?? username, name: shortName(shown) || shortName(username) },
    text: said && type === 'action' ? `*${said}*` : said,
    roles: {
      broadcaster: badges?.broadcaster !== undefined,
      moderator: mod || badges?.moderator !== undefined,
      subscriber: subscriber || badges?.subscriber !== undefined || badges?.founder !== undefined,
      firstMessage,
    },
    at: atWallMs,
  })
  return line.success ? line.data : null
}

/** tmi.js's 'messagedeleted': (channel, login, text, tags). */
export function messageDeleted([, , , tags]: readonly unknown[]): LineDeleted | null {
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
