// Out: on the widest page, the latest replies to everybody, as bars and as figures.
import { durationText, momentText } from '../../lib/figure-text'
import { Card, CardHead } from '../../ui/card'
import { usePanel } from '../panel-store'
import { nameOf } from '../tally-look'
import { answerWords } from './heard-words'
import { ReplyTimePlot } from './reply-time-plot'
import { replyTimes } from './reply-times'

const ROWS = 6
/** As many as are told apart at 400 px. */
const BARS = 32

export function ReplyTimeCard() {
  const turns = usePanel((state) => state.turns)
  const now = Date.now()
  const progress = usePanel((state) => state.heard)
  const { usualMs, rowMs } = replyTimes(turns, BARS)
  const latest = turns.filter(({ firstAudioMs }) => firstAudioMs !== null).slice(-ROWS)
  return (
    <Card aria-labelledby="replies">
      <CardHead id="replies" title="Latest replies" remark="text to first sound" />
      {latest.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-ink2">None yet. Each answer adds a row.</p>
      ) : (
        <>
          <div className="px-3.5 pb-2">
            <ReplyTimePlot rowMs={rowMs} usualMs={usualMs} slots={BARS} />
          </div>
          <table className="mx-3.5 mb-3">
            <thead>
              <tr className="text-left text-xs text-ink3">
                <th className="py-1 font-normal">At</th>
                <th className="font-normal">To</th>
                <th className="text-right font-normal">Heard</th>
                <th className="text-right font-normal">First sound</th>
              </tr>
            </thead>
            <tbody>
              {latest.toReversed().map((turn) => {
                const { heard, total } = answerWords(turn, progress)
                return (
                  <tr key={turn.id} className="border-t border-line">
                    <td className="py-1.5 text-ink3">{momentText(turn.at, now)}</td>
                    <td className="max-w-32 truncate">{nameOf(turn.from)}</td>
                    <td className="text-right text-ink2">
                      {heard} of {total}
                    </td>
                    <td className="text-right font-[650]">{turn.firstAudioMs === null ? '' : durationText(turn.firstAudioMs)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </>
      )}
    </Card>
  )
}
