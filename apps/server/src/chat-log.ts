// The chat as the panel shows it: lines and what became of each flow in; the latest of them, with their tags, flow out: one by one in calm, in bundles in a flood.
import { type ChatLine, type ChatTag, type LineDeleted, type LineWritten, type Ms, takesBack } from '@psiona/shared'
import { createAttentionBudget } from './attention-budget'
import { ChatLogBundle, isMarked } from './chat-log-bundle'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** What a panel keeps, and what one that has just opened is given: what is taken back here is taken back there. */
const MOST_LINES = 300
/** Lines that wait for her while the chat has long rushed on: what attention lets wait, and some. */
const MOST_HELD = 40
/** Nobody reads more lines one by one; what goes beyond is a flood and comes in bundles. */
const SINGLY_PER_S = 20
const BUNDLE_EVERY_MS: Ms = 100

export interface ChatLog {
  /** Oldest first. */
  recent(): ChatLine[]
  show(line: LineWritten, tag: ChatTag): void
  /** What became of a line changed, or how many say it; unknown lines are none of ours. */
  retag(messageId: string, tag: ChatTag, people?: number): void
  remove(deleted: LineDeleted): void
  close(): void
}

export interface ChatLogOptions {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
}

export function createChatLog({ clock, news }: ChatLogOptions): ChatLog {
  /** What was told, oldest first. */
  const lines = new Map<string, ChatLine>()
  /** Older than those, and their end is not known yet. */
  const held = new Map<string, ChatLine>()
  const bundle = new ChatLogBundle()
  const singles = createAttentionBudget(SINGLY_PER_S)
  let stopBundling: (() => void) | null = null

  const trim = (among: Map<string, ChatLine>, most: number): ChatLine | undefined => {
    if (among.size <= most) return undefined
    const [oldest] = among.values()
    if (oldest) among.delete(oldest.messageId)
    return oldest
  }
  const keep = (line: ChatLine) => {
    if (held.has(line.messageId)) {
      if (isOpen(line)) held.set(line.messageId, line)
      else held.delete(line.messageId)
      return
    }
    lines.set(line.messageId, line)
    const oldest = trim(lines, MOST_LINES)
    if (oldest && isOpen(oldest)) held.set(oldest.messageId, oldest)
    trim(held, MOST_HELD)
  }
  const calm = () => {
    stopBundling?.()
    stopBundling = null
  }
  const flush = () => {
    const together = bundle.take()
    // A tenth of a second without any: the flood is over.
    if (together.length === 0) return calm()
    for (const line of together) keep(line)
    news.publish({ type: 'chat-lines-shown', lines: together })
  }
  /** Told at once; false: it has to go into the bundle. */
  const toldAlone = (line: ChatLine): boolean => {
    if (stopBundling || !singles.take(clock.monotonicMs())) {
      stopBundling ??= clock.every(BUNDLE_EVERY_MS, flush)
      return false
    }
    keep(line)
    news.publish({ type: 'chat-line-shown', line })
    return true
  }
  return {
    recent: () => [...held.values(), ...lines.values()],
    show({ messageId, at, from, text, paid }, tag) {
      const line: ChatLine = { messageId, at, from, text, tag, ...(paid ? { paid } : {}) }
      if (!toldAlone(line)) bundle.add(line, isMarked(line))
    },
    retag(messageId, tag, people) {
      const before = bundle.get(messageId) ?? lines.get(messageId) ?? held.get(messageId)
      if (!before) return
      const line = { ...before, tag, ...(people === undefined ? {} : { people }) }
      if (!toldAlone(line)) bundle.change(line)
    },
    remove(deleted) {
      bundle.remove(deleted)
      const gone = [...held.values(), ...lines.values()].filter((line) => takesBack(deleted, line))
      for (const { messageId } of gone) {
        held.delete(messageId)
        lines.delete(messageId)
      }
      if (gone.length > 0) news.publish({ type: 'chat-lines-removed', messageIds: gone.map(({ messageId }) => messageId) })
    },
    close: calm,
  }
}

const isOpen = ({ tag }: ChatLine) => tag.state === 'waiting' || tag.state === 'next' || tag.state === 'answering'
