// Helix as far as it is asked. In: questions with a token. Out: users, lines written under Twitch's limits, moderation, subscriptions to events; and what was done.
import type { TwitchEvents } from './twitch-api-events'
import type { TwitchSignIn } from './twitch-api-id'
import type { Question, Reply, WrittenHere } from './twitch-api-question'
import { userIdOf } from './twitch-dialect'

export interface WrittenLine {
  readonly id: string
  readonly text: string
  readonly sender: string
  readonly replyTo: string | undefined
  readonly atMs: number
}
export interface TwitchHelix {
  reply(question: Question): Reply
  /** Lines that stand in the chat. */
  readonly written: readonly WrittenLine[]
  /** 'delete message-1', 'ban 42', 'timeout 42 600'. */
  readonly moderated: readonly string[]
  /** Names of who may moderate; the broadcaster always may. */
  readonly moderators: Set<string>
  /** Accounts that nobody has. */
  readonly unknown: Set<string>
  /** Subscriptions refused, by type: with this status. */
  readonly refusedTopics: Map<string, number>
  /** The next line is dropped for this reason. */
  dropNext(code: string, message: string): void
}

const LIMIT = { lines: 20, moderatorLines: 100, withinMs: 30_000 }
const no = (status: number, message: string): Reply => ({ status, json: { error: 'as told', status, message } })
const done = (data: unknown): Reply => ({ status: 200, json: { data: [data] } })

export function createTwitchHelix(options: {
  readonly signIn: TwitchSignIn
  readonly events: TwitchEvents
  readonly wallMs: () => number
  readonly onWritten: (line: WrittenHere) => void
}): TwitchHelix {
  const { signIn, events, wallMs, onWritten } = options
  const written: WrittenLine[] = []
  const moderated: string[] = []
  const moderators = new Set<string>()
  const unknown = new Set<string>()
  const refusedTopics = new Map<string, number>()
  const drops: { readonly code: string; readonly message: string }[] = []

  const mayModerate = (userId: string, channelId: string) =>
    userId === channelId || [...moderators].some((name) => userIdOf(name) === userId)
  const write = (body: Record<string, unknown>, name: string, userId: string): Reply => {
    const { broadcaster_id: channelId, sender_id: sender, message: text, reply_parent_message_id: replyTo } = body
    if (sender !== userId || typeof text !== 'string') return no(400, 'The sender is somebody else.')
    const now = wallMs()
    const recent = written.filter((line) => line.sender === sender && now - line.atMs < LIMIT.withinMs)
    const moderator = mayModerate(userId, String(channelId))
    const dropped = (code: string, message: string) => done({ message_id: '', is_sent: false, drop_reason: { code, message } })
    const next = drops.shift()
    if (next) return dropped(next.code, next.message)
    if ([...text].length > 500) return no(400, 'The message is too long.')
    if (recent.length >= (moderator ? LIMIT.moderatorLines : LIMIT.lines)) return dropped('msg_ratelimit', 'Too many messages.')
    if (!moderator && recent.some((line) => line.text === text)) return dropped('msg_duplicate', 'Your message is identical.')
    const line = {
      id: `own-${written.length + 1}`,
      text,
      sender: userId,
      replyTo: replyTo === undefined ? undefined : String(replyTo),
      atMs: now,
    }
    written.push(line)
    onWritten({ ...line, name })
    return done({ message_id: line.id, is_sent: true, drop_reason: null })
  }
  const subscribe = (body: Record<string, unknown>): Reply => {
    const type = String(body.type)
    const status = refusedTopics.get(type)
    if (status !== undefined) return no(status, 'subscription missing proper authorization')
    const session = String((body.transport as Record<string, unknown>).session_id)
    const subscription = events.subscribe(type, session)
    return subscription
      ? { status: 202, json: { data: [subscription], total: 1, total_cost: 0, max_total_cost: 10 } }
      : no(400, 'session')
  }
  const jsonOf = (body: string): Record<string, unknown> => (body === '' ? {} : JSON.parse(body))

  return {
    ...{ written, moderated, moderators, unknown, refusedTopics },
    dropNext: (code, message) => void drops.push({ code, message }),
    reply({ method, path, query, body, token }) {
      const owner = signIn.owner(token)
      if (!owner) return no(401, 'Invalid OAuth token')
      const channelId = query.get('broadcaster_id') ?? ''
      switch (`${method} ${path}`) {
        case 'GET /helix/users': {
          const login = query.get('login') ?? ''
          return unknown.has(login)
            ? { status: 200, json: { data: [] } }
            : done({ id: userIdOf(login), login, display_name: login })
        }
        case 'GET /helix/moderation/channels': {
          const data = [...moderators].includes(owner.name)
            ? [{ broadcaster_id: userIdOf('psiona'), broadcaster_login: 'psiona' }]
            : []
          return { status: 200, json: { data, pagination: {} } }
        }
        case 'POST /helix/chat/messages':
          return write(
            { broadcaster_id: channelId, sender_id: query.get('sender_id'), ...jsonOf(body) },
            owner.name,
            owner.userId,
          )
        case 'DELETE /helix/moderation/chat':
          if (!mayModerate(owner.userId, channelId)) return no(403, 'The user is not a moderator.')
          moderated.push(`delete ${query.get('message_id')}`)
          return { status: 204 }
        case 'POST /helix/moderation/bans': {
          if (!mayModerate(owner.userId, channelId)) return no(403, 'The user is not a moderator.')
          const { data } = jsonOf(body) as { data: { user_id: string; duration?: number } }
          moderated.push(data.duration ? `timeout ${data.user_id} ${data.duration}` : `ban ${data.user_id}`)
          return done({ broadcaster_id: channelId, user_id: data.user_id, created_at: '', end_time: null })
        }
        case 'POST /helix/eventsub/subscriptions':
          return subscribe(jsonOf(body))
        default:
          return no(404, `no ${method} ${path}`)
      }
    },
  }
}
