// In: a point in a field. Out: a pad on which it is dragged, or moved by the arrows (Shift ten steps, Home the middle).
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { classNames } from '../../lib/class-names'
import type { Point } from './stage-face'

export interface DragPadProps {
  readonly label: string
  /** Where it is, in words and figures. */
  readonly text: string
  readonly value: Point
  /** Up to this on either side of the middle, y up. */
  readonly reach: Point
  readonly step: number
  readonly onMove: (value: Point) => void
  readonly className?: string
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

export function DragPad({ label, text, value, reach, step, onMove, className }: DragPadProps) {
  const pad = useRef<HTMLDivElement>(null)
  const dragged = useRef(false)
  const held = (at: Point): Point => {
    const within = (place: number, most: number) => Math.max(-most, Math.min(most, Math.round(place / step) * step))
    return { x: within(at.x, reach.x), y: within(at.y, reach.y) }
  }
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const box = pad.current?.getBoundingClientRect()
    if (!box || !dragged.current) return
    const share = (at: number, from: number, size: number) => ((at - from) / size) * 2 - 1
    onMove(held({ x: share(clientX, box.left, box.width) * reach.x, y: -share(clientY, box.top, box.height) * reach.y }))
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = ARROWS[event.key]
    if (!way && event.key !== 'Home') return
    event.preventDefault()
    const far = step * (event.shiftKey ? 10 : 1)
    onMove(way ? held({ x: value.x + way.x * far, y: value.y + way.y * far }) : { x: 0, y: 0 })
  }
  const end = () => {
    dragged.current = false
  }
  return (
    <div
      ref={pad}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-roledescription="two-way slider"
      aria-valuemin={-reach.x}
      aria-valuemax={reach.x}
      aria-valuenow={value.x}
      aria-valuetext={text}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        dragged.current = true
        follow(event)
      }}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onMove({ x: 0, y: 0 })}
      className={classNames('relative cursor-crosshair touch-none rounded-control border border-edge bg-s2', className)}
    >
      <span aria-hidden="true" className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span aria-hidden="true" className="absolute inset-y-0 left-1/2 w-px bg-line" />
      <span
        aria-hidden="true"
        className="absolute size-4 -translate-1/2 rounded-full border-2 border-s1 bg-ink forced-colors:bg-[CanvasText]"
        style={{ left: `${50 + (50 * value.x) / reach.x}%`, top: `${50 - (50 * value.y) / reach.y}%` }}
      />
    </div>
  )
}
