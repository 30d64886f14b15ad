// In: turns and chat. Out: who she is with, who is next, how many wait, where she sounds.
import type { ReactNode } from 'react'
import { Card } from '../../ui/card'
import { currentTurn } from '../panel-state'
import { usePanel } from '../panel-store'
import { SOUNDS_WHERE } from '../sounds-where'
import { nameOf } from '../tally-look'

export function NowNext() {
  const now = usePanel(currentTurn)
  const next = usePanel((state) => state.chat.find(({ tag }) => tag.state === 'next'))
  const waiting = usePanel((state) => state.chat.filter(({ tag }) => tag.state === 'waiting').length)
  const sounding = usePanel((state) => state.sounding)
  return (
    <Card aria-label="Now and next" className="flex-none">
      <dl className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto] gap-x-4 px-3.5 pt-2.25 pb-2.5">
        <Entry word="Now" colour={now ? 'text-her' : 'text-ink3'}>
          {now ? nameOf(now.from) : 'nobody'}
        </Entry>
        <Entry word="Next" colour={next ? 'text-chat' : 'text-ink3'}>
          {next?.from.name ?? 'nobody'}
        </Entry>
        <Entry word="Waiting">{waiting}</Entry>
        <Entry word="Sounds">{SOUNDS_WHERE[sounding]}</Entry>
      </dl>
    </Card>
  )
}

function Entry({ word, colour = '', children }: { word: string; colour?: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink3">{word}</dt>
      <dd className={`truncate font-[650] ${colour}`}>{children}</dd>
    </div>
  )
}
