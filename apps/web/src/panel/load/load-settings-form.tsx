// In: what she may take of the machine. Out: that, otherwise: when she saves, how much she may take, what stands in.
import { LoadSettings, SAVINGS } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Slider } from '../../ui/slider'
import { Trouble } from '../../ui/trouble'
import { TitledChoice } from '../stream/titled-choice'
import type { SectionDesk } from '../use-section'
import { byHand, choiceOf, MODE_MEANS, MODES, percentText } from './load-words'

const Model = LoadSettings.shape.smallerModel
const FRAMES = [
  { value: '24', label: '24 a second' },
  { value: '30', label: '30 a second' },
] as const
const LEAST_PERCENT = 5

export function LoadSettingsForm({ desk }: { desk: SectionDesk<LoadSettings> }) {
  const { mode, cpuPercent, smallerModel, fps } = desk.value
  const choice = choiceOf(mode)
  return (
    <div className="grid max-w-160 gap-5 pt-1">
      <div className="grid gap-2">
        <TitledChoice
          title="She gives things up"
          label="She gives things up"
          value={choice}
          choices={MODES}
          onChoose={(next) => void desk.change({ mode: next === 'by-hand' ? byHand(1) : next })}
        />
        <p className="text-sm text-ink2">{MODE_MEANS[choice]}</p>
        {typeof mode === 'number' && (
          <Slider
            label="So many at least"
            value={mode}
            min={1}
            max={SAVINGS.length}
            step={1}
            text={(count) => `the first ${count}`}
            onCommit={(next) => void desk.change({ mode: byHand(next) })}
          />
        )}
      </div>
      <Slider
        label="She takes at most"
        hint="Of the whole processor. Above it she saves, even when nobody else wants the rest."
        value={cpuPercent}
        min={LEAST_PERCENT}
        max={100}
        step={5}
        text={percentText}
        onCommit={(next) => void desk.change({ cpuPercent: next })}
      />
      <SmallerModel kept={smallerModel} onKeep={(next) => desk.change({ smallerModel: next })} />
      <TitledChoice
        title="She is drawn, while she saves"
        label="She is drawn, while she saves"
        value={fps === 24 ? '24' : '30'}
        choices={FRAMES}
        onChoose={(next) => void desk.change({ fps: next === '24' ? 24 : 30 })}
      />
      <Trouble>{desk.trouble}</Trouble>
    </div>
  )
}

function SmallerModel({ kept, onKeep }: { kept: string; onKeep: (model: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? kept
  const parsed = Model.safeParse(shown.trim())
  const keep = async () => {
    if (parsed.success && (await onKeep(parsed.data))) setTyped(null)
  }
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Field
        label="The smaller model"
        hint="As the server of her mind names it. Empty: her built-in mind."
        placeholder="her built-in mind"
        autoCapitalize="none"
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        trouble={parsed.success ? null : 'A name of at most 200 letters.'}
      />
      <Button type="submit" className="mt-6.5 min-h-10" disabled={!parsed.success || shown.trim() === kept}>
        Keep
      </Button>
    </form>
  )
}
