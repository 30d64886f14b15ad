// What is done in the channel in the name of who is signed in: lines written, lines and people taken out. In: orders. Out: done, or what it takes.
import { type ChatModeration, Problem, sanitise } from '@psiona/shared'
import type { ApiClient } from '@twurple/api'
import { z } from 'zod'
import type { ChatOut, ChatSent } from '../../organs'
import type { WriteLater } from '../chat-writer'
import { HelixRefusal } from './helix-refusal'
import type { OwnLines } from './own-lines'
import type { TwitchRoom } from './twitch-membership'

const DROPPED = /dropped: (.+)$/
const LONGEST_REASON = 160
const MessageId = z.string().min(1).max(128)

export interface TwitchDesk {
  /** Once. Never rejects. */
  send(line: ChatOut): Promise<ChatSent | WriteLater>
  /** @throws Problem */
  moderate(order: ChatModeration): Promise<void>
}
export interface TwitchDeskOptions {
  readonly helix: () => Promise<ApiClient>
  readonly room: () => TwitchRoom | null
  /** In words, when there is no room. */
  readonly lack: () => string
  readonly own: OwnLines
}

export function createTwitchDesk({ helix, room, lack, own }: TwitchDeskOptions): TwitchDesk {
  const here = (): TwitchRoom => {
    const found = room()
    if (!found) throw new Problem('twitch-sign-in', 'refused', lack())
    return found
  }
  const refusal = (cause: unknown): ChatSent | WriteLater => {
    if (cause instanceof HelixRefusal && cause.retryInMs !== null) return { retryInMs: cause.retryInMs }
    if (cause instanceof Problem) return { sent: false, why: cause.message }
    const reason = cause instanceof Error ? DROPPED.exec(cause.message)?.[1] : undefined
    return {
      sent: false,
      why: reason
        ? `Twitch dropped the line: ${sanitise(reason, LONGEST_REASON)}`
        : 'Twitch answers something else than it should.',
    }
  }
  return {
    async send({ text, replyTo }) {
      const notWritten = own.writing(text)
      try {
        const { channelId, userId } = here()
        const api = await helix()
        const reply = replyTo === undefined ? {} : { replyParentMessageId: replyTo }
        const sent = await api.asUser(userId, (me) => me.chat.sendChatMessage(channelId, text, reply))
        own.wrote(MessageId.parse(sent.id))
        return { sent: true }
      } catch (cause) {
        // After a broken connection it may stand there all the same: then it is still hers.
        if (cause instanceof HelixRefusal) notWritten()
        return refusal(cause)
      }
    },
    async moderate({ messageId, personId, seconds }) {
      const { channelId, userId } = here()
      const api = await helix()
      await api.asUser(userId, async (me) => {
        if (messageId !== undefined) await me.moderation.deleteChatMessages(channelId, messageId)
        if (personId !== undefined)
          await me.moderation.banUser(channelId, {
            user: personId,
            reason: '',
            ...(seconds === undefined ? {} : { duration: seconds }),
          })
      })
    },
  }
}
