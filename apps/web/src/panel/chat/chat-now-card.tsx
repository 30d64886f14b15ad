// In: the mood of the chat. Out: it in words, what several people say, and how many lines nobody had time for.
import { counted } from '../../lib/figure-text'
import { sentenceStart } from '../../lib/sentence-start'
import { Card, CardHead } from '../../ui/card'
import { Count } from '../../ui/count'
import { themesBeside } from '../live/mood-words'
import { usePanel } from '../panel-store'

export function ChatNowCard() {
  const mood = usePanel((state) => state.chatMood)
  const themes = themesBeside(mood)
  return (
    <Card aria-labelledby="chat-now">
      <CardHead id="chat-now" title="The chat now" remark="as she is told it">
        <Count>{mood.linesPerSecond.toFixed(1)} lines/s</Count>
      </CardHead>
      <div className="grid gap-2 px-3.5 pb-3.5">
        <p className="min-h-5 [overflow-wrap:anywhere] text-ink2">{sentenceStart(mood.summary) || 'Quiet.'}</p>
        {themes.length > 0 && (
          <ul aria-label="What several people say" className="grid gap-1">
            {themes.map(({ people, text, asks }) => (
              <li key={text} className="flex gap-2">
                <span className="w-20 flex-none text-sm text-ink3">
                  {people} {asks ? 'ask' : 'say'}
                </span>
                <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
              </li>
            ))}
          </ul>
        )}
        {mood.skipped > 0 && (
          <p className="text-sm text-ink3">{counted(mood.skipped, 'line')} nobody had time for, in the last minute.</p>
        )}
      </div>
    </Card>
  )
}
