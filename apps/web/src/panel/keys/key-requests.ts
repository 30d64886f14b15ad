// In: keys that mean something to a page. Out: that page's own handler is called; without one the key does nothing.
import { useEffect, useEffectEvent } from 'react'
import { observable, useObserved } from '../../lib/observable'

/** When somebody last asked to type to her, ms of performance.now(). */
export const composeAskedMs = observable(Number.NEGATIVE_INFINITY)

/** A press of "/" on another page is answered when Live has appeared; what is older is over. */
const ASKED_LASTS_MS = 1500

export function useComposeAsked(answer: () => void): void {
  const askedMs = useObserved(composeAskedMs, Number.NEGATIVE_INFINITY)
  const latest = useEffectEvent(answer)
  useEffect(() => {
    if (performance.now() - askedMs < ASKED_LASTS_MS) latest()
  }, [askedMs])
}

const saveHandlers: (() => void)[] = []

/** The newest page that can save gets Ctrl S. */
export const requestSave = (): void => saveHandlers.at(-1)?.()

export function useSaveKey(save: () => void): void {
  useEffect(() => {
    saveHandlers.push(save)
    return () => {
      saveHandlers.splice(saveHandlers.indexOf(save), 1)
    }
  }, [save])
}
