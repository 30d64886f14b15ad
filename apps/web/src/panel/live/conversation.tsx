// In: turns. Out: who said what, what she answered and how much of it was heard; below it the composer.
import type { ReactNode } from 'react'
import { counted, durationText } from '../../lib/figure-text'
import { median } from '../../lib/median'
import { Card, CardHead } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { usePanel } from '../panel-store'
import { ScrollLog } from './scroll-log'
import { TurnEntries } from './turn-entries'

export function Conversation({ children }: { children: ReactNode }) {
  const turns = usePanel((state) => state.turns)
  const usualMs = median(turns.flatMap(({ firstAudioMs }) => firstAudioMs ?? []))
  return (
    <Card aria-labelledby="conversation">
      <CardHead
        id="conversation"
        title="Conversation"
        remark={turns.length > 0 && `${counted(turns.length, 'turn')}${usualMs === null ? '' : ` · median ${durationText(usualMs)}`}`}
      />
      <Turns />
      {children}
    </Card>
  )
}

export function Turns() {
  const turns = usePanel((state) => state.turns)
  const heard = usePanel((state) => state.heard)
  const known = usePanel((state) => state.known)
  const name = usePanel((state) => state.character.name)
  return (
    <ScrollLog label="Conversation" newest={turns.at(-1)?.id} className="justify-end gap-3.5 px-3.5 pt-1 pb-3">
      {turns.length === 0 && known && (
        <Empty title="Nothing said yet" className="px-0">
          Type a line below and {name} answers it aloud. What she wrote and what was heard of it shows up here.
        </Empty>
      )}
      {turns.map((turn) => (
        <TurnEntries key={turn.id} turn={turn} progress={heard?.turnId === turn.id ? heard : null} />
      ))}
    </ScrollLog>
  )
}
