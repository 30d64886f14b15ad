// In: a line that waits. Out: to whom, what, how long still, and yes or no to it.
import type { HeldLine } from '@psiona/shared'
import { Button } from '../../ui/button'
import { Kbd } from '../../ui/kbd'
import { Ring } from '../../ui/ring'
import { nameOf } from '../tally-look'
import { leftNow, leftText, secondsLeft, shareLeft } from './countdown'
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
    <li className="flex min-h-44 gap-3 rounded-stage border-2 border-(--warnsign) bg-s2 px-3 py-2.5">
      <Ring share={shareLeft(left, wholeMs)} figure={String(secondsLeft(left))} of="ink" className="size-10" />
      <div className="grid min-w-0 flex-1 content-between gap-1.5">
        <p className="flex flex-wrap gap-x-1 text-sm text-ink2">
          <b className="font-[650] text-ink">Held for you</b>
          <span>· {leftText(left, ends)}</span>
          <span className="basis-full truncate">To {nameOf(to)}</span>
        </p>
        <p className="max-h-[6lh] overflow-y-auto text-speech [overflow-wrap:anywhere]">{text}</p>
        <div className="flex flex-wrap gap-2">
          <Button weight="primary" className="flex-auto" onClick={() => void judgeHeld(lineId, 'approve')}>
            Let her say it {first && <Kbd className={key}>Y</Kbd>}
          </Button>
          <Button weight="outline" className="flex-auto" onClick={() => void judgeHeld(lineId, 'skip')}>
            Skip {first && <Kbd className={key}>N</Kbd>}
          </Button>
        </div>
      </div>
    </li>
  )
}
