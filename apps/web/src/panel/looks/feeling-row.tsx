// In: the feeling that is tried. Out: nine feelings and none to choose from, and how strong it is.
import { EMOTIONS } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Trouble } from '../../ui/trouble'
import { FEELING_WORDS } from '../voice/feeling-words'
import { LiveSlider } from './live-slider'
import type { Feeling } from './use-feeling-face'

/** Plain to see, not at its end. */
const PICKED = 0.8
const percent = (strength: number) => `${Math.round(strength * 100)} %`

export interface FeelingRowProps {
  readonly feeling: Feeling | null
  readonly trouble: string | null
  readonly onFeel: (feeling: Feeling | null) => void
}

export function FeelingRow({ feeling, trouble, onFeel }: FeelingRowProps) {
  const [strength, setStrength] = useState(feeling?.strength ?? PICKED)
  useEffect(() => {
    if (feeling) setStrength(feeling.strength)
  }, [feeling])
  const pick = (label: string, pressed: boolean, next: Feeling | null) => (
    <button
      key={label}
      type="button"
      aria-pressed={pressed}
      onClick={() => onFeel(next)}
      className={classNames(
        'min-h-9 rounded-full border-2 bg-s2 px-3 text-sm slim:min-h-11',
        pressed
          ? 'border-ink font-[650] text-ink'
          : 'border-transparent text-ink2 hover:text-ink forced-colors:border-[ButtonBorder]',
      )}
    >
      {label}
    </button>
  )
  return (
    <div className="grid gap-1.5">
      <fieldset aria-label="Feeling" className="flex flex-wrap gap-1.5">
        {pick('Neutral', feeling === null, null)}
        {EMOTIONS.map((name) => pick(FEELING_WORDS[name], feeling?.name === name, { name, strength }))}
      </fieldset>
      <div className="grid grid-cols-[auto_minmax(0,1fr)_3rem] items-center gap-3">
        <span className={feeling ? '' : 'text-ink3'}>Strength</span>
        <LiveSlider
          label="Strength of the feeling"
          value={Math.round(strength * 100)}
          min={5}
          max={100}
          step={5}
          text={percent(strength)}
          disabled={feeling === null}
          onMove={(value) => setStrength(value / 100)}
          onCommit={(value) => feeling && onFeel({ name: feeling.name, strength: value / 100 })}
        />
        <span className={classNames('text-right text-sm', feeling ? 'font-[650]' : 'text-ink3')}>{percent(strength)}</span>
      </div>
      <Trouble>{trouble}</Trouble>
    </div>
  )
}
