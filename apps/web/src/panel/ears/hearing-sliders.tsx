// In: how long a pause may be, and how much she yields. Out: both to be moved; saved when let go.
import type { Hearing } from '@psiona/shared'
import { useState } from 'react'
import { Slider } from '../../ui/slider'
import { Trouble } from '../../ui/trouble'
import { changeHearing } from '../change-settings'
import { usePanel } from '../panel-store'

/** The schema's own bounds are wider than what helps anybody. */
const PAUSE = { min: 200, max: 1500, step: 50 }
const DUCK = { min: 0, max: 30, step: 1 }

export function HearingSliders() {
  const { pauseMs, duckDb } = usePanel((state) => state.settings.hearing)
  const [trouble, setTrouble] = useState<string | null>(null)
  const change = async (changes: Partial<Hearing>) => {
    const answer = await changeHearing(changes)
    setTrouble(answer.ok ? null : answer.problem.message)
  }
  return (
    <>
      <Slider
        label="You have finished after"
        hint="So long a silence ends what you say. Shorter: she answers sooner, and takes a breath for the end."
        value={pauseMs}
        {...PAUSE}
        max={Math.max(PAUSE.max, pauseMs)}
        text={(ms) => `${ms} ms`}
        onCommit={(next) => void change({ pauseMs: next })}
      />
      <Slider
        label="While you speak she is quieter by"
        hint="At 0 dB she goes on as loud as before."
        value={duckDb}
        {...DUCK}
        max={Math.max(DUCK.max, duckDb)}
        text={(db) => `${Math.round(db)} dB`}
        onCommit={(next) => void change({ duckDb: next })}
      />
      <Trouble>{trouble}</Trouble>
    </>
  )
}
