// In: the address and model of a recognition server. Out: them put in use; with a word about where the voice then goes.
import type { RecogniserChoice } from '@psiona/shared'
import type { FormEvent } from 'react'
import { InUse } from '../in-use'
import { ServerFields, useTypedServer } from '../server-fields'
import { sameRecogniser } from './recogniser-choice'

export interface OwnRecogniserProps {
  readonly inUse: RecogniserChoice
  readonly onUse: (recogniser: RecogniserChoice) => Promise<void>
}

export function OwnServer({ inUse, onUse }: OwnRecogniserProps) {
  const typed = useTypedServer(inUse.kind === 'openai' ? inUse : undefined)
  const choice: RecogniserChoice = { kind: 'openai', ...typed.server }
  const use = () => {
    if (typed.ready) void onUse(choice)
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        use()
      }}
    >
      <p className="max-w-[70ch] text-ink2">
        whisper.cpp, speaches or any other server with /audio/transcriptions. It gets each sentence when you have finished it.
      </p>
      <ServerFields of={typed} placeholder="http://127.0.0.1:8000/v1" goesTo="What you say, as sound, then goes to" />
      <div className="flex">
        <InUse inUse={typed.ready && sameRecogniser(inUse, choice)} what="this server" onUse={use} disabled={!typed.ready} />
      </div>
      <button type="submit" className="sr-only" tabIndex={-1}>
        Use this server
      </button>
    </form>
  )
}
