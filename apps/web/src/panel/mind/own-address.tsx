// In: an address and a model somebody types. Out: them put in use; with a word about where her conversations then go.
import type { MindChoice } from '@psiona/shared'
import { type FormEvent, useState } from 'react'
import { Card, CardHead } from '../../ui/card'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { InUse } from './in-use'
import { hostOf, isOpenOnTheWay, sameMind, staysHere } from './mind-choice'

export interface OwnAddressProps {
  readonly name: string
  readonly inUse: MindChoice
  readonly onUse: (mind: MindChoice) => Promise<void>
}

export function OwnAddress({ name, inUse, onUse }: OwnAddressProps) {
  const used = inUse.kind === 'openai' ? inUse : undefined
  const [typed, setTyped] = useState<{ baseUrl?: string; model?: string }>({})
  const baseUrl = (typed.baseUrl ?? used?.baseUrl ?? '').trim()
  const model = (typed.model ?? used?.model ?? '').trim()
  const host = hostOf(baseUrl)
  const mind: MindChoice = { kind: 'openai', baseUrl, model }
  const ready = host !== null && model !== ''
  const use = () => {
    if (ready) void onUse(mind)
  }
  return (
    <Card aria-labelledby="own">
      <CardHead id="own" title="Another address" remark="OpenAI-compatible">
        <InUse inUse={ready && sameMind(inUse, mind)} what="this address" onUse={use} disabled={!ready} />
      </CardHead>
      <form
        className="grid gap-3 px-3.5 pb-3.5"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          use()
        }}
      >
        <Field
          label="Address"
          inputMode="url"
          placeholder="http://192.168.1.20:8080/v1"
          value={typed.baseUrl ?? used?.baseUrl ?? ''}
          onChange={(event) => setTyped({ ...typed, baseUrl: event.target.value })}
          trouble={baseUrl !== '' && host === null ? 'This is not a whole address. It begins with http:// or https://.' : null}
        />
        <Field
          label="Model"
          placeholder="as its server names it"
          value={typed.model ?? used?.model ?? ''}
          onChange={(event) => setTyped({ ...typed, model: event.target.value })}
        />
        {host !== null && !staysHere(host) && (
          <p className="flex gap-2 text-ink2">
            <Icon name="warn" className="mt-px text-(--warnsign)" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              What is said to {name}, and what she remembers of it, then goes to {host}.
              {isOpenOnTheWay(baseUrl) && ' The way there is not encrypted.'}
            </span>
          </p>
        )}
        <button type="submit" className="sr-only" tabIndex={-1}>
          Use this address
        </button>
      </form>
    </Card>
  )
}
