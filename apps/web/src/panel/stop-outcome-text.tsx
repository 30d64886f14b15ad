// In: what came of the last Stop. Out: it beside the button, in a place that is kept whether there is something to say or not.
import { useEffect } from 'react'
import { classNames } from '../lib/class-names'
import { counted, timeOfDay } from '../lib/figure-text'
import { useObserved } from '../lib/observable'
import { usePanel } from './panel-store'
import { type StopOutcome, stopOutcome } from './stop-her'

/** Long enough to be read after a look at the game. */
const SHOWN_MS = 8000

function words(outcome: StopOutcome): string {
  switch (outcome.type) {
    case 'stopped':
      return outcome.heardWords > 0 ? `Stopped after ${counted(outcome.heardWords, 'word')}.` : 'Stopped before a word.'
    case 'nothing-ran':
      return 'Nothing ran.'
    case 'not-stopped':
      return outcome.message
    default:
      return outcome satisfies never
  }
}

export function StopOutcomeText() {
  const outcome = useObserved(stopOutcome, null)
  const live = usePanel((state) => state.link === 'live')
  const failed = outcome?.type === 'not-stopped'
  useEffect(() => {
    // "Not reached" stands until she is back, or until the next Stop.
    if (!outcome || (failed && !live)) return
    const timer = window.setTimeout(() => stopOutcome.set(null), SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [outcome, failed, live])
  return (
    <p
      role="status"
      className={classNames('flex flex-col justify-center text-xs rail:w-34.5', failed ? 'font-semibold text-ink' : 'text-ink3')}
    >
      {outcome ? (
        <>
          <span className={classNames('line-clamp-3', failed && 'rounded-tag bg-warn px-1.5 py-0.5 text-onwarn')}>
            {words(outcome)}
          </span>
          {!failed && <span>{timeOfDay(outcome.at, true)}</span>}
        </>
      ) : (
        <span aria-hidden="true">Ends sound, queue and thought.</span>
      )}
    </p>
  )
}
