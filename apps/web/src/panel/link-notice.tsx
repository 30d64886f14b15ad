// In: a connection that is not there. Out: what is so, what it means for the stream, what to do; in the place of the health strip.
import { useEffect, useState } from 'react'
import { timeOfDay } from '../lib/figure-text'
import { Icon } from '../ui/icon'
import { tryNow } from './panel-link'
import { usePanel } from './panel-store'

/** Faster than this nobody needs to be told that it is loading. */
const QUIET_MS = 300

export const LOST_SENTENCE = 'The panel lost Psiona, she may still be on air. Trying again every second.'

export function LinkNotice() {
  const link = usePanel((state) => state.link)
  const lastSeenAt = usePanel((state) => state.lastSeenAt)
  const refusal = usePanel((state) => state.refusal)
  const known = usePanel((state) => state.known)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), QUIET_MS)
    return () => window.clearTimeout(timer)
  }, [])
  if (link === 'connecting')
    return late ? <p className="truncate text-sm text-ink2">Looking for Psiona on this computer.</p> : null
  if (link === 'outdated')
    return (
      <Notice text="Psiona was updated. Reload this page." short="Updated" act="Reload" onAct={() => window.location.reload()} />
    )
  if (refusal !== null) return <Notice text={refusal} short="Not let in" act="Reload" onAct={() => window.location.reload()} />
  if (!known)
    return (
      <Notice
        text="Psiona is not there. Start it with npm start; this page follows."
        short="Not there"
        act="Try now"
        onAct={tryNow}
      />
    )
  const since = lastSeenAt === null ? '' : timeOfDay(lastSeenAt, true)
  return <Notice text={`${LOST_SENTENCE} Last seen ${since}.`} short={`Lost, ${since}`} act="Try now" onAct={tryNow} />
}

function Notice({ text, short, act, onAct }: { text: string; short: string; act: string; onAct: () => void }) {
  return (
    <div
      role="alert"
      className="flex min-h-9 min-w-0 items-center gap-2 rounded-control bg-warn py-0.5 pr-1 pl-2.5 font-semibold text-onwarn slim:min-h-11"
    >
      <Icon name="lost" />
      <span className="line-clamp-2 min-w-0 text-sm slim:sr-only">{text}</span>
      <span aria-hidden="true" className="truncate text-sm rail:hidden">
        {short}
      </span>
      <button
        type="button"
        onClick={onAct}
        className="min-h-8 flex-none rounded-[0.3125rem] bg-onwarn px-2.5 text-sm text-white slim:min-h-9"
      >
        {act}
      </button>
    </div>
  )
}
