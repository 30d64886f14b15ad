// In: a figure, its end and its limit. Out: a bar with a tick at the limit, its word and its figure.
import { useId } from 'react'
import { classNames } from '../../lib/class-names'

export interface GaugeBarProps {
  readonly label: string
  readonly value: number
  readonly max: number
  readonly text: string
  /** Above it, it is too much; it has a tick. */
  readonly limit?: number
}

export function GaugeBar({ label, value, max, text, limit }: GaugeBarProps) {
  const id = useId()
  const at = (figure: number) => `${(Math.max(0, Math.min(1, figure / max)) * 100).toFixed(1)}%`
  const over = limit !== undefined && value > limit
  return (
    <div className="grid gap-1">
      <p className="flex items-baseline justify-between gap-3">
        <span id={id}>{label}</span>
        <b className="font-[650]">{text}</b>
      </p>
      <div className="relative h-3">
        {/* biome-ignore lint/a11y/useSemanticElements: a <meter> has a look of the browser's own, and no tick */}
        <div
          role="meter"
          aria-labelledby={id}
          aria-valuenow={Math.round(Math.max(0, Math.min(max, value)) * 100) / 100}
          aria-valuemin={0}
          aria-valuemax={max}
          aria-valuetext={text}
          className="h-full overflow-hidden rounded-[3px] bg-s3 forced-colors:border"
        >
          <div
            className={classNames('h-full forced-colors:bg-[CanvasText]', over ? 'bg-(--warnsign)' : 'bg-ink')}
            style={{ width: at(value) }}
          />
        </div>
        {limit !== undefined && limit < max && (
          <span
            aria-hidden="true"
            className="absolute -inset-y-1 w-0.5 bg-edge forced-colors:bg-[CanvasText]"
            style={{ left: at(limit) }}
          />
        )}
      </div>
    </div>
  )
}
