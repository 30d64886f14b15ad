// In: lines that are added at the end. Out: a list that stays at its end, unless someone scrolled up; then nothing under the pointer moves.
import { type KeyboardEventHandler, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Button } from '../../ui/button'

export interface ScrollLogProps {
  readonly label: string
  /** Ids, newest last: what comes after the one that was newest is news. */
  readonly entries: readonly string[]
  readonly announce?: boolean
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>
  readonly className?: string
  readonly children: ReactNode
}

/** This near the end counts as at the end: a line's height. */
const NEAR_PX = 32

export function ScrollLog({ label, entries, announce = false, onKeyDown, className, children }: ScrollLogProps) {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [unseen, setUnseen] = useState(0)
  const newest = entries.at(-1)
  const seen = useRef(newest)

  const toEnd = useCallback(() => {
    const element = box.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])
  useEffect(() => {
    // Lines grow while she speaks, and the box changes with the window: both must keep the end in sight.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd()
    })
    if (box.current) observer.observe(box.current)
    if (content.current) observer.observe(content.current)
    return () => observer.disconnect()
  }, [toEnd])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another newest is the trigger
  useLayoutEffect(() => {
    if (newest === seen.current) return
    // Lines come in bundles; one that has left the list since was followed by all that are in it.
    const added = seen.current === undefined ? 1 : entries.length - 1 - entries.lastIndexOf(seen.current)
    seen.current = newest
    // A full list loses as many as it gains and keeps its size, of which the observer is told nothing.
    if (atEnd.current) toEnd()
    else setUnseen((count) => count + added)
  }, [newest])

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-label={label}
        aria-live={announce ? 'polite' : 'off'}
        // Scrollable by keys.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as said above
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight <= NEAR_PX
          if (atEnd.current) setUnseen(0)
        }}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto -outline-offset-2"
      >
        <div ref={content} className={classNames('flex min-h-full flex-col', className)}>
          {children}
        </div>
      </div>
      {unseen > 0 && (
        <Button
          weight="primary"
          size="small"
          onClick={toEnd}
          className="absolute bottom-2 left-1/2 -translate-x-1/2 shadow-float"
        >
          {unseen} new
        </Button>
      )}
    </div>
  )
}
