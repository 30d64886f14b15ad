// Who is given the floor among viewers. In: lines that attention has picked, what happens on platforms, what is taken back. Out: turns to be made of them, one at a time.
import {
  type ChatSettings,
  type Cut,
  type EventHappened,
  type LineDeleted,
  type LineWritten,
  type Ms,
  type Seconds,
  type Turn,
  takesBack,
} from '@psiona/shared'
import type { Attention, PickedLine } from './attention'
import type { Clock } from './clock'
import { createEventLines, somebodyIn } from './event-lines'
import { createFloorEvents } from './floor-events'
import { createStrangersWords } from './read-aloud'
import type { TurnRequest } from './turn-taking'

/** What was read aloud is answered within this time, or not at all. */
const OLDEST_READ_MS: Ms = 60_000
const LOOK_EVERY_MS: Ms = 1000

export interface FloorOptions {
  readonly clock: Clock
  readonly attention: Pick<Attention, 'next' | 'busy' | 'forget' | 'clear'>
  readonly chat: () => Pick<ChatSettings, 'readPaid' | 'leastBits'>
  /** She answers no viewer at the moment. */
  readonly quiet: () => boolean
  /** Not fit for a stream. */
  readonly wouldRefuse: (text: string) => boolean
  /** What she thanks in (BCP 47); absent: English. */
  readonly language?: () => string
  /** There is something to say: ask next() when she is free. */
  readonly nudge: () => void
  readonly boundedSpeech?: (text: string, options?: { readonly seconds?: Seconds }) => string
  readonly speechSeconds?: (text: string) => Seconds
}

export interface Floor {
  next(): TurnRequest | null
  /** She has begun or ended to say something, whatever it is. */
  busy(busy: boolean): void
  happened(event: EventHappened): void
  /** A turn was ended from outside: nothing goes on from it, unless the owner only spoke in between. */
  cut(turn: Pick<Turn, 'from' | 'messageId'>, reason: Cut['reason']): void
  /** Everywhere here and in attention. Returns the ids of lines that are gone. */
  forget(deleted: LineDeleted): string[]
  /** Everything that waits goes, here and in attention. */
  clear(): void
  /** Thanks and read lines; what waits in attention is not counted. */
  waiting(): number
  close(): void
}

export function createFloor(options: FloorOptions): Floor {
  const { clock, attention, chat, quiet, nudge } = options
  const language = options.language ?? (() => 'en')
  const say = createEventLines(language)
  const words = createStrangersWords({ ...options, say, somebody: () => somebodyIn(language()) })
  const events = createFloorEvents(words, say)
  /** Read aloud and not answered. Attention knows it as being answered all the while. */
  let read: { readonly line: PickedLine; readonly sinceMs: Ms } | null = null
  let isBusy = false
  let thankedLast = false

  const unread = () => {
    if (!read) return
    read = null
    if (!isBusy) attention.busy(false)
  }
  const expire = () => {
    if (read && clock.monotonicMs() - read.sinceMs > OLDEST_READ_MS) unread()
  }
  const answer = ({ from, text, messageId, people }: PickedLine): TurnRequest => ({
    ...{ kind: 'ask', from, text, aloud: true, messageId },
    ...(people > 1 ? { people } : {}),
  })
  const thanks = (): TurnRequest | null => {
    const next = events.take(clock.monotonicMs())
    thankedLast = next !== null
    return next && { kind: 'say', aloud: true, ...next }
  }
  const isRead = ({ paid }: LineWritten) =>
    paid !== undefined && chat().readPaid && (paid.kind !== 'bits' || paid.amount >= chat().leastBits)

  const stopLooking = clock.every(LOOK_EVERY_MS, () => {
    expire()
    if (!quiet() && (read || events.due(clock.monotonicMs()))) nudge()
  })
  return {
    next() {
      if (quiet()) return null
      expire()
      if (read) {
        const { line } = read
        read = null
        return answer(line)
      }
      // Thanks and answers take turns: neither a flood of lines nor one of follows has her to itself.
      const thanked = thankedLast ? null : thanks()
      if (thanked) return thanked
      const line = attention.next()
      if (!line) return thanks()
      thankedLast = false
      const given = isRead(line) ? words.paidLine(line) : null
      if (!given) return answer(line)
      read = { line, sinceMs: clock.monotonicMs() }
      return { kind: 'say', from: line.from, aloud: true, messageId: line.messageId, ...given }
    },
    busy(busy) {
      isBusy = busy
      if (busy || !read) attention.busy(busy)
    },
    happened(event) {
      events.happened(event, clock.monotonicMs())
    },
    cut({ from, messageId }, reason) {
      if (reason === 'new-turn' || !read) return
      if (read.line.messageId === messageId && read.line.from.platform === from.platform) unread()
    },
    forget(deleted) {
      events.forget(deleted)
      const gone = attention.forget(deleted)
      if (read && takesBack(deleted, read.line)) unread()
      return gone
    },
    clear() {
      events.clear()
      unread()
      attention.clear()
    },
    waiting: () => events.size + (read ? 1 : 0),
    close: stopLooking,
  }
}
