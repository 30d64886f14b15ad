// In: a line that waits. Out: to whom, what, how long still, and yes or no to it.
import type { HeldLine } from '@psiona/shared'
import { Button } from '../../ui/button'
import { Kbd } from '../../ui/kbd'
import { nameOf } from '../tally-look'
import { leftNow, leftText, shareLeft } from './countdown'
import { judgeHeld } from './judge-held'

export interface HeldCardProps {
  readonly line: HeldLine
  readonly toldMs: number
  readonly nowMs: number
  readonly wholeMs: number
  readonly ends: 'skipped' | 'said'
  /** The keys mean this one. */
  readonly first: boolean
}

const key = 'border-current bg-transparent text-current slim:hidden'

export function HeldCard({ line: { lineId, to, text, leftMs }, toldMs, nowMs, wholeMs, ends, first }: HeldCardProps) {
  const left = leftNow(leftMs, toldMs, nowMs)
  return (
    <li className="grid gap-2 rounded-stage border-2 border-(--warnsign) bg-s2 px-3 pt-2.5 pb-3">
      <p className="flex items-baseline justify-between gap-3 text-sm text-ink2">
        <span className="min-w-0 truncate">
          To <b className="font-[650] text-ink">{nameOf(to)}</b>
        </span>
        <span className="flex-none">{leftText(left, ends)}</span>
      </p>
      <p className="max-h-[6lh] overflow-y-auto text-speech [overflow-wrap:anywhere]">{text}</p>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-s3 forced-colors:border">
        <div
          className="h-full bg-(--warnsign) forced-colors:bg-[CanvasText]"
          style={{ width: `${(shareLeft(left, wholeMs) * 100).toFixed(1)}%` }}
        />
      </div>
      <div className="flex gap-2">
        <Button weight="primary" className="flex-1" onClick={() => void judgeHeld(lineId, 'approve')}>
          Say it now {first && <Kbd className={key}>Y</Kbd>}
        </Button>
        <Button weight="outline" className="flex-1" onClick={() => void judgeHeld(lineId, 'skip')}>
          Never {first && <Kbd className={key}>N</Kbd>}
        </Button>
      </div>
    </li>
  )
}
