// In: how her parts are. Out: quiet ticks, and one yellow chip with the cause and the way to its cure.
import type { PartHealth } from '@psiona/shared'
import Link from 'next/link'
import { useState } from 'react'
import { classNames } from '../lib/class-names'
import { Icon } from '../ui/icon'
import { CURE, foldHealth, PART_LABEL, worthNaming } from './health-fold'
import { usePanel } from './panel-store'
import { TroubleList } from './trouble-list'
import { useDock } from './use-dock'

const chip =
  'flex min-h-9 min-w-0 items-center gap-1.5 rounded-control bg-warn py-0.5 pr-1 pl-2.5 text-sm font-semibold text-onwarn slim:min-h-11 forced-colors:border'
const cure = 'flex-none rounded-[0.3125rem] bg-onwarn px-2 py-1 text-white'

const SPOKEN: Record<PartHealth['state'], string> = { ok: 'fine', off: 'off', trouble: 'needs you' }

export function HealthStrip() {
  const reported = usePanel((state) => state.health)
  const [listed, setListed] = useState(false)
  const dock = useDock()
  // The band below says it, and has the way out.
  const panicking = usePanel((state) => state.safety.panic)
  const named = reported.filter((part) => worthNaming(part) && !(panicking && part.part === 'safety'))
  const { parts, fine, off, troubles } = foldHealth(named)
  const [first] = troubles
  return (
    <div className="flex min-w-0 items-center gap-0.5">
      <ul aria-label="Her parts" className="hidden flex-none strip:flex">
        {parts.map(({ part, state, detail }) =>
          state === 'trouble' ? null : (
            <li
              key={part}
              title={`${PART_LABEL[part]}: ${detail}`}
              className="flex items-center gap-1.25 px-1.5 py-1 text-sm text-ink3"
            >
              <Icon
                name={state === 'ok' ? 'tick' : 'off'}
                className={classNames('size-3.5 stroke-2', state === 'ok' && 'text-ok')}
              />
              {PART_LABEL[part]}
              <span className="sr-only">, {SPOKEN[state]}</span>
            </li>
          ),
        )}
      </ul>
      <p
        className={classNames(
          'flex flex-none items-center gap-1.25 px-1.5 text-sm text-ink3 strip:hidden',
          parts.length === 0 && 'hidden',
          first && (dock ? 'max-[23rem]:sr-only' : 'max-[28rem]:sr-only'),
        )}
      >
        <Icon name="tick" className="size-3.5 stroke-2 text-ok" />
        <span>
          {fine} fine{off > 0 && <span className="slim:sr-only">, {off} off</span>}
        </span>
      </p>
      {troubles.length > 1 ? (
        <button type="button" aria-haspopup="dialog" onClick={() => setListed(true)} className={chip}>
          <Icon name="warn" />
          {troubles.length} to fix
          <span className={cure}> Show</span>
        </button>
      ) : (
        first && (
          <Link href={`${CURE[first.part].href}#${first.part}`} title={first.remedy} className={chip}>
            <Icon name="warn" />
            <span className="min-w-0 truncate">
              {PART_LABEL[first.part]}
              <span className="slim:sr-only">: {first.detail}</span>
            </span>
            <span className={cure}>{CURE[first.part].label}</span>
          </Link>
        )
      )}
      {listed && <TroubleList troubles={troubles} onClose={() => setListed(false)} />}
    </div>
  )
}
