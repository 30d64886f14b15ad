// A *.vtube.json of VTube Studio in, what it says of a model out: files, which tracking moves which parameter, hotkeys.
import { z } from 'zod'
import { finite, listOf, numberOr, text, textOrEmpty } from './lenient'

const MOST_SETTINGS = 5000

export const VTubeParameter = z.object({
  Name: textOrEmpty,
  /** The name of what is tracked: 'MouthOpen', 'FaceAngleX' … */
  Input: textOrEmpty,
  InputRangeLower: finite,
  InputRangeUpper: finite,
  OutputRangeLower: finite,
  OutputRangeUpper: finite,
  UseBlinking: z.boolean().catch(false),
  UseBreathing: z.boolean().catch(false),
  OutputLive2D: text,
  Smoothing: numberOr(0),
})
export type VTubeParameter = z.infer<typeof VTubeParameter>

export const VTubeHotkey = z.object({ Name: textOrEmpty, Action: textOrEmpty, File: textOrEmpty })
export type VTubeHotkey = z.infer<typeof VTubeHotkey>

const NO_FILES = { Icon: '', Model: '', IdleAnimation: '' }

export const VTube = z.object({
  Version: numberOr(1),
  Name: textOrEmpty,
  /** '' when there is none. */
  FileReferences: z.object({ Icon: textOrEmpty, Model: textOrEmpty, IdleAnimation: textOrEmpty }).catch(NO_FILES),
  ParameterSettings: listOf(VTubeParameter, MOST_SETTINGS),
  Hotkeys: listOf(VTubeHotkey, MOST_SETTINGS),
})
export type VTube = z.infer<typeof VTube>
