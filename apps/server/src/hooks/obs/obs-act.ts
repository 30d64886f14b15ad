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

/** @throws Problem that says what to do */
export async function actInObs(line: ObsLine, names: ObsNames, action: ObsAction): Promise<ObsAction | null> {
  try {
    return await act(line, names, action)
  } catch (cause) {
    throw obsProblem(cause, names.hidden(whatOf(action)))
  }
}

async function act(line: ObsLine, { real, shown }: ObsNames, action: ObsAction): Promise<ObsAction | null> {
  switch (action.do) {
    case 'scene': {
      const before = CurrentSceneAnswer.parse(await line.call('GetCurrentProgramScene')).currentProgramSceneName
      if (before === real(action.scene)) return null
      await line.call('SetCurrentProgramScene', { sceneName: real(action.scene) })
      return { do: 'scene', scene: shown(before) }
    }
    case 'source': {
      const place = await placeOf(line, real(action.scene), real(action.source))
      const before = SceneItemEnabledAnswer.parse(await line.call('GetSceneItemEnabled', place)).sceneItemEnabled
      if (before === action.visible) return null
      await line.call('SetSceneItemEnabled', { ...place, sceneItemEnabled: action.visible })
      return { ...action, visible: before }
    }
    case 'filter': {
      const which = { sourceName: real(action.source), filterName: real(action.filter) }
      const before = FilterAnswer.parse(await line.call('GetSourceFilter', which)).filterEnabled
      if (before === action.enabled) return null
      await line.call('SetSourceFilterEnabled', { ...which, filterEnabled: action.enabled })
      return { ...action, enabled: before }
    }
    case 'mute': {
      const inputName = real(action.input)
      const before = MuteAnswer.parse(await line.call('GetInputMute', { inputName })).inputMuted
      if (before === action.muted) return null
      await line.call('SetInputMute', { inputName, inputMuted: action.muted })
      return { ...action, muted: before }
    }
    case 'volume': {
      const inputName = real(action.input)
      const before = VolumeAnswer.parse(await line.call('GetInputVolume', { inputName })).inputVolumeDb
      if (Math.abs(before - action.db) < SAME_DB) return null
      await line.call('SetInputVolume', { inputName, inputVolumeDb: action.db })
      return { ...action, db: before }
    }
  }
}
