// A reward redeemed with words is told twice: by the chat as a line, by EventSub as an event. In: both, in any order. Out: one line that knows title and price, or the event where no line comes.
import { type EventHappened, type LineDeleted, type LineWritten, type Ms, takesBack } from '@psiona/shared'
import type { Clock } from '../../clock'
import type { Redemption } from './eventsub-event.external'

/** Both are told within a second; a line is not kept from her for longer. */
export const TOGETHER_WITHIN_MS: Ms = 1500
/** One that comes even later belongs to a line she has had. */
const REMEMBER_MS: Ms = 30_000

export interface RedeemedLines {
  line(line: LineWritten, rewardId: string): void
  redeemed(redemption: Redemption): void
  /** A line that was taken back while it waited is not told. */
  forget(deleted: LineDeleted): void
  close(): void
}
export interface RedeemedLinesOptions {
  readonly clock: Clock
  /** EventSub tells redemptions: there is something to wait for. */
  readonly told: () => boolean
  /** The chat is read: words will come as a line. */
  readonly read: () => boolean
  readonly push: (happening: LineWritten | EventHappened) => void
}

interface Held<T> {
  readonly what: T
  readonly key: string
  readonly timer: AbortController
}
const keyOf = (personId: string, rewardId: string) => `${personId} ${rewardId}`
const named = (line: LineWritten, { event }: Redemption): LineWritten => ({
  ...line,
  paid: { kind: 'points', amount: event.amount ?? 0, title: event.title },
})

export function createRedeemedLines({ clock, told, read, push }: RedeemedLinesOptions): RedeemedLines {
  let lines: Held<LineWritten>[] = []
  let redemptions: Held<Redemption>[] = []
  let alone: { readonly key: string; readonly atMs: Ms }[] = []

  const after = (then: () => void): AbortController => {
    const timer = new AbortController()
    void clock.sleep(TOGETHER_WITHIN_MS, timer.signal).then(() => {
      if (!timer.signal.aborted) then()
    })
    return timer
  }
  const without = <T>(all: readonly Held<T>[], one: Held<T>): Held<T>[] => {
    one.timer.abort()
    return all.filter((other) => other !== one)
  }
  const recentlyAlone = (key: string): boolean => {
    const now = clock.monotonicMs()
    alone = alone.filter(({ atMs }) => now - atMs < REMEMBER_MS)
    const index = alone.findIndex((one) => one.key === key)
    if (index >= 0) alone.splice(index, 1)
    return index >= 0
  }
  return {
    line(line, rewardId) {
      const key = keyOf(line.from.id, rewardId)
      const waiting = redemptions.find((one) => one.key === key)
      if (waiting) {
        redemptions = without(redemptions, waiting)
        return push(named(line, waiting.what))
      }
      if (!told()) return push(line)
      const held: Held<LineWritten> = {
        what: line,
        key,
        timer: after(() => {
          lines = without(lines, held)
          alone.push({ key, atMs: clock.monotonicMs() })
          push(line)
        }),
      }
      lines.push(held)
    },
    redeemed(redemption) {
      const { event, rewardId } = redemption
      if (event.text === '' || !read()) return push(event)
      const key = keyOf(event.from.id, rewardId)
      const waiting = lines.find((one) => one.key === key)
      if (waiting) {
        lines = without(lines, waiting)
        return push(named(waiting.what, redemption))
      }
      if (recentlyAlone(key)) return
      const held: Held<Redemption> = {
        what: redemption,
        key,
        timer: after(() => {
          redemptions = without(redemptions, held)
          push(event)
        }),
      }
      redemptions.push(held)
    },
    forget(deleted) {
      for (const held of lines.filter(({ what }) => takesBack(deleted, what))) lines = without(lines, held)
      for (const held of redemptions.filter(({ what }) => deleted.messageId === undefined && takesBack(deleted, what.event)))
        redemptions = without(redemptions, held)
    },
    close() {
      for (const { timer } of [...lines, ...redemptions]) timer.abort()
      lines = []
      redemptions = []
    },
  }
}
