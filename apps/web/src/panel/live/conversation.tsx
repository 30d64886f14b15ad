// In: turns. Out: who said what, what she answered and how much of it was heard; below it the composer.
import { Fragment, type ReactNode } from 'react'
import { counted, dayText, durationText, sameDay } from '../../lib/figure-text'
import { median } from '../../lib/median'
import { usePulse } from '../../lib/use-pulse'
import { Card, CardHead } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { usePanel } from '../panel-store'
import { ScrollLog } from './scroll-log'
import { SpeechEntry } from './speech-entry'
import { TurnEntries } from './turn-entries'

export function Conversation({ children }: { children: ReactNode }) {
  const turns = usePanel((state) => state.turns)
  const usualMs = median(turns.flatMap(({ firstAudioMs }) => firstAudioMs ?? []))
  return (
    <Card aria-labelledby="conversation">
      <CardHead
        id="conversation"
        title="Conversation"
        remark={
          turns.length > 0 && `${counted(turns.length, 'turn')}${usualMs === null ? '' : ` · median ${durationText(usualMs)}`}`
        }
      />
      <Turns />
      {children}
    </Card>
  )
}

/** How late midnight may be noticed. */
const DAY_LOOK_MS = 60_000

export function Turns() {
  const turns = usePanel((state) => state.turns)
  const heard = usePanel((state) => state.heard)
  const known = usePanel((state) => state.known)
  const today = usePulse(DAY_LOOK_MS)
  const name = usePanel((state) => state.character.name)
  const saying = usePanel((state) => state.speech.length > 0)
  const hears = usePanel((state) => state.tally === 'listening')
  return (
    <ScrollLog label="Conversation" entries={turns.map(({ id }) => id)} className="justify-end gap-3.5 px-3.5 pt-1 pb-3">
      {turns.length === 0 && known && !saying && (
        <Empty title="Nothing said yet" className="px-0">
          {hears ? 'Say something, or type a line below,' : 'Type a line below'} and {name} answers aloud. What she wrote and what
          was heard of it shows up here.
        </Empty>
      )}
      {turns.map((turn, index) => (
        <Fragment key={turn.id}>
          {!sameDay(turn.at, turns[index - 1]?.at ?? today) && <Day at={turn.at} today={today} />}
          <TurnEntries turn={turn} progress={heard?.turnId === turn.id ? heard : null} />
        </Fragment>
      ))}
      <SpeechEntry />
    </ScrollLog>
  )
}

/** Where one day's talk ends and the next begins. */
const Day = ({ at, today }: { at: number; today: number }) => (
  <p className="flex items-center gap-3 text-xs text-ink3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
    {sameDay(at, today) ? 'Today' : dayText(at)}
  </p>
)
