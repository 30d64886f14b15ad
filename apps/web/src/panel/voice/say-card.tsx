// In: the desk. Out: what is said, by which engine and voice; and the button that makes the sound.

import type { FoundVoice, VoiceChoice } from '@psiona/shared'
import { useId, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Field, fieldLook } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { Trouble } from '../../ui/trouble'
import { saidHere } from '../said-here'
import { SelectField } from './select-field'
import { DIALLED, OWN, withVoice } from './take'
import { EXAMPLE, type TakeDesk } from './use-take-desk'
import { sameVoice, triable, voiceTitle } from './voice-choice'

const LONGEST = 1000
/** From here the count matters. */
const NEAR_END = 900

export interface SayCardProps {
  readonly desk: TakeDesk
  readonly engines: readonly FoundVoice[]
  readonly inUse: VoiceChoice
  readonly name: string
  /** Of her file. */
  readonly tongue: string
}

export function SayCard({ desk, engines, inUse, name, tongue }: SayCardProps) {
  const id = useId()
  const { setup, change, known, shown } = desk
  const choices = triable(engines, inUse)
  const psi = setup.engine.kind === 'psi'
  const making = desk.making[shown]
  return (
    <Card aria-labelledby="say-title">
      <CardHead id="say-title" title="Say" remark="only you hear it">
        <span
          id={`${id}-count`}
          className={classNames('text-sm', desk.text.length > NEAR_END ? 'font-[650] text-ink' : 'text-ink3')}
        >
          {desk.text.length} of {LONGEST}
        </span>
      </CardHead>
      <div className="grid gap-3.5 px-3.5 pb-3.5">
        <textarea
          aria-label="Text"
          aria-describedby={`${id}-count`}
          rows={3}
          maxLength={LONGEST}
          placeholder={EXAMPLE}
          value={desk.text}
          onChange={(event) => desk.setText(event.target.value)}
          className={classNames(fieldLook, 'resize-none py-2 text-md')}
        />
        <div className="grid gap-3 min-[22rem]:grid-cols-2">
          <SelectField
            label="Engine"
            value={choices.findIndex((choice) => sameVoice(choice, setup.engine))}
            onChange={(event) => {
              const engine = choices[Number(event.target.value)]
              if (engine) change((before) => ({ ...before, engine }))
            }}
          >
            {choices.map((choice, index) => (
              <option key={JSON.stringify(choice)} value={index}>
                {voiceTitle(choice, engines)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Voice"
            value={psi ? setup.voice : ''}
            disabled={!psi}
            onChange={(event) => change((before) => withVoice(before, event.target.value))}
          >
            {!psi && <option value="">As the engine has it</option>}
            <option value={OWN}>{name}’s own</option>
            {known.named.map((voice) => (
              <option key={voice.id} value={voice.id}>
                {voice.title}
              </option>
            ))}
            <option value={DIALLED} disabled={setup.dialled === null}>
              As dialled below
            </option>
          </SelectField>
        </div>
        <Language desk={desk} tongue={tongue} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button weight="primary" className="min-w-44" onClick={() => void desk.speak()} disabled={making}>
            <Icon name="play" className="fill-current" />
            Speak take {shown.toUpperCase()}
            <Kbd className="border-current bg-transparent text-current opacity-80 slim:hidden">Ctrl ⏎</Kbd>
          </Button>
          <p role="status" className="min-h-5 min-w-0 flex-1 text-sm text-ink2">
            {making && `${voiceTitle(setup.engine, engines)} makes the sound. It plays when it is done.`}
          </p>
        </div>
        <Trouble>{desk.trouble && saidHere(desk.trouble)}</Trouble>
      </div>
    </Card>
  )
}

const isEnglish = (tag: string) => /^en\b/i.test(tag)

/** Most speak one language; the others ask for the field. */
function Language({ desk, tongue }: { desk: TakeDesk; tongue: string }) {
  const [asked, setAsked] = useState(false)
  if (!asked && isEnglish(tongue) && desk.language === '')
    return (
      <div className="-my-2">
        <Button weight="quiet" size="small" className="px-0" onClick={() => setAsked(true)}>
          In another language than {tongue}
        </Button>
      </div>
    )
  return (
    <Field
      label="Language"
      placeholder={tongue}
      hint="A tag such as de, ja or pt-BR. Empty means hers."
      value={desk.language}
      maxLength={35}
      onChange={(event) => desk.setLanguage(event.target.value)}
    />
  )
}
