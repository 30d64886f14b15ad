// In: a dial with its saved value. Out: an arc from the minimum to where it stands, a tick at the saved value, the figure below; turned by
// drag (up or right is more), arrows (Shift ten steps, Home the saved value) or by typing a figure.
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { type DialLook, dialAtShare, dialFigure, dialShare, dialText, dialValue, typedDial } from './dial-table'

/** From end to end: a comfortable stroke of the hand, CSS px. */
const STROKE_PX = 180
/** Shift turns finer. */
const FINE = 0.2
/** Degrees from the top to either end. */
const SWEEP = 135
const MIDDLE = 32
const RADIUS = 26

const pointAt = (share: number, radius: number) => {
  const angle = ((share * 2 - 1) * SWEEP * Math.PI) / 180
  return `${(MIDDLE + radius * Math.sin(angle)).toFixed(2)} ${(MIDDLE - radius * Math.cos(angle)).toFixed(2)}`
}
const arc = (share: number) =>
  `M${pointAt(0, RADIUS)}A${RADIUS} ${RADIUS} 0 ${share * 2 * SWEEP > 180 ? 1 : 0} 1 ${pointAt(share, RADIUS)}`

export interface DialKnobProps {
  readonly look: DialLook
  readonly value: number
  readonly saved: number
  readonly onTurn: (value: number) => void
  /** It is pointed at, or has the keys. */
  readonly onMind: () => void
}

export function DialKnob({ look, value, saved, onTurn, onMind }: DialKnobProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const knob = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const dropped = useRef(false)
  const grip = useRef<{ x: number; y: number; share: number } | null>(null)
  const share = dialShare(look, value)
  const changed = value !== saved

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = look.step * (event.shiftKey ? 10 : 1)
    const to: Readonly<Record<string, number>> = {
      ArrowUp: value + step,
      ArrowRight: value + step,
      ArrowDown: value - step,
      ArrowLeft: value - step,
      PageUp: value + 10 * look.step,
      PageDown: value - 10 * look.step,
      Home: saved,
    }
    const next = to[event.key]
    if (next !== undefined) onTurn(dialValue(look, next))
    else if (/^[\d.,]$/.test(event.key)) {
      // Digits choose her mode elsewhere.
      setTyped(event.key)
      field.current?.focus()
    } else return
    event.preventDefault()
  }
  const keep = () => {
    const next = typed === null || dropped.current ? null : typedDial(look, typed)
    dropped.current = false
    setTyped(null)
    if (next !== null && next !== value) onTurn(next)
  }
  const moved = (event: PointerEvent) => {
    if (!grip.current) return
    const { x, y, share: from } = grip.current
    const way = (event.clientX - x + (y - event.clientY)) * (event.shiftKey ? FINE : 1)
    onTurn(dialAtShare(look, from + way / STROKE_PX))
  }
  return (
    <div
      onPointerEnter={onMind}
      className="grid justify-items-center gap-0.5 rounded-stage px-1 pt-1.5 pb-1 has-[[role=slider]:focus-visible]:outline-2 has-[[role=slider]:focus-visible]:outline-focus"
    >
      <div
        ref={knob}
        role="slider"
        tabIndex={0}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        aria-valuemin={look.min}
        aria-valuemax={look.max}
        aria-valuenow={value}
        aria-valuetext={dialText(look, value)}
        onFocus={onMind}
        onKeyDown={pressed}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = { x: event.clientX, y: event.clientY, share }
          onMind()
        }}
        onPointerMove={moved}
        onPointerUp={() => {
          grip.current = null
        }}
        onPointerCancel={() => {
          grip.current = null
        }}
        onDoubleClick={() => onTurn(saved)}
        className="cursor-ns-resize touch-pan-y outline-none"
      >
        <svg viewBox="0 0 64 60" aria-hidden="true" className="size-16">
          <path d={arc(1)} className="fill-none stroke-s3 stroke-[5.5]" strokeLinecap="round" />
          {share > 0.001 && <path d={arc(share)} className="fill-none stroke-ink stroke-[5.5]" strokeLinecap="round" />}
          <path
            d={`M${pointAt(dialShare(look, saved), 29)}L${pointAt(dialShare(look, saved), 34)}`}
            className="stroke-ink2 stroke-2"
          />
          <circle cx={MIDDLE} cy={MIDDLE} r="17.5" className="fill-s3" />
          <path d={`M${pointAt(share, 8)}L${pointAt(share, 14.5)}`} className="stroke-ink stroke-[3]" strokeLinecap="round" />
        </svg>
      </div>
      <div className="flex h-5 items-baseline justify-center gap-0.5">
        <input
          ref={field}
          tabIndex={-1}
          inputMode="decimal"
          aria-label={`${look.label}, figure`}
          size={Math.max(1, (typed ?? dialFigure(look, value)).length)}
          value={typed ?? dialFigure(look, value)}
          onFocus={(event) => {
            onMind()
            if (typed === null) event.target.select()
          }}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return
            if (event.key === 'Escape' && typed !== null) {
              // It takes back what was typed, and stops nobody.
              event.stopPropagation()
              dropped.current = true
            }
            // What was typed is kept as the field is left.
            knob.current?.focus()
          }}
          className="field-sizing-content rounded-tag bg-transparent text-center text-md font-[650] text-ink"
        />
        {look.unit && <span className="text-xs text-ink3">{look.unit}</span>}
      </div>
      <span className="flex items-center gap-1 text-sm">
        <span id={`${id}-label`} className={classNames(changed ? 'font-[650] text-ink' : 'text-ink2')}>
          {look.label}
        </span>
        {changed && (
          <span role="img" aria-label="changed" className="size-1.5 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
        )}
      </span>
      <span id={`${id}-hint`} className="sr-only">
        Turned up: {look.up} Saved: {dialText(look, saved)}.
      </span>
    </div>
  )
}
