// In: a server that answered on this computer. Out: its models, one of which can be put in use.
import type { FoundMinds, MindChoice } from '@psiona/shared'
import { useId, useState } from 'react'
import { counted } from '../../lib/figure-text'
import { fieldLook } from '../../ui/field'
import { InUse } from '../in-use'

export interface FoundServerProps {
  readonly server: FoundMinds['minds'][number]
  readonly inUse: MindChoice
  readonly isInUse: (model: string) => boolean
  readonly onUse: (model: string) => void
}

export function FoundServer({ server, inUse, isInUse, onUse }: FoundServerProps) {
  const id = useId()
  const used = inUse.kind === 'openai' && inUse.baseUrl === server.baseUrl ? inUse.model : undefined
  const [picked, setPicked] = useState<string>()
  const model = picked ?? (used && server.models.includes(used) ? used : server.models[0])
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2 border-t border-line px-3.5 py-3">
      <div className="min-w-0 flex-1 basis-full">
        <h3 className="font-[650]">{server.name}</h3>
        <p className="text-sm [overflow-wrap:anywhere] text-ink3">
          {server.baseUrl} · {counted(server.models.length, 'model')}
        </p>
      </div>
      {model === undefined ? (
        <p className="text-ink2">It has no model yet. Load one in {server.name}, then look again.</p>
      ) : (
        <>
          <div className="grid min-w-0 flex-1 basis-56 gap-1">
            <label htmlFor={id} className="text-sm text-ink2">
              Model
            </label>
            <select id={id} value={model} onChange={(event) => setPicked(event.target.value)} className={fieldLook}>
              {server.models.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          </div>
          <InUse inUse={isInUse(model)} what={`${server.name} with ${model}`} onUse={() => onUse(model)} />
        </>
      )}
    </div>
  )
}
