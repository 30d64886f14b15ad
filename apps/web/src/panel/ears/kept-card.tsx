// In: what is kept of hearing, if anything. Out: a switch for each kind, how much lies where, and a way to be rid of it.
import type { TraceInfo, TraceKind } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Card, CardHead } from '../../ui/card'
import { Trouble } from '../../ui/trouble'
import { changeTraces } from '../change-settings'
import { usePanel } from '../panel-store'
import { KeepDays } from './keep-days'
import { KeptRow } from './kept-row'
import { VoiceLearner } from './voice-learner'

export function KeptCard() {
  const { recordings, events, voices } = usePanel((state) => state.settings.traces)
  // What was said since is kept by now.
  const turns = usePanel((state) => state.turns.length)
  const [kept, setKept] = useState<readonly TraceInfo[]>([])
  const [loadTrouble, setLoadTrouble] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const of = (kind: TraceKind) => kept.find((trace) => trace.kind === kind)

  const load = useCallback(async () => {
    const answer = await callApi('listTraces')
    if (answer.ok) setKept(answer.value.traces)
    setLoadTrouble(answer.ok ? null : answer.problem.message)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: turns is a trigger
  useEffect(() => void load(), [load, turns])

  const change = async (changes: Parameters<typeof changeTraces>[0]) => {
    const answer = await changeTraces(changes)
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) await load()
  }
  const wipe = async (kind: TraceKind) => {
    const answer = await callApi('wipeTraces', { params: { kind } })
    setTrouble(answer.ok ? null : answer.problem.message)
    await load()
  }
  return (
    <Card aria-labelledby="kept-title" id="kept" className="scroll-mt-3">
      <CardHead id="kept-title" title="Kept on this computer" remark="all off unless you switch it on" />
      <Trouble className="px-3.5 pb-3">{trouble ?? loadTrouble}</Trouble>
      <ul>
        <KeptRow
          label="Recordings"
          hint="Each thing you say, as a sound file."
          on={recordings.on}
          onChange={(on) => void change({ recordings: { ...recordings, on } })}
          one="recording"
          trace={of('recordings')}
          onWipe={() => wipe('recordings')}
        >
          <KeepDays
            label="Keep recordings"
            days={recordings.keepDays}
            onChange={(keepDays) => void change({ recordings: { ...recordings, keepDays } })}
          />
        </KeptRow>
        <KeptRow
          label="Event log"
          hint="What happened and when, to find out why she was slow. Never what was said."
          on={events.on}
          onChange={(on) => void change({ events: { ...events, on } })}
          one="day"
          trace={of('events')}
          onWipe={() => wipe('events')}
        >
          <KeepDays
            label="Keep the log"
            days={events.keepDays}
            onChange={(keepDays) => void change({ events: { ...events, keepDays } })}
          />
        </KeptRow>
        <KeptRow
          label="Tell my voice from a guest’s"
          hint="She then knows whether you or somebody beside you speaks. Kept of your voice: a list of numbers no one can play."
          on={voices.on}
          onChange={(on) => void change({ voices: { on } })}
          one="voice"
          trace={of('voices')}
          onWipe={() => wipe('voices')}
        >
          <VoiceLearner learnt={(of('voices')?.count ?? 0) > 0} onLearnt={load} />
        </KeptRow>
      </ul>
    </Card>
  )
}
