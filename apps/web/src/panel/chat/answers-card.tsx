// In: whom of the chat she answers. Out: others, how lines reach her, and how often one person gets an answer.
import { ChatSettings } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { Segmented } from '../../ui/segmented'
import { Slider } from '../../ui/slider'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { useSection } from '../use-section'

const ANSWERS = [
  { value: 'everyone', label: 'Everyone' },
  { value: 'regulars', label: 'Regulars' },
  { value: 'subscribers', label: 'Subscribers' },
  { value: 'moderators', label: 'Moderators' },
] as const
const Prefix = ChatSettings.shape.prefix
/** The schema's bound is wider than what helps anybody. */
const COOLDOWN_S = 300

export function AnswersCard() {
  const desk = useSection('chat')
  const { answers, prefix, prefixOnly, cooldownSeconds } = desk.value
  const name = usePanel((state) => state.character.name)
  return (
    <Card aria-labelledby="answers">
      <DeskHead id="answers" title={`Whom ${name} answers`} desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <Segmented
          label={`Whom ${name} answers`}
          value={answers}
          choices={ANSWERS}
          onChoose={(next) => void desk.change({ answers: next })}
          className="slim:grid slim:grid-cols-2"
        />
        <PrefixForm prefix={prefix} name={name} onPrefix={(next) => desk.change({ prefix: next })} />
        <Switch
          label="Only lines that begin so"
          hint={prefix === '' ? 'Write a beginning first.' : `${name} passes over every line that does not begin with ${prefix}.`}
          checked={prefixOnly && prefix !== ''}
          disabled={prefix === ''}
          onChange={(next) => void desk.change({ prefixOnly: next })}
        />
        <Slider
          label="The same person again after"
          hint="So that a few do not talk for all. What was paid for does not wait."
          value={cooldownSeconds}
          min={0}
          max={Math.max(COOLDOWN_S, cooldownSeconds)}
          step={5}
          text={(seconds) => `${seconds} s`}
          onCommit={(next) => void desk.change({ cooldownSeconds: next })}
        />
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}

interface PrefixFormProps {
  readonly prefix: string
  readonly name: string
  readonly onPrefix: (prefix: string) => Promise<boolean>
}

function PrefixForm({ prefix, name, onPrefix }: PrefixFormProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? prefix
  const parsed = Prefix.safeParse(shown.trim())
  const save = async () => {
    if (parsed.success && (await onPrefix(parsed.data))) setTyped(null)
  }
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label="Beginning of lines for her"
        placeholder={`!${name.toLowerCase()}`}
        autoCapitalize="none"
        maxLength={20}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        hint={`Lines that begin with it are meant for ${name}, also without her name. Empty: none.`}
        trouble={parsed.success ? null : `One word without spaces, such as !${name.toLowerCase()}.`}
      />
      <Button type="submit" className="mt-6.5 min-h-10" disabled={shown.trim() === prefix || !parsed.success}>
        Keep
      </Button>
    </form>
  )
}
