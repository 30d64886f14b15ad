// In: the lines that wait for the owner. Out: a card each, the one that goes first on top; nothing when none waits.
import { useEffect, useState } from 'react'
import { useObserved } from '../../lib/observable'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { nameOf } from '../tally-look'
import { HeldCard } from './held-card'
import { heldTrouble, meanByKeys } from './judge-held'

/** Fine enough for the ring to be read, coarse enough not to draw the eye. */
const STEP_MS = 250
const TROUBLE_SHOWN_MS = 8000

export function HeldLines() {
  const trouble = useObserved(heldTrouble, null)
  const waiting = usePanel((state) => state.safety.held.length > 0)
  const first = usePanel((state) => state.safety.held[0])
  useEffect(() => {
    if (trouble === null) return
    const timer = window.setTimeout(() => heldTrouble.set(null), TROUBLE_SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [trouble])
  return (
    <>
      <p role="alert" className="sr-only">
        {first && `A line waits for you, to ${nameOf(first.to)}: ${first.text}`}
      </p>
      <Trouble>{trouble}</Trouble>
      {waiting && <Cards />}
    </>
  )
}

function Cards() {
  const held = usePanel((state) => state.safety.held)
  const toldMs = usePanel((state) => state.safetyToldMs)
  const { holdSeconds, holdEnds } = usePanel((state) => state.settings.safety)
  const [nowMs, setNowMs] = useState(toldMs)
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(performance.now()), STEP_MS)
    return () => window.clearInterval(timer)
  }, [])
  const firstId = held[0]?.lineId
  useEffect(() => (firstId === undefined ? undefined : meanByKeys(firstId)), [firstId])
  return (
    <section aria-label="Lines that wait for you" className="min-h-0">
      <ul className="grid max-h-78 content-start gap-2 overflow-y-auto">
        {held.map((line, index) => (
          <HeldCard
            key={line.lineId}
            line={line}
            toldMs={toldMs}
            nowMs={nowMs}
            wholeMs={holdSeconds * 1000}
            ends={holdEnds}
            first={index === 0}
          />
        ))}
      </ul>
    </section>
  )
}
