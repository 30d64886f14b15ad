// One thing done in OBS. In: the action, by the names that are shown. Out: the action that takes it back, or null when it was so already.
import type { ObsAction } from '@psiona/shared'
import { CurrentSceneAnswer, FilterAnswer, MuteAnswer, SceneItemEnabledAnswer, VolumeAnswer } from './obs-answer.external'
import type { ObsLine } from './obs-link'
import type { ObsNames } from './obs-names'
import { obsProblem } from './obs-problem'
import { placeOf } from './obs-scene-items'

/** Less than any fader shows. */
const SAME_DB = 0.05

const whatOf = (action: ObsAction): string => {
  switch (action.do) {
    case 'scene':
      return `scene “${action.scene}”`
    case 'source':
      return `source “${action.source}” in scene “${action.scene}”`
    case 'filter':
      return `filter “${action.filter}” on “${action.source}”`
    default:
      return `source “${action.input}”`
  }
}

/** `mayChange` is asked between looking and changing, with how the thing is, unless it is so already; false: it stays.
 *  Returns what takes it back; null when nothing was changed. @throws Problem that says what to do */
export type ObsAct = (
  action: ObsAction,
  mayChange?: (found: ObsAction) => boolean | Promise<boolean>,
) => Promise<ObsAction | null>

interface Look {
  readonly found: ObsAction
  readonly isSo: boolean
  change(): Promise<unknown>
}

/** @throws Problem that says what to do */
export async function actInObs(line: ObsLine, names: ObsNames, ...[action, mayChange]: Parameters<ObsAct>): ReturnType<ObsAct> {
  try {
    const { found, isSo, change } = await look(line, names, action)
    if (isSo || (mayChange && !(await mayChange(found)))) return null
    await change()
    return found
  } catch (cause) {
    throw obsProblem(cause, names.hidden(whatOf(action)))
  }
}

async function look(line: ObsLine, { real, shown }: ObsNames, action: ObsAction): Promise<Look> {
  switch (action.do) {
    case 'scene': {
      const before = CurrentSceneAnswer.parse(await line.call('GetCurrentProgramScene')).currentProgramSceneName
      return {
        found: { do: 'scene', scene: shown(before) },
        isSo: before === real(action.scene),
        change: () => line.call('SetCurrentProgramScene', { sceneName: real(action.scene) }),
      }
    }
    case 'source': {
      const place = await placeOf(line, real(action.scene), real(action.source))
      const before = SceneItemEnabledAnswer.parse(await line.call('GetSceneItemEnabled', place)).sceneItemEnabled
      return {
        found: { ...action, visible: before },
        isSo: before === action.visible,
        change: () => line.call('SetSceneItemEnabled', { ...place, sceneItemEnabled: action.visible }),
      }
    }
    case 'filter': {
      const which = { sourceName: real(action.source), filterName: real(action.filter) }
      const before = FilterAnswer.parse(await line.call('GetSourceFilter', which)).filterEnabled
      return {
        found: { ...action, enabled: before },
        isSo: before === action.enabled,
        change: () => line.call('SetSourceFilterEnabled', { ...which, filterEnabled: action.enabled }),
      }
    }
    case 'mute': {
      const inputName = real(action.input)
      const before = MuteAnswer.parse(await line.call('GetInputMute', { inputName })).inputMuted
      return {
        found: { ...action, muted: before },
        isSo: before === action.muted,
        change: () => line.call('SetInputMute', { inputName, inputMuted: action.muted }),
      }
    }
    case 'volume': {
      const inputName = real(action.input)
      const before = VolumeAnswer.parse(await line.call('GetInputVolume', { inputName })).inputVolumeDb
      return {
        found: { ...action, db: before },
        isSo: Math.abs(before - action.db) < SAME_DB,
        change: () => line.call('SetInputVolume', { inputName, inputVolumeDb: action.db }),
      }
    }
  }
}
