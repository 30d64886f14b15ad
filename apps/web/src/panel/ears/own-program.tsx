// In: a program with its arguments. Out: it put in use as the recogniser.
import type { RecogniserChoice } from '@psiona/shared'
import { type FormEvent, useState } from 'react'
import { commandLineText, parseCommandLine } from '../../lib/command-line'
import { Field } from '../../ui/field'
import { InUse } from '../in-use'
import type { OwnRecogniserProps } from './own-server'
import { sameRecogniser } from './recogniser-choice'

const EXAMPLE = 'whisper-cli -m model.bin -nt -f {wav}'

export function OwnProgram({ inUse, onUse }: OwnRecogniserProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (inUse.kind === 'command' ? commandLineText(inUse) : '')
  const line = parseCommandLine(text)
  const choice: RecogniserChoice | null = line && { kind: 'command', command: line.command, args: [...line.args] }
  const use = () => {
    if (choice) void onUse(choice)
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        use()
      }}
    >
      <Field
        label="Command"
        hint={
          <>
            It runs for each sentence, without a shell. <code className="font-mono">{'{wav}'}</code> becomes the path of the sound
            (16 kHz, mono); without it the sound comes by the standard input. What it prints is the text.
          </>
        }
        placeholder={EXAMPLE}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        trouble={text.trim() !== '' && !line ? 'A quote is not closed.' : null}
      />
      <div className="flex">
        <InUse
          inUse={choice !== null && sameRecogniser(inUse, choice)}
          what="this program"
          onUse={use}
          disabled={choice === null}
        />
      </div>
      <button type="submit" className="sr-only" tabIndex={-1}>
        Use this program
      </button>
    </form>
  )
}
