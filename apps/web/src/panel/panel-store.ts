// In: events. Out: the panel's state to whoever subscribes; and beside it the levels, hers and the microphone's, which change too often to redraw pages.
import { useSyncExternalStore } from 'react'
import type { Level } from '../lib/meter-reading'
import { observable } from '../lib/observable'
import { INITIAL_STATE, type PanelEvent, type PanelState, reduce } from './panel-state'

const state = observable<PanelState>(INITIAL_STATE)

export const panelState = state.get
export const dispatch = (event: PanelEvent): void => state.set(reduce(state.get(), event, performance.now()))

/** What `select` takes from the state; it must return the same value for the same state. */
export const usePanel = <T>(select: (state: PanelState) => T): T =>
  useSyncExternalStore(
    state.subscribe,
    () => select(state.get()),
    () => select(INITIAL_STATE),
  )

/** Her last output level. */
export const outputLevel = observable<Level>({ dbfs: -120, atMs: 0 })
/** The last level of the microphone she listens to, wherever it is. */
export const micLevel = observable<Level>({ dbfs: -120, atMs: 0 })
