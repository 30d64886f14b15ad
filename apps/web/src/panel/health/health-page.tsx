// In: how her parts are. Out: all of them with cause and remedy, a way to look again now, and what she takes of the machine.
'use client'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { counted } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { foldHealth } from '../health-fold'
import { LoadCard } from '../load/load-card'
import { dispatch, usePanel } from '../panel-store'
import { SOUNDS_WHERE } from '../sounds-where'
import { PartRows } from './part-rows'

export function HealthPage() {
  const health = usePanel((state) => state.health)
  const version = usePanel((state) => state.productVersion)
  const name = usePanel((state) => state.character.name)
  const sounding = usePanel((state) => state.sounding)
  const known = usePanel((state) => state.known)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { fine, off, troubles } = foldHealth(health)
  const look = async () => {
    const answer = await callApi('health', { timeoutMs: 5000 })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) dispatch({ type: 'health', data: answer.value.parts })
  }
  if (!known) return null
  return (
    <div className="grid gap-3">
      <Card aria-labelledby="parts" className="max-w-240">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <h2 id="parts" className="text-lg font-[650]">
            {troubles.length === 0 ? 'All is fine' : `${troubles.length} to fix`}
          </h2>
          <p className="text-ink3">
            {counted(fine, 'part')} fine{off > 0 && `, ${off} off because nobody asked for them`}
          </p>
          <Button className="ml-auto" onClick={() => void look()}>
            <Icon name="again" />
            Look again
          </Button>
        </div>
        <Trouble className="px-4 pb-3">{trouble}</Trouble>
        <PartRows />
        <p className="border-t border-line px-4 py-3 text-sm text-ink3">
          Psiona {version} · {name} sounds {SOUNDS_WHERE[sounding]}
        </p>
      </Card>
      <LoadCard />
    </div>
  )
}
