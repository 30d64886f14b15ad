// In: what came of the last Stop. Out: it for as long as it is worth reading, and the words for it.
import { useEffect } from 'react'
import { counted } from '../lib/figure-text'
import { useObserved } from '../lib/observable'
import { usePanel } from './panel-store'
import { type StopOutcome, stopOutcome } from './stop-her'

/** Long enough to be read after a look at the game. */
const SHOWN_MS = 8000

export function stopWords(outcome: StopOutcome): string {
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

export function useStopOutcome(): StopOutcome | null {
  const outcome = useObserved(stopOutcome, null)
  const live = usePanel((state) => state.link === 'live')
  const failed = outcome?.type === 'not-stopped'
  useEffect(() => {
    // "Not reached" stands until she is back, or until the next Stop.
    if (!outcome || (failed && !live)) return
    const timer = window.setTimeout(() => stopOutcome.set(null), SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [outcome, failed, live])
  return outcome
}
