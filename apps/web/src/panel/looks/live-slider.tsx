// In: a figure between two bounds. Out: a slider that tells every place it passes, and when it is let go.
import * as Radix from 'radix-ui/slider'
import { useRef } from 'react'
import { classNames } from '../../lib/class-names'

export interface LiveSliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The figure with its unit, for readers. */
  readonly text: string
  readonly disabled?: boolean
  readonly onMove: (value: number) => void
  /** Where the pointer has let go of it, and each press of a key. */
  readonly onCommit?: (value: number) => void
  /** The pointer has let go of it, or the keys have gone elsewhere. */
  readonly onRest?: () => void
  readonly className?: string
}

export function LiveSlider({
  label,
  value,
  min,
  max,
  step,
  text,
  disabled = false,
  onMove,
  onCommit,
  onRest,
  className,
}: LiveSliderProps) {
  const byPointer = useRef(false)
  return (
    <Radix.Root
      value={[Math.max(min, Math.min(max, value))]}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => next !== undefined && onMove(next)}
      onPointerDown={() => {
        byPointer.current = true
      }}
      onValueCommit={([next]) => {
        if (next !== undefined) onCommit?.(next)
        // By keys one looks at a place for as long as one stays on the slider.
        if (byPointer.current) onRest?.()
        byPointer.current = false
      }}
      onBlur={onRest}
      className={classNames('relative flex h-9 min-w-0 touch-pan-y items-center select-none slim:h-11', className)}
    >
      <Radix.Track className="relative h-1.5 flex-1 rounded-full bg-s3 forced-colors:border">
        <Radix.Range
          className={classNames('absolute h-full rounded-full forced-colors:bg-[CanvasText]', disabled ? 'bg-edge' : 'bg-ink')}
        />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={text}
        className={classNames(
          'block size-4.5 rounded-full border-2 border-s1 slim:size-6 forced-colors:border-[CanvasText]',
          disabled ? 'bg-edge' : 'bg-ink',
        )}
      />
    </Radix.Root>
  )
}
