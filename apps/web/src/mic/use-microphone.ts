// In: a microphone and what is wanted of its view. Out: that, redrawn when it changes.
import { useSyncExternalStore } from 'react'
import { useObserved } from '../lib/observable'
import type { Microphone } from './microphone'
import { FIRST_VIEW, type MicLevel, type MicrophoneView, NO_LEVEL } from './microphone-view'

/** `select` must return the same value for the same view. */
export const useMicrophone = <T>({ view }: Microphone, select: (view: MicrophoneView) => T): T =>
  useSyncExternalStore(
    view.subscribe,
    () => select(view.get()),
    () => select(FIRST_VIEW),
  )

/** Changes 15 times a second: for a meter of its own, not for a page. */
export const useMicLevel = ({ level }: Microphone): MicLevel => useObserved(level, NO_LEVEL)
