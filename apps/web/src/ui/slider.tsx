// In: a figure between two bounds. Out: a slider with its word, the figure with its unit, and what it means; saved when it is let go.
import * as Radix from 'radix-ui/slider'
import { type ReactNode, useEffect, useId, useState } from 'react'

export interface SliderProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The figure with its unit. */
  readonly text: (value: number) => string
  readonly onCommit: (value: number) => void
}

export function Slider({ label, hint, value, min, max, step, text, onCommit }: SliderProps) {
  const id = useId()
  const [moving, setMoving] = useState<number | null>(null)
  // Where it was let go it stays until that is the saved value; no jump back while it is being saved.
  useEffect(() => setMoving((place) => (place === value ? null : place)), [value])
  const shown = moving ?? value
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <span id={id} className="font-semibold">
          {label}
        </span>
        <b className="font-[650]">{text(shown)}</b>
      </div>
      <Radix.Root
        value={[shown]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next]) => setMoving(next ?? null)}
        onValueCommit={([next]) => {
          if (next !== undefined && next !== value) onCommit(next)
        }}
        className="relative flex h-9 touch-none items-center select-none slim:h-11"
      >
        <Radix.Track className="relative h-1.5 flex-1 rounded-full bg-s3 forced-colors:border">
          <Radix.Range className="absolute h-full rounded-full bg-ink forced-colors:bg-[CanvasText]" />
        </Radix.Track>
        <Radix.Thumb
          aria-labelledby={id}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          aria-valuetext={text(shown)}
          className="block size-5 rounded-full border-2 border-s1 bg-ink slim:size-6 forced-colors:border-[CanvasText]"
        />
      </Radix.Root>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-ink2">
          {hint}
        </p>
      )}
    </div>
  )
}
