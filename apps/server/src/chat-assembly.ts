// The chat: lines, events and deletions flow in; what is shown, answered, thanked for, written back and forgotten flows out.
import {
  type ChatModeration,
  type ChatTag,
  type EventHappened,
  type Happening,
  type LineDeleted,
  type LineWritten,
  takesBack,
  type Unit,
} from '@psiona/shared'
import { createAnswersWritten } from './answers-written'
import { createAttention } from './attention'
import { createChatLog } from './chat-log'
import { type Clock, sinceNow } from './clock'
import { createFloor } from './floor'
import type { HouseNews } from './house'
import { isCrisis } from './mind/crisis'
import { createOpenParts } from './open-parts'
import type { ChatSource } from './organs'
import type { openSafety } from './safety-assembly'
import type { SettingsFile } from './store/settings-file'
import type { Topic } from './streams'
import type { openVoices } from './voices-assembly'

/** What may set off an effect, a rule of OBS. */
type Given = Pick<EventHappened, 'kind' | 'from' | 'amount' | 'title' | 'at' | 'eventId'>

/** What a panel that has just opened is shown. */
const RECENT_EVENTS = 50
const COMMAND: ChatTag = { state: 'shown', why: 'a command' }
const PANIC: ChatTag = { state: 'passed-over', why: 'panic is on' }
const CARE: ChatTag = { state: 'passed-over', why: 'needs care; not read aloud' }

export interface ChatParts {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly settings: Pick<SettingsFile, 'current'>
  readonly name: () => string
  /** What she speaks (BCP 47), and how fast. */
  readonly voices: Pick<ReturnType<typeof openVoices>, 'spoken' | 'paced'>
  readonly chattiness: () => Unit
  readonly safety: Pick<ReturnType<typeof openSafety>, 'desk' | 'guard' | 'wouldRefuse' | 'isUnfit'>
  readonly sources: readonly ChatSource[]
  /** True: it was an order for her clothes. */
  readonly isCommand: (line: LineWritten) => boolean
  /** Bits and redeemed rewards count, whichever way they come. */
  readonly onEvent: (event: Given) => void
  readonly onDeleted: (deleted: LineDeleted) => void
  /** She may have somebody to answer. */
  readonly onNext: () => void
  readonly onTrouble: (what: string) => (cause: unknown) => void
}

const eventOfPaid = ({ paid, from, at, messageId }: LineWritten): Given | null =>
  paid
    ? {
        ...{ kind: paid.kind === 'points' ? 'redeem' : 'bits', from, amount: paid.amount, title: paid.title },
        ...{ at, eventId: messageId },
      }
    : null

export function openChat(parts: ChatParts) {
  const { clock, news, settings, safety, onNext } = parts
  const open = createOpenParts(parts.onTrouble('a part of the chat did not close'))
  const { desk, guard } = safety
  const attention = createAttention({
    clock,
    name: parts.name,
    chattiness: parts.chattiness,
    settings: () => settings.current().chat,
    wouldRefuse: (text) => {
      const refuses = safety.isUnfit(text)
      if (refuses) desk.refused()
      return refuses
    },
  })
  open.add(attention.close)
  const log = createChatLog({ clock, news })
  open.add(log.close)
  const floor = createFloor({
    clock,
    attention,
    chat: () => settings.current().chat,
    quiet: () => desk.silent() !== '',
    wouldRefuse: safety.isUnfit,
    language: parts.voices.spoken,
    ...parts.voices.paced,
    nudge: onNext,
  })
  open.add(floor.close)
  const written = createAnswersWritten({
    news,
    settings: settings.current,
    sources: parts.sources,
    wouldRefuse: safety.wouldRefuse,
  })
  open.add(written.close)
  open.add(
    attention.changes.subscribe(({ messageId, tag, people }) => {
      log.retag(messageId, tag, people)
      if (tag.state === 'next') onNext()
    }),
  )
  open.add(attention.moods.subscribe((mood) => news.publish({ type: 'chat-mood-changed', mood })))
  const opened = sinceNow(clock)
  let events: EventHappened[] = []

  const tagOf = (line: LineWritten): ChatTag => {
    // Also in a panic: whoever is in need is shown to the owner.
    if (isCrisis(line.text)) {
      desk.care(line)
      return CARE
    }
    if (desk.panicking) return PANIC
    return parts.isCommand(line) ? COMMAND : attention.consider(line)
  }
  const lineWritten = (line: LineWritten) => {
    const tag = tagOf(line)
    log.show(line, tag)
    const event = eventOfPaid(line)
    // Nothing is celebrated that needs care.
    if (event && tag !== PANIC && tag !== CARE) parts.onEvent(event)
  }
  const lineDeleted = (deleted: LineDeleted) => {
    floor.forget(deleted)
    log.remove(deleted)
    desk.takenBack(deleted)
    written.forget(deleted)
    const gone = events.filter(({ from, at, eventId }) => from && takesBack(deleted, { from, at, messageId: eventId }))
    events = events.filter((event) => !gone.includes(event))
    if (gone.length > 0) news.publish({ type: 'chat-lines-removed', messageIds: gone.map(({ eventId }) => eventId) })
    parts.onDeleted(deleted)
    guard.takeBack((turn) => takesBack(deleted, turn))
  }
  const eventHappened = (event: EventHappened) => {
    events = [...events.slice(1 - RECENT_EVENTS), event]
    news.publish({ type: 'stream-event', event })
    if (desk.panicking) return
    floor.happened(event)
    if (event.phase === 'once' || event.phase === 'begun') parts.onEvent(event)
    onNext()
  }
  return {
    log,
    /** Who is given the floor among viewers. */
    floor,
    mood: attention.mood,
    events: () => events,
    take(happening: Happening) {
      switch (happening.type) {
        case 'line-written':
          return lineWritten(happening)
        case 'line-deleted':
          return lineDeleted(happening)
        case 'event-happened':
          return eventHappened(happening)
        default:
          happening satisfies never
      }
    },
    /** A platform has done what was asked of it: it is done here as well, whether or not its chat is read. */
    moderated({ platform, messageId, personId, seconds }: ChatModeration) {
      lineDeleted({
        type: 'line-deleted',
        platform,
        ...(messageId === undefined ? {} : { messageId }),
        ...(personId === undefined ? {} : { personId }),
        // Who is silenced for a while loses what was written in this sitting; who is banned loses everything.
        ...(seconds === undefined ? {} : { since: opened() }),
      })
      desk.note({ kind: 'moderated', offence: null, rule: '', platform, turnId: '' })
    },
    /** Nobody waits any more, and nothing waits to be written. */
    clear() {
      floor.clear()
      written.clear()
    },
    close: open.close,
  }
}
