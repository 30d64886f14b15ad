// One WebSocket message of Twitch's events comes in as text; what kind it is and what matters of it goes out, null for what is none.
import { z } from 'zod'

const Frame = z.object({
  metadata: z.object({ message_id: z.string().min(1).max(128), message_type: z.string() }),
  payload: z.unknown(),
})
const Welcome = z.object({
  session: z.object({ id: z.string().min(1), keepalive_timeout_seconds: z.number().min(1).nullish().catch(null) }),
})
const Move = z.object({ session: z.object({ reconnect_url: z.string() }) })
const Notice = z.object({ subscription: z.object({ type: z.string() }), event: z.unknown() })
const Revoked = z.object({ subscription: z.object({ type: z.string(), status: z.string() }) })

/** What Twitch does when it does not say. */
const KEEPALIVE_SECONDS = 10

export type EventSubFrame =
  | { readonly kind: 'welcome'; readonly sessionId: string; readonly keepaliveSeconds: number }
  | { readonly kind: 'alive' }
  | { readonly kind: 'move'; readonly address: string }
  | { readonly kind: 'notice'; readonly messageId: string; readonly type: string; readonly event: unknown }
  | { readonly kind: 'revoked'; readonly type: string; readonly why: string }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is no message.
    return null
  }
}

export const EventSubFrame = {
  read(text: string): EventSubFrame | null {
    const frame = Frame.safeParse(parsed(text)).data
    if (!frame) return null
    const { payload } = frame
    switch (frame.metadata.message_type) {
      case 'session_welcome': {
        const session = Welcome.safeParse(payload).data?.session
        if (!session) return null
        return {
          kind: 'welcome',
          sessionId: session.id,
          keepaliveSeconds: session.keepalive_timeout_seconds ?? KEEPALIVE_SECONDS,
        }
      }
      case 'session_keepalive':
        return { kind: 'alive' }
      case 'session_reconnect': {
        const move = Move.safeParse(payload).data
        return move ? { kind: 'move', address: move.session.reconnect_url } : null
      }
      case 'notification': {
        const notice = Notice.safeParse(payload).data
        return notice
          ? { kind: 'notice', messageId: frame.metadata.message_id, type: notice.subscription.type, event: notice.event }
          : null
      }
      case 'revocation': {
        const revoked = Revoked.safeParse(payload).data
        return revoked ? { kind: 'revoked', type: revoked.subscription.type, why: revoked.subscription.status } : null
      }
      default:
        return null
    }
  },
}
