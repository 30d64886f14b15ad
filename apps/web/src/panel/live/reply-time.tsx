// In: turns. Out: how long the last answer took from the text to its first sound, beside what is usual.
import { durationText } from '../../lib/figure-text'
import { usePanel } from '../panel-store'
import { ReplyTimePlot } from './reply-time-plot'
import { replyTimes } from './reply-times'

/** As many as are told apart at 400 px. */
const ROW = 32

export function ReplyTime() {
  const { lastMs, usualMs, rowMs } = replyTimes(
    usePanel((state) => state.turns),
    ROW,
  )
  return (
    <section aria-label="Last turn" className="flex-none border-t border-line px-4 pt-3 pb-3.5">
      <p className="mb-2 flex items-baseline gap-2 whitespace-nowrap">
        <span className="font-[650]">Last turn</span>
        <span className="min-w-0 truncate text-sm text-ink3">text to first sound</span>
        <b className="ml-auto text-md/5 font-[650]">{lastMs === null ? '–' : durationText(lastMs)}</b>
        <span className="text-sm text-ink3">usual {usualMs === null ? '–' : Math.round(usualMs)}</span>
      </p>
      <ReplyTimePlot rowMs={rowMs} usualMs={usualMs} slots={ROW} />
    </section>
  )
}
