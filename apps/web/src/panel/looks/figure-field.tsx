// In: a figure. Out: a small field to type it; kept on Enter or when it is left, dropped on Esc, held within its bounds.
import { useRef, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { figureText, typedFigure } from './typed-figure'

export interface FigureFieldProps {
  readonly label: string
  readonly value: number
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly onType: (value: number) => void
  readonly className?: string
}

export function FigureField({ label, value, min, max, unit, onType, className }: FigureFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const dropped = useRef(false)
  const keep = () => {
    const next = typed === null || dropped.current ? null : typedFigure(typed, min, max)
    dropped.current = false
    setTyped(null)
    if (next !== null && next !== value) onType(next)
  }
  return (
    <span className={classNames('inline-flex items-baseline gap-1', className)}>
      <input
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? figureText(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape' || typed === null) return
          // It takes back what was typed, stops nobody and closes no layer.
          event.preventDefault()
          event.stopPropagation()
          dropped.current = true
          event.currentTarget.blur()
        }}
        className="min-h-9 w-16 rounded-control border border-edge bg-s2 px-2 text-right text-ink slim:min-h-11"
      />
      {unit !== undefined && <span className="text-sm text-ink3">{unit}</span>}
    </span>
  )
}
