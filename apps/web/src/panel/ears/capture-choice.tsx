// In: where her microphone is. Out: the choice between pages (this one, a phone) and a program of this computer.
import type { CaptureChoice as Capture } from '@psiona/shared'
import { type FormEvent, useState } from 'react'
import { commandLineText, parseCommandLine } from '../../lib/command-line'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Segmented } from '../../ui/segmented'
import { Trouble } from '../../ui/trouble'
import { changeHearing } from '../change-settings'
import { usePanel } from '../panel-store'

const EXAMPLE = 'arecord -q -f S16_LE -r 16000 -c 1 -t raw'

export function CaptureChoice() {
  const saved = usePanel((state) => state.settings.hearing.capture)
  const [picked, setPicked] = useState<Capture['kind'] | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const kind = picked ?? saved.kind
  const savedText = saved.kind === 'command' ? commandLineText(saved) : ''
  const text = typed ?? savedText

  const save = async (capture: Capture) => {
    const answer = await changeHearing({ capture })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    setPicked(null)
    setTyped(null)
  }
  const choose = (next: Capture['kind']) => {
    setTrouble(null)
    // A program has to be named first.
    if (next === 'page' && saved.kind !== 'page') void save({ kind: 'page' })
    else setPicked(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const line = parseCommandLine(text)
    if (line) void save({ kind: 'command', command: line.command, args: [...line.args] })
    else setTrouble(text.trim() === '' ? 'No program is named.' : 'A quote is not closed.')
  }
  return (
    <div className="grid gap-3">
      <Segmented
        label="Where the microphone is"
        value={kind}
        choices={[
          { value: 'page', label: 'A page' },
          { value: 'command', label: 'A program' },
        ]}
        onChoose={choose}
        className="justify-self-start slim:justify-self-stretch"
      />
      {kind === 'page' ? (
        <p className="text-ink2">This panel in a browser, or a paired phone. She listens to the one that was turned on last.</p>
      ) : (
        <form onSubmit={submit} className="grid gap-3">
          <Field
            label="Command"
            hint={
              <>
                It prints raw sound: 16 000 Hz, mono, 16 bit. It runs while Psiona runs, without a shell. For example{' '}
                <code className="font-mono [overflow-wrap:anywhere]">{EXAMPLE}</code>
              </>
            }
            placeholder={EXAMPLE}
            value={text}
            onChange={(event) => {
              setTyped(event.target.value)
              setTrouble(null)
            }}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" weight="primary" disabled={saved.kind === 'command' && text === savedText}>
              Listen to this program
            </Button>
            {text === '' && <Button onClick={() => setTyped(EXAMPLE)}>Fill in the example</Button>}
          </div>
        </form>
      )}
      <Trouble>{trouble}</Trouble>
    </div>
  )
}
