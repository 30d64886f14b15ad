// In: the mood of the chat. Out: it in a calm line above the lines, as she is told it; two rows are kept for it, so that nothing below moves.
import { useCalm } from '../../lib/use-calm'
import { usePanel } from '../panel-store'
import { moodLine } from './mood-words'

/** As long as it takes to read. */
const CALM_MS = 3000

export function ChatMoodLine() {
  const any = usePanel((state) => state.chat.length > 0)
  const words = useCalm(moodLine(usePanel((state) => state.chatMood)), CALM_MS)
  return any ? (
    <p title={words} className="flex-none border-b border-line px-3.5 py-1.5 text-sm text-ink2">
      <span className="line-clamp-2 min-h-[2lh] [overflow-wrap:anywhere]">{words}</span>
    </p>
  ) : null
}
