// In: lines that are added at the end. Out: a list that stays at its end, unless someone scrolled up; then nothing under the pointer moves.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Button } from '../../ui/button'

export interface ScrollLogProps {
  readonly label: string
  /** The newest entry's id: another one is news. */
  readonly newest: string | undefined
  readonly announce?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** This near the end counts as at the end: a line's height. */
const NEAR_PX = 32

export function ScrollLog({ label, newest, announce = false, className, children }: ScrollLogProps) {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [unseen, setUnseen] = useState(0)
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
  useEffect(() => {
    if (newest === seen.current) return
    seen.current = newest
    if (!atEnd.current) setUnseen((count) => count + 1)
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
