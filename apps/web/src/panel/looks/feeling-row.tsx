// In: the feeling that is tried. Out: nine feelings and none to choose from, and how strong it is.
import { useEffect, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Trouble } from '../../ui/trouble'
import { FeelingPills } from '../feeling-pills'
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
  return (
    <div className="grid gap-1.5">
      <FeelingPills
        label="Feeling"
        picked={feeling?.name ?? null}
        onPick={(name) => onFeel(name === null ? null : { name, strength })}
      />
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
