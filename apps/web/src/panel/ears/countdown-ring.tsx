// In: when something ends. Out: a ring that empties with the seconds that are left in figures; then what follows, in words.
import { useEffect, useState } from 'react'

export interface CountdownRingProps {
  /** performance.now() */
  readonly endsAtMs: number
  readonly lastsMs: number
  readonly during: string
  readonly after: string
}

/** A ring that moves ten times a second looks as if it ran. */
const REDRAW_MS = 100
const RADIUS = 17
const ROUND = 2 * Math.PI * RADIUS

export function CountdownRing({ endsAtMs, lastsMs, during, after }: CountdownRingProps) {
  const [leftMs, setLeftMs] = useState(lastsMs)
  useEffect(() => {
    const timer = window.setInterval(() => setLeftMs(Math.max(0, endsAtMs - performance.now())), REDRAW_MS)
    return () => window.clearInterval(timer)
  }, [endsAtMs])
  const share = Math.min(1, leftMs / lastsMs)
  return (
    <div className="flex items-center gap-3">
      <svg viewBox="0 0 40 40" aria-hidden="true" className="size-12 flex-none">
        <circle cx="20" cy="20" r={RADIUS} className="fill-none stroke-s3 stroke-4" />
        <circle
          cx="20"
          cy="20"
          r={RADIUS}
          transform="rotate(-90 20 20)"
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          className="fill-none stroke-you stroke-4"
        />
        <text x="20" y="25" textAnchor="middle" className="fill-ink text-[14px] font-bold">
          {leftMs > 0 ? Math.ceil(leftMs / 1000) : '…'}
        </text>
      </svg>
      <span role="status" className="font-[650]">
        {leftMs > 0 ? during : after}
      </span>
    </div>
  )
}
