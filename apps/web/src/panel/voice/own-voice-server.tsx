// In: the address, model and voice of a speech server. Out: them put in use; with a word about where her words then go.
import type { VoiceChoice, VoiceReference } from '@psiona/shared'
import { type FormEvent, useState } from 'react'
import { Field } from '../../ui/field'
import { Slider } from '../../ui/slider'
import { InUse } from '../in-use'
import { ServerFields, useTypedServer } from '../server-fields'
import { SelectField } from './select-field'
import { sameVoice } from './voice-choice'

export interface OwnVoiceServerProps {
  readonly inUse: VoiceChoice
  readonly references: readonly VoiceReference[]
  readonly name: string
  readonly onUse: (voice: VoiceChoice) => Promise<void>
}

const SPEED = { min: 0.5, max: 2, step: 0.05 }

export function OwnVoiceServer({ inUse, references, name, onUse }: OwnVoiceServerProps) {
  const used = inUse.kind === 'openai' ? inUse : undefined
  const typed = useTypedServer(used)
  const [typedVoice, setVoice] = useState<string | null>(null)
  const [typedSpeed, setSpeed] = useState<number | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const voice = (typedVoice ?? used?.voice ?? '').trim()
  const speed = typedSpeed ?? used?.speed ?? 1
  const reference = picked ?? used?.reference ?? ''
  const ready = typed.ready && voice !== ''
  const choice: VoiceChoice = { kind: 'openai', ...typed.server, voice, speed, ...(reference === '' ? {} : { reference }) }
  const use = () => {
    if (ready) void onUse(choice)
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        use()
      }}
    >
      <p className="max-w-[70ch] text-ink2">Kokoro-FastAPI, speaches, Chatterbox or any other server with /audio/speech.</p>
      <ServerFields of={typed} placeholder="http://127.0.0.1:8880/v1" goesTo={`All that ${name} says then goes to`} />
      <Field
        label="Voice"
        placeholder="as its server names it"
        value={typedVoice ?? used?.voice ?? ''}
        onChange={(event) => setVoice(event.target.value)}
      />
      <Slider label="Speed" value={speed} {...SPEED} text={(value) => `${value.toFixed(2)} ×`} onCommit={setSpeed} />
      {references.length > 0 && (
        <SelectField
          label="Imitates"
          hint="For servers that imitate a recording; it is sent to them."
          value={reference}
          onChange={(event) => setPicked(event.target.value)}
        >
          <option value="">Nobody</option>
          {references.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}, {one.speaker}
            </option>
          ))}
        </SelectField>
      )}
      <div className="flex">
        <InUse inUse={ready && sameVoice(inUse, choice)} what="this server" onUse={use} disabled={!ready} />
      </div>
      <button type="submit" className="sr-only" tabIndex={-1}>
        Use this server
      </button>
    </form>
  )
}
