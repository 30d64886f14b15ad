// In: an address and a model somebody types. Out: them put in use; with a word about where her conversations then go.
import type { MindChoice } from '@psiona/shared'
import type { FormEvent } from 'react'
import { Card, CardHead } from '../../ui/card'
import { InUse } from '../in-use'
import { ServerFields, useTypedServer } from '../server-fields'
import { sameMind } from './mind-choice'

export interface OwnAddressProps {
  readonly name: string
  readonly inUse: MindChoice
  readonly onUse: (mind: MindChoice) => Promise<void>
}

export function OwnAddress({ name, inUse, onUse }: OwnAddressProps) {
  const typed = useTypedServer(inUse.kind === 'openai' ? inUse : undefined)
  const mind: MindChoice = { kind: 'openai', ...typed.server }
  const use = () => {
    if (typed.ready) void onUse(mind)
  }
  return (
    <Card aria-labelledby="own">
      <CardHead id="own" title="Another address" remark="OpenAI-compatible">
        <InUse inUse={typed.ready && sameMind(inUse, mind)} what="this address" onUse={use} disabled={!typed.ready} />
      </CardHead>
      <form
        className="grid gap-3 px-3.5 pb-3.5"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          use()
        }}
      >
        <ServerFields
          of={typed}
          placeholder="http://192.168.1.20:8080/v1"
          goesTo={`What is said to ${name}, and what she remembers of it, then goes to`}
        />
        <button type="submit" className="sr-only" tabIndex={-1}>
          Use this address
        </button>
      </form>
    </Card>
  )
}
