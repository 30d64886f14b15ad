// What the chat and EventSub tell comes in, doubled and in any order; happenings go out, each once.
import type { EventHappened, Happening, LineDeleted, LineWritten, StreamEvent } from '@psiona/shared'
import type { Clock } from '../../clock'
import { createOnce } from '../once'
import { createEchoes, type Teller } from './echoes'
import { newsOf } from './eventsub-event.external'
import type { EventSubNotice } from './eventsub-session'
import { createRedeemedLines } from './redeemed-lines'
import type { LinkNews } from './twitch-link'
import { chatCleared, chatMessage, messageDeleted, personCleared } from './twitch-message.external'
import { userNotice } from './twitch-notice.external'

const TOLD_TWICE: ReadonlySet<StreamEvent> = new Set(['subscription', 'gift', 'raid'])
const MOST_ALIASES = 200

export interface TwitchHappenings {
  /** tmi.js's own arguments. */
  chat(news: LinkNews, args: readonly unknown[]): void
  eventSub(notice: EventSubNotice): void
  close(): void
}
export interface TwitchHappeningsOptions {
  readonly clock: Clock
  readonly push: (happening: Happening) => void
  /** She wrote it herself. */
  readonly isOwn: (line: LineWritten) => boolean
  /** Since when this chat has been read (wall clock). */
  readonly sittingSinceMs: () => number
  /** EventSub tells of rewards. */
  readonly redeemsTold: () => boolean
  readonly chatRead: () => boolean
}

export function createTwitchHappenings(options: TwitchHappeningsOptions): TwitchHappenings {
  const { clock, push, isOwn, sittingSinceMs } = options
  const messages = createOnce()
  const events = createOnce()
  const manyGifts = createOnce()
  const echoes = createEchoes(clock)
  const redeemed = createRedeemedLines({ clock, told: options.redeemsTold, read: options.chatRead, push })
  /** Of events EventSub told first: the id under which the chat knows them, and takes them back. */
  const aliases = new Map<string, string>()
  const ending = new AbortController()

  const written = (args: readonly unknown[]) => {
    const found = chatMessage(args, clock.wallMs())
    if (!found) return
    const { line, sourceId, rewardId } = found
    const isNew = messages.first(line.messageId)
    if (!isNew || (sourceId !== line.messageId && !messages.first(sourceId)) || isOwn(line)) return
    if (rewardId === undefined || line.paid?.kind !== 'points') push(line)
    else redeemed.line(line, rewardId)
  }
  const deleted = (what: LineDeleted, teller: Teller) => {
    const covers = what.messageId ?? `${what.personId ?? 'everybody'} ${what.since === undefined ? 'ever' : 'this sitting'}`
    if (echoes.echoOf(`deleted ${covers}`, teller, covers) !== null) return
    redeemed.forget(what)
    push(what)
    const alias = aliases.get(what.messageId ?? '')
    if (alias !== undefined) push({ ...what, messageId: alias })
  }
  const happened = (event: EventHappened, teller: Teller) => {
    if (!events.first(event.eventId)) return
    if (TOLD_TWICE.has(event.kind)) {
      const what = `${event.kind} ${event.from?.id ?? ''} ${event.kind === 'gift' ? event.amount : ''}`
      const echo = echoes.echoOf(what, teller, event.eventId)
      if (echo !== null && teller === 'chat') {
        aliases.set(event.eventId, echo)
        for (const oldest of aliases.keys()) {
          if (aliases.size <= MOST_ALIASES) break
          aliases.delete(oldest)
        }
      }
      if (echo !== null) return
    }
    push(event)
    if (event.kind === 'ad-break' && event.phase === 'begun') void endAdBreak(event)
  }
  /** Twitch tells when ads begin and how long they are, not when they end. */
  const endAdBreak = async (begun: EventHappened) => {
    await clock.sleep((begun.amount ?? 0) * 1000, ending.signal)
    if (ending.signal.aborted) return
    push({ ...begun, eventId: `${begun.eventId.slice(0, 120)}:over`, phase: 'over', at: clock.wallMs() })
  }
  const noticed = (args: readonly unknown[]) => {
    const notice = userNotice(args, clock.wallMs())
    if (!notice) return
    const { event, giftIds, single } = notice
    // One of many that were told together.
    if (single && giftIds.some((id) => manyGifts.has(id))) return
    if (event.kind === 'gift' && !single) for (const id of giftIds) manyGifts.first(id)
    happened(event, 'chat')
  }

  return {
    chat(news, args) {
      switch (news) {
        case 'line':
          return written(args)
        case 'notice':
          return noticed(args)
        case 'chat-cleared':
          return deleted(chatCleared(sittingSinceMs()), 'chat')
        case 'message-deleted': {
          const found = messageDeleted(args)
          return found ? deleted(found, 'chat') : undefined
        }
        case 'person-banned':
        case 'person-timed-out': {
          const found = personCleared(args, news === 'person-timed-out' ? sittingSinceMs() : undefined)
          return found ? deleted(found, 'chat') : undefined
        }
      }
    },
    eventSub(notice) {
      for (const news of newsOf(notice, clock.wallMs(), sittingSinceMs())) {
        if (news.type === 'line-deleted') deleted(news, 'eventsub')
        else if (news.type === 'event-happened') happened(news, 'eventsub')
        else redeemed.redeemed(news)
      }
    },
    close() {
      ending.abort()
      redeemed.close()
    },
  }
}
