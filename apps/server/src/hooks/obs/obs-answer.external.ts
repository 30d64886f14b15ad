// What OBS answers comes in, in whatever shape its version has; the few things we look at come out. The only place that knows these foreign shapes.
import { z } from 'zod'

/** More than anybody shows on a screen; whatever OBS says, a panel must be able to hold it. */
const MOST = { scenes: 300, sources: 300, inputs: 200, filters: 50 } as const

/** Odd entries are left out: one strange plugin must not hide the rest. */
const listOf = <T>(item: z.ZodType<T>, most: number) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all
        .flatMap((one) => {
          const found = item.safeParse(one)
          return found.success ? [found.data] : []
        })
        .slice(0, most),
    )
const text = z.string().catch('')
const flag = z.boolean().catch(false)
const count = z.number().nonnegative().catch(0)

export const VersionAnswer = z.object({ obsVersion: text, obsWebSocketVersion: text })
export const SceneListAnswer = z.object({
  currentProgramSceneName: z.string().nullish(),
  scenes: listOf(z.object({ sceneName: z.string() }), MOST.scenes),
})
export const CurrentSceneAnswer = z.object({ currentProgramSceneName: z.string() })
export const SceneItemsAnswer = z.object({
  sceneItems: listOf(
    z.object({
      sceneItemId: z.number(),
      sourceName: z.string(),
      sceneItemEnabled: flag,
      inputKind: z.string().nullish(),
      sourceType: text,
      isGroup: z.boolean().nullish(),
    }),
    MOST.sources,
  ),
})
export type SceneItem = z.infer<typeof SceneItemsAnswer>['sceneItems'][number]
export const SceneItemIdAnswer = z.object({ sceneItemId: z.number() })
export const SceneItemEnabledAnswer = z.object({ sceneItemEnabled: z.boolean() })
export const InputListAnswer = z.object({
  inputs: listOf(z.object({ inputName: z.string(), inputUuid: text, inputKind: text, unversionedInputKind: text }), MOST.inputs),
})
export type ObsInput = z.infer<typeof InputListAnswer>['inputs'][number]
export const InputKindsAnswer = z.object({ inputKinds: z.array(z.string()) })
export const MuteAnswer = z.object({ inputMuted: z.boolean() })
/** Silence is −100 dB, whatever OBS makes of minus infinity. */
export const VolumeAnswer = z.object({
  inputVolumeDb: z
    .number()
    .catch(-100)
    .transform((db) => Math.max(-100, Math.min(26, db))),
})
export const FilterListAnswer = z.object({
  filters: listOf(z.object({ filterName: z.string(), filterKind: text, filterEnabled: flag }), MOST.filters),
})
export const FilterAnswer = z.object({ filterEnabled: z.boolean() })
export const OutputAnswer = z.object({ outputActive: flag, outputPaused: flag })
export const StudioModeAnswer = z.object({ studioModeEnabled: flag })
export const StatsAnswer = z.object({
  cpuUsage: count,
  activeFps: count,
  renderSkippedFrames: count,
  renderTotalFrames: count,
  outputSkippedFrames: count,
  outputTotalFrames: count,
})
export type ObsStats = z.infer<typeof StatsAnswer>
export const PictureAnswer = z.object({ imageData: z.string().startsWith('data:image/png;base64,') })
export const VideoAnswer = z.object({
  baseWidth: z.number().int().positive().catch(1280),
  baseHeight: z.number().int().positive().catch(720),
  fpsNumerator: z.number().positive().catch(30),
  fpsDenominator: z.number().positive().catch(1),
})
export const BrowserSettings = z.object({
  url: text,
  is_local_file: flag,
  reroute_audio: flag,
  shutdown: flag,
  restart_when_active: flag,
})
export const InputSettingsAnswer = z.object({ inputSettings: BrowserSettings })
export const MonitorAnswer = z.object({ monitorType: z.string() })
/** Track '1' to '6' and whether it is on. */
export const TracksAnswer = z.object({ inputAudioTracks: z.record(z.string(), z.boolean()) })
export const SourceActiveAnswer = z.object({ videoActive: flag })
export const CollectionAnswer = z.object({ currentSceneCollectionName: text })
export const SlotAnswer = z.object({ slotValue: z.unknown() })
export const CreatedAnswer = z.object({ inputUuid: text, sceneItemId: z.number() })
