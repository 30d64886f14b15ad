// In: one thing a rule does in OBS. Out: another one, with its parts chosen from what OBS has.
import type { ObsAction } from '@psiona/shared'
import { Segmented } from '../../ui/segmented'
import { Slider } from '../../ui/slider'
import { SelectField } from '../voice/select-field'
import { NameField } from './name-field'
import type { ObsNames } from './obs-names'
import { blankAction } from './rule-draft'
import { dbText } from './rule-words'

const KIND_WORD: Readonly<Record<ObsAction['do'], string>> = {
  scene: 'Switch to a scene',
  source: 'Show or hide a source',
  filter: 'Turn a filter on or off',
  mute: 'Mute or unmute a sound',
  volume: 'Set a volume',
}
const KINDS: readonly ObsAction['do'][] = ['scene', 'source', 'filter', 'mute', 'volume']

export interface RuleActionFieldsProps {
  readonly action: ObsAction
  readonly names: ObsNames
  readonly onAction: (action: ObsAction) => void
}

export function RuleActionFields({ action, names, onAction }: RuleActionFieldsProps) {
  return (
    <div className="grid gap-3 min-[30rem]:grid-cols-2">
      <SelectField
        label="Do"
        value={action.do}
        onChange={({ target }) => {
          const kind = KINDS.find((one) => one === target.value)
          if (kind) onAction(blankAction(kind))
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORD[kind]}
          </option>
        ))}
      </SelectField>
      <Parts action={action} names={names} onAction={onAction} />
    </div>
  )
}

interface EitherProps {
  readonly label: string
  readonly on: boolean
  readonly words: readonly [on: string, off: string]
  readonly onChange: (on: boolean) => void
}

const Either = ({ label, on, words, onChange }: EitherProps) => (
  <Segmented
    label={label}
    value={on ? 'on' : 'off'}
    choices={[
      { value: 'on', label: words[0] },
      { value: 'off', label: words[1] },
    ]}
    onChoose={(value) => onChange(value === 'on')}
    className="self-end"
  />
)

interface SoundFieldProps {
  readonly input: string
  readonly names: ObsNames
  readonly onInput: (input: string) => void
}

const SoundField = ({ input, names, onInput }: SoundFieldProps) => (
  <NameField label="Sound" value={input} names={names.sounding} onName={onInput} />
)

function Parts({ action, names, onAction }: RuleActionFieldsProps) {
  switch (action.do) {
    case 'scene':
      return (
        <NameField label="Scene" value={action.scene} names={names.scenes} onName={(scene) => onAction({ ...action, scene })} />
      )
    case 'source':
      return (
        <>
          <NameField
            label="In the scene"
            value={action.scene}
            names={names.scenes}
            onName={(scene) => onAction({ ...action, scene })}
          />
          <NameField
            label="Source"
            value={action.source}
            names={names.sourcesIn(action.scene)}
            onName={(source) => onAction({ ...action, source })}
          />
          <Either
            label="Show or hide"
            on={action.visible}
            words={['Show it', 'Hide it']}
            onChange={(visible) => onAction({ ...action, visible })}
          />
        </>
      )
    case 'filter':
      return (
        <>
          <NameField
            label="Of the source"
            value={action.source}
            names={names.filtered}
            onName={(source) => onAction({ ...action, source, filter: '' })}
          />
          <NameField
            label="Filter"
            value={action.filter}
            names={names.filtersOf(action.source)}
            onName={(filter) => onAction({ ...action, filter })}
          />
          <Either
            label="On or off"
            on={action.enabled}
            words={['Turn it on', 'Turn it off']}
            onChange={(enabled) => onAction({ ...action, enabled })}
          />
        </>
      )
    case 'mute':
      return (
        <>
          <SoundField input={action.input} names={names} onInput={(input) => onAction({ ...action, input })} />
          <Either
            label="Mute or unmute"
            on={action.muted}
            words={['Mute it', 'Unmute it']}
            onChange={(muted) => onAction({ ...action, muted })}
          />
        </>
      )
    case 'volume':
      return (
        <>
          <SoundField input={action.input} names={names} onInput={(input) => onAction({ ...action, input })} />
          <div className="min-[30rem]:col-span-2">
            <Slider
              label="To"
              value={action.db}
              min={-100}
              max={26}
              step={1}
              text={dbText}
              onCommit={(db) => onAction({ ...action, db })}
            />
          </div>
        </>
      )
    default:
      return action satisfies never
  }
}
