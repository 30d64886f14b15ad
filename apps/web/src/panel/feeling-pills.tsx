// In: which feeling is picked. Out: none and nine feelings, to pick by one press.
import { EMOTIONS, type EmotionName } from '@psiona/shared'
import { Pill } from '../ui/pill'
import { FEELING_WORDS } from './voice/feeling-words'

export interface FeelingPillsProps {
  readonly label: string
  /** Undefined where several are felt at once. */
  readonly picked: EmotionName | null | undefined
  readonly onPick: (name: EmotionName | null) => void
}

export function FeelingPills({ label, picked, onPick }: FeelingPillsProps) {
  return (
    <fieldset aria-label={label} className="flex flex-wrap gap-1.5">
      <Pill pressed={picked === null} onClick={() => onPick(null)}>
        Neutral
      </Pill>
      {EMOTIONS.map((name) => (
        <Pill key={name} pressed={picked === name} onClick={() => onPick(name)}>
          {FEELING_WORDS[name]}
        </Pill>
      ))}
    </fieldset>
  )
}
