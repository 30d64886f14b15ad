// What an action in OBS touches. In: actions, and what OBS says of itself. Out: one key for each thing, whether two actions want the same of it, how it is now.
import type { ObsAction, ObsState } from '@psiona/shared'

/** OBS keeps levels as single-precision factors, and a fader of it moves by more. */
export const LEVEL_TOLERANCE_DB = 0.1

/** The same for all actions that touch the same thing. The scene viewers see is one thing. */
export function thingOf(action: ObsAction): string {
  switch (action.do) {
    case 'scene':
      return 'scene'
    case 'source':
      return JSON.stringify(['source', action.scene, action.source])
    case 'filter':
      return JSON.stringify(['filter', action.source, action.filter])
    case 'mute':
      return JSON.stringify(['mute', action.input])
    case 'volume':
      return JSON.stringify(['volume', action.input])
    default:
      return action satisfies never
  }
}

const wish = (action: ObsAction): string | boolean | number => {
  switch (action.do) {
    case 'scene':
      return action.scene
    case 'source':
      return action.visible
    case 'filter':
      return action.enabled
    case 'mute':
      return action.muted
    case 'volume':
      return action.db
    default:
      return action satisfies never
  }
}

/** Whether two actions on the same thing leave it the same. */
export function sameWish(one: ObsAction, other: ObsAction): boolean {
  const [a, b] = [wish(one), wish(other)]
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= LEVEL_TOLERANCE_DB : a === b
}

/** The thing an action touches as it is now, as the action that would make it so; null where the state does not tell. */
export function nowIn(state: Pick<ObsState, 'scene' | 'sources' | 'inputs'>, action: ObsAction): ObsAction | null {
  const input = (name: string) => state.inputs.find((one) => one.name === name)
  switch (action.do) {
    case 'scene':
      return state.scene === '' ? null : { ...action, scene: state.scene }
    case 'source': {
      const source = action.scene === state.scene ? state.sources.find(({ name }) => name === action.source) : undefined
      return source ? { ...action, visible: source.visible } : null
    }
    case 'filter': {
      const filter = input(action.source)?.filters.find(({ name }) => name === action.filter)
      return filter ? { ...action, enabled: filter.enabled } : null
    }
    case 'mute': {
      const audio = input(action.input)?.audio
      return audio ? { ...action, muted: audio.muted } : null
    }
    case 'volume': {
      const audio = input(action.input)?.audio
      return audio ? { ...action, db: audio.db } : null
    }
    default:
      return action satisfies never
  }
}
