// In: one kind of what is kept. Out: its switch, how much lies where, and the way to be rid of it, which is asked for.
import type { TraceInfo } from '@psiona/shared'
import { type ReactNode, useState } from 'react'
import { counted, dayText } from '../../lib/figure-text'
import { sizeText } from '../../lib/size-text'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/switch'

export interface KeptRowProps {
  readonly label: string
  readonly hint: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** What one of it is called. */
  readonly one: string
  readonly trace: TraceInfo | undefined
  readonly onWipe: () => Promise<void>
  /** What can be set while it is on. */
  readonly children: ReactNode
}

export function KeptRow({ label, hint, on, onChange, one, trace, onWipe, children }: KeptRowProps) {
  const [asking, setAsking] = useState(false)
  const some = trace !== undefined && trace.count > 0
  const much = some ? `${counted(trace.count, one)}, ${sizeText(trace.bytes)}` : ''
  return (
    <li className="grid gap-3 border-t border-line px-3.5 py-3">
      <Switch label={label} hint={hint} checked={on} onChange={onChange} />
      {on && children}
      {(on || some) && trace && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink2">
          <p className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
            {some ? (
              <>
                <b className="font-[650] text-ink">{much}</b>
                {trace.oldestAt !== null && ` since ${dayText(trace.oldestAt)}`}, in{' '}
              </>
            ) : (
              'Nothing yet, in '
            )}
            <span className="font-mono text-xs">{trace.folder}</span>
          </p>
          {some && !asking && (
            <Button size="small" weight="outline" onClick={() => setAsking(true)}>
              Wipe<span className="sr-only"> {label}</span>
            </Button>
          )}
        </div>
      )}
      {asking && some && (
        <div className="grid gap-2.5 rounded-control border-2 border-edge p-3">
          <p>
            <b className="font-[650]">This deletes {much}, for good.</b> Nothing else is touched.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button
              weight="primary"
              size="small"
              onClick={() => {
                setAsking(false)
                void onWipe()
              }}
            >
              Wipe
            </Button>
            <Button size="small" weight="outline" autoFocus onClick={() => setAsking(false)}>
              Keep
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
