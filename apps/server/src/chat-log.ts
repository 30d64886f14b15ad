// The chat as the panel shows it: lines and what became of each flow in; the latest of them, with their tags, flow out.
import { type ChatLine, type ChatTag, type LineDeleted, type LineWritten, takesBack } from '@psiona/shared'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** About two screens of chat, and what a panel that has just opened is given. */
const MOST_LINES = 200

export interface ChatLog {
  recent(): ChatLine[]
  show(line: LineWritten, tag: ChatTag): void
  /** What became of a line changed; unknown lines are none of ours. */
  retag(messageId: string, tag: ChatTag): void
  remove(deleted: LineDeleted): void
}

export function createChatLog(news: Topic<HouseNews>): ChatLog {
  let lines: ChatLine[] = []
  const tell = (line: ChatLine) => news.publish({ type: 'chat-line-shown', line })
  return {
    recent: () => lines,
    show({ messageId, at, from, text }, tag) {
      const line = { messageId, at, from, text, tag }
      lines = [...lines.slice(-MOST_LINES + 1), line]
      tell(line)
    },
    retag(messageId, tag) {
      const at = lines.findIndex((line) => line.messageId === messageId)
      if (at < 0) return
      const line = { ...lines[at]!, tag }
      lines = lines.with(at, line)
      tell(line)
    },
    remove(deleted) {
      const gone = lines.filter((line) => takesBack(deleted, line))
      if (gone.length === 0) return
      lines = lines.filter((line) => !gone.includes(line))
      news.publish({ type: 'chat-lines-removed', messageIds: gone.map((line) => line.messageId) })
    },
  }
}
