// In: when something ends. Out: a ring that empties with the seconds that are left in figures; then what follows, in words.
import { useEffect, useState } from 'react'
import { Ring } from '../../ui/ring'

export interface CountdownRingProps {
  /** performance.now() */
  readonly endsAtMs: number
  readonly lastsMs: number
  readonly during: string
  readonly after: string
}

/** A ring that moves ten times a second looks as if it ran. */
const REDRAW_MS = 100

export function CountdownRing({ endsAtMs, lastsMs, during, after }: CountdownRingProps) {
  const [leftMs, setLeftMs] = useState(lastsMs)
  useEffect(() => {
    const timer = window.setInterval(() => setLeftMs(Math.max(0, endsAtMs - performance.now())), REDRAW_MS)
    return () => window.clearInterval(timer)
  }, [endsAtMs])
  return (
    <div className="flex items-center gap-3">
      <Ring share={Math.min(1, leftMs / lastsMs)} figure={leftMs > 0 ? String(Math.ceil(leftMs / 1000)) : '…'} of="you" />
      <span role="status" className="font-[650]">
        {leftMs > 0 ? during : after}
      </span>
    </div>
  )
}
