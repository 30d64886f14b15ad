// In: a recording, whose voice it is, and a ticked consent. Out: it kept by the server together with that consent.
import type { VoiceReference } from '@psiona/shared'
import { type FormEvent, useId, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { readWav } from '../../lib/wav-sound'
import { Button } from '../../ui/button'
import { Field, fieldLook } from '../../ui/field'
import { Trouble } from '../../ui/trouble'
import { type ConsentKind, consentStatement } from './consent-statement'

const SECONDS = { least: 3, most: 60 }
/** Its base64 is what the route takes. */
const MOST_BYTES = 12_000_000

const KINDS = [
  { value: 'mine', label: 'It is my own voice' },
  { value: 'given', label: 'It is the voice of somebody who agreed' },
] as const satisfies readonly { value: ConsentKind; label: string }[]

/** The file as base64, or what is wrong with it. */
async function readFile(file: File): Promise<{ readonly wav: string } | { readonly trouble: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length > MOST_BYTES) return { trouble: `This file is larger than ${MOST_BYTES / 1e6} MB. Use 60 s or less, mono.` }
  const sound = readWav(bytes)
  if (!sound) return { trouble: 'This is no wav file of 16 bits. Save it as one (mono, 16 bit PCM) and choose it again.' }
  let letters = ''
  for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { wav: btoa(letters) }
}

export function ReferenceUpload({ onKept }: { onKept: (reference: VoiceReference) => void }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [speaker, setSpeaker] = useState('')
  const [kind, setKind] = useState<ConsentKind>('mine')
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const statement = consentStatement(kind, speaker)
  const ready = file !== null && name.trim() !== '' && speaker.trim() !== '' && agreed && !busy
  // Who agreed to another sentence has not agreed to this one.
  const reworded =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setAgreed(false)
    }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || !file) return
    setBusy(true)
    setTrouble(null)
    const read = await readFile(file)
    if ('trouble' in read) setTrouble(read.trouble)
    else {
      const body = { name: name.trim(), speaker: speaker.trim(), consent: { kind, statement }, wav: read.wav }
      const answer = await callApi('addReference', { body })
      if (answer.ok) {
        onKept(answer.value)
        setFile(null)
        setName('')
        setAgreed(false)
        if (input.current) input.current.value = ''
      } else setTrouble(answer.problem.message)
    }
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-file`} className="font-semibold">
          Recording
        </label>
        <input
          ref={input}
          id={`${id}-file`}
          type="file"
          accept=".wav,audio/wav,audio/x-wav"
          aria-describedby={`${id}-file-hint`}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          className={`${fieldLook} py-1.5 file:mr-3 file:rounded-tag file:border-0 file:bg-s3 file:px-2.5 file:py-1 file:font-semibold file:text-ink`}
        />
        <p id={`${id}-file-hint`} className="text-sm text-ink2">
          A wav file, {SECONDS.least} to {SECONDS.most} s, one person, no music.
        </p>
      </div>
      <div className="grid gap-3 min-[30rem]:grid-cols-2">
        <Field
          label="Name"
          placeholder="evening voice"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label="Speaker"
          placeholder="who is heard in it"
          maxLength={100}
          value={speaker}
          onChange={(event) => reworded(setSpeaker)(event.target.value)}
        />
      </div>
      <fieldset className="grid">
        <legend className="font-semibold">Whose voice it is</legend>
        {KINDS.map(({ value, label }) => (
          <label key={value} className="flex min-h-9 items-center gap-2.5 slim:min-h-11">
            <input
              type="radio"
              name={`${id}-kind`}
              className="size-5 flex-none accent-(--ink)"
              checked={kind === value}
              onChange={() => reworded(setKind)(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <label className="flex items-start gap-2.5 rounded-control bg-s2 p-3">
        <input
          type="checkbox"
          className="mt-0.5 size-5 flex-none accent-(--ink)"
          checked={agreed}
          disabled={speaker.trim() === ''}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {statement}
          <span className="block text-sm text-ink2">This sentence is kept with the recording, with today’s date.</span>
        </span>
      </label>
      <Trouble>{trouble}</Trouble>
      <div>
        <Button type="submit" weight="primary" disabled={!ready}>
          {busy ? 'Keeping it' : 'Keep the recording'}
        </Button>
      </div>
    </form>
  )
}
