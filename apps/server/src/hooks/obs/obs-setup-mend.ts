// Her source in OBS, made, mended and put back. In: a line and what was found. Out: what was changed, as it was before.
import type { ObsStep } from '@psiona/shared'
import { CreatedAnswer, SceneItemEnabledAnswer, VideoAnswer } from './obs-answer.external'
import type { ObsLine } from './obs-link'
import { isMissing } from './obs-problem'
import { type Place, placeOf } from './obs-scene-items'
import { BROWSER_KIND, MONITOR_AND_OUTPUT, type OverlaySource, renewed, type SetupLook } from './obs-setup-look'
import type { SetupRecord } from './obs-setup-record.external'
import { freeTrack, LIVE_TRACK, ownTrack } from './obs-setup-steps'

/** More pixels than that cost OBS frames and show nothing new of her; OBS scales them up. */
const LARGEST = { width: 1920, height: 1080 } as const
const MOST_FPS = 60
const TRACKS = ['1', '2', '3', '4', '5', '6'] as const
const SILENT_TO_STREAMER = 'OBS_MONITORING_TYPE_NONE'
/** Her sound through the mixer; the page is neither ended nor loaded anew by a change of scene. */
const SETTINGS = { reroute_audio: true, shutdown: false, restart_when_active: false } as const

/** Runs what belongs to a step; false when OBS refused it. */
export type Attempt = (step: ObsStep['id'], work: () => Promise<unknown>) => Promise<boolean>

/** The canvas, or what of its shape fits into the largest. */
async function pageSize(line: ObsLine) {
  const { baseWidth, baseHeight, fpsNumerator, fpsDenominator } = VideoAnswer.parse(await line.call('GetVideoSettings'))
  const scale = Math.min(1, LARGEST.width / baseWidth, LARGEST.height / baseHeight)
  const fps = Math.min(MOST_FPS, Math.max(1, Math.round(fpsNumerator / fpsDenominator)))
  return {
    page: { width: Math.round(baseWidth * scale), height: Math.round(baseHeight * scale), fps_custom: true, fps },
    bounds: scale < 1 ? { boundsWidth: baseWidth, boundsHeight: baseHeight } : null,
  }
}

export async function createSource(
  line: ObsLine,
  { taken }: SetupLook,
  sceneName: string,
  url: string,
): Promise<{ readonly input: string; readonly uuid: string }> {
  const { page, bounds } = await pageSize(line)
  let inputName = 'Psiona'
  for (let i = 2; taken.has(inputName); i++) inputName = `Psiona ${i}`
  const { inputUuid, sceneItemId } = CreatedAnswer.parse(
    await line.call('CreateInput', {
      sceneName,
      inputName,
      inputKind: BROWSER_KIND,
      inputSettings: { url, is_local_file: false, ...page, ...SETTINGS },
      sceneItemEnabled: true,
    }),
  )
  if (bounds) {
    const sceneItemTransform = { boundsType: 'OBS_BOUNDS_SCALE_INNER', ...bounds }
    await line.call('SetSceneItemTransform', { sceneName, sceneItemId, sceneItemTransform })
  }
  return { input: inputName, uuid: inputUuid }
}

type Placing = Pick<SetupRecord, 'placedIn' | 'shownIn'>

async function placeSource(line: ObsLine, sceneName: string, sourceName: string): Promise<Placing> {
  try {
    const place = await placeOf(line, sceneName, sourceName)
    const { sceneItemEnabled } = SceneItemEnabledAnswer.parse(await line.call('GetSceneItemEnabled', place))
    if (sceneItemEnabled) return { placedIn: [], shownIn: [] }
    await line.call('SetSceneItemEnabled', { ...place, sceneItemEnabled: true })
    return { placedIn: [], shownIn: [sceneName] }
  } catch (cause) {
    if (!isMissing(cause)) throw cause
    await line.call('CreateSceneItem', { sceneName, sourceName, sceneItemEnabled: true })
    return { placedIn: [sceneName], shownIn: [] }
  }
}

/** Changes only what is not as it should be. */
export async function mendSource(
  line: ObsLine,
  attempt: Attempt,
  look: SetupLook,
  source: OverlaySource,
  sceneName: string,
  overlayUrl: string,
): Promise<Placing & Pick<SetupRecord, 'before'>> {
  const inputName = source.name
  const before: SetupRecord['before'] = { settings: {}, monitor: null, tracks: null }
  const wrong = Object.entries(SETTINGS).filter(([key, value]) => Reflect.get(source.settings, key) !== value)
  const url = renewed(source.settings.url, overlayUrl)
  if (wrong.length > 0 || url !== source.settings.url) {
    const inputSettings = { url, ...Object.fromEntries(wrong) }
    if (await attempt('own-audio', () => line.call('SetInputSettings', { inputName, inputSettings, overlay: true })))
      before.settings = Object.fromEntries(wrong.map(([key, value]) => [key, !value]))
  }
  if (source.monitor !== MONITOR_AND_OUTPUT) {
    const order = { inputName, monitorType: MONITOR_AND_OUTPUT }
    if (await attempt('monitoring', () => line.call('SetInputAudioMonitorType', order)))
      before.monitor = source.monitor ?? SILENT_TO_STREAMER
  }
  if (ownTrack(look) === null) {
    const hers = [LIVE_TRACK, freeTrack(look)]
    const inputAudioTracks = Object.fromEntries(TRACKS.map((track) => [track, hers.includes(track)]))
    if (await attempt('track', () => line.call('SetInputAudioTracks', { inputName, inputAudioTracks })))
      before.tracks = source.tracks
  }
  let placing: Placing = { placedIn: [], shownIn: [] }
  await attempt('in-scene', async () => {
    placing = await placeSource(line, sceneName, inputName)
  })
  return { ...placing, before }
}

/** What its owner changed or took out meanwhile stays so. */
export async function restoreSource(line: ObsLine, record: SetupRecord, { name: inputName }: OverlaySource): Promise<void> {
  const { settings, monitor, tracks } = record.before
  if (Object.keys(settings).length > 0) await line.call('SetInputSettings', { inputName, inputSettings: settings, overlay: true })
  if (monitor !== null) await line.call('SetInputAudioMonitorType', { inputName, monitorType: monitor })
  if (tracks !== null) await line.call('SetInputAudioTracks', { inputName, inputAudioTracks: tracks })
  const inEach = async (scenes: readonly string[], undo: (place: Place) => Promise<unknown>) => {
    for (const scene of scenes)
      try {
        await undo(await placeOf(line, scene, inputName))
      } catch (cause) {
        if (!isMissing(cause)) throw cause
      }
  }
  await inEach(record.placedIn, (place) => line.call('RemoveSceneItem', place))
  await inEach(record.shownIn, (place) => line.call('SetSceneItemEnabled', { ...place, sceneItemEnabled: false }))
}
