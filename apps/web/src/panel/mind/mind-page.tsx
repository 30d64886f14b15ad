// In: the mind in use and the servers found here. Out: the choice between them, with an honest word about each.
'use client'
import type { FoundMinds, MindChoice } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { changeSettings } from '../change-settings'
import { PageColumns } from '../page-columns'
import { usePanel } from '../panel-store'
import { FoundServer } from './found-server'
import { MindCard } from './mind-card'
import { sameMind } from './mind-choice'
import { OwnAddress } from './own-address'

type Found = FoundMinds['minds']

export function MindPage() {
  const mind = usePanel((state) => state.settings.mind)
  const name = usePanel((state) => state.character.name)
  const known = usePanel((state) => state.known)
  const [found, setFound] = useState<Found | null>(null)
  const [lookTrouble, setLookTrouble] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  const look = useCallback(async () => {
    setFound(null)
    const answer = await callApi('findMinds', { timeoutMs: 10_000 })
    setLookTrouble(answer.ok ? null : answer.problem.message)
    setFound(answer.ok ? answer.value.minds : [])
  }, [])
  useEffect(() => void look(), [look])

  const use = async (next: MindChoice) => {
    const answer = await changeSettings({ mind: next })
    setTrouble(answer.ok ? null : answer.problem.message)
  }
  if (!known) return null
  return (
    <PageColumns>
      <div className="grid gap-3">
        <Trouble>{trouble}</Trouble>
        <MindCard
          title="Built-in"
          remark="no download"
          inUse={mind.kind === 'builtin'}
          onUse={() => void use({ kind: 'builtin' })}
        >
          Rules, not a model. She answers within milliseconds, from her character and from what was said before; she greets, asks,
          plays along and says plainly what she is. She knows nothing of the world beyond that. Nothing leaves this computer.
        </MindCard>
        <OwnAddress name={name} inUse={mind} onUse={use} />
      </div>
      <Card aria-labelledby="servers">
        <CardHead
          id="servers"
          title="Servers on this computer"
          remark={found && found.length > 0 ? `${found.length} found` : undefined}
        >
          <Button size="small" onClick={() => void look()} disabled={found === null}>
            <Icon name="again" />
            Look again
          </Button>
        </CardHead>
        <p className="max-w-[70ch] px-3.5 pb-3 text-ink2">
          A language model answers more freely and knows more, and may be wrong with confidence. How fast depends on the model; on
          the graphics card of your game it takes frames from the game.
        </p>
        <Trouble className="px-3.5 pb-3">{lookTrouble}</Trouble>
        {found === null && <p className="border-t border-line px-3.5 py-3 text-ink2">Asking ports 11434, 8080 and 1234.</p>}
        {found?.length === 0 && lookTrouble === null && (
          <div className="border-t border-line px-3.5 py-3">
            <p className="font-[650]">No server answers here</p>
            <p className="mt-0.5 max-w-[70ch] text-ink2">
              Start Ollama (port 11434), llama-server (8080) or LM Studio (1234), then look again. {name} talks meanwhile, with
              the mind that is in use.
            </p>
          </div>
        )}
        {found?.map((server) => (
          <FoundServer
            key={server.baseUrl}
            server={server}
            inUse={mind}
            isInUse={(model) => sameMind(mind, { kind: 'openai', baseUrl: server.baseUrl, model })}
            onUse={(model) => void use({ kind: 'openai', baseUrl: server.baseUrl, model })}
          />
        ))}
      </Card>
    </PageColumns>
  )
}
