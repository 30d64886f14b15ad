// How far she is set up in OBS. In: a line and the overlay's address. Out: which source shows her, where it stands, and how it sounds.

import type { z } from 'zod'
import {
  type BrowserSettings,
  InputKindsAnswer,
  InputListAnswer,
  InputSettingsAnswer,
  MonitorAnswer,
  MuteAnswer,
  type ObsInput,
  SceneListAnswer,
  SourceActiveAnswer,
  StudioModeAnswer,
  TracksAnswer,
} from './obs-answer.external'
import type { ObsLine } from './obs-link'
import { orNull } from './obs-problem'
import { itemsIn } from './obs-scene-items'

export const BROWSER_KIND = 'browser_source'
export const MONITOR_AND_OUTPUT = 'OBS_MONITORING_TYPE_MONITOR_AND_OUTPUT'
/** What the machine plays, on Windows, Linux and macOS. */
const HEARS_THE_MACHINE = new Set([
  'wasapi_output_capture',
  'pulse_output_capture',
  'coreaudio_output_capture',
  'sck_audio_capture',
])

export type Tracks = Readonly<Record<string, boolean>>

export interface OverlaySource {
  readonly name: string
  /** '' before OBS 30.2. */
  readonly uuid: string
  readonly settings: z.infer<typeof BrowserSettings>
  readonly monitor: string | null
  /** Null: it makes no sound. */
  readonly tracks: Tracks | null
}

export interface SetupLook {
  readonly canBrowse: boolean
  readonly source: OverlaySource | null
  /** Its address holds a token that counts no more. */
  readonly outdated: boolean
  /** Scenes and inputs share their names. */
  readonly taken: ReadonlySet<string>
  /** The scene viewers see; '' while there is none. */
  readonly program: string
  readonly scenes: readonly string[]
  /** Where she stands and is switched on; null: nowhere. */
  readonly standsIn: string | null
  /** Every other input with sound, and its tracks. */
  readonly others: readonly { readonly name: string; readonly tracks: Tracks }[]
  /** Inputs that would take her up again from the loudspeakers. */
  readonly hearHerAgain: readonly string[]
  readonly studioMode: boolean
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const isHere = (a: string, b: string) => a === b || (LOOPBACK.has(a) && LOOPBACK.has(b))

/** The same page of the same server, whichever token it was given. */
export function showsOverlay(url: string, overlayUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const [there, ours] = [new URL(url), new URL(overlayUrl)]
  const path = ({ pathname }: URL) => pathname.replace(/\/$/, '')
  return (
    there.protocol === ours.protocol &&
    there.port === ours.port &&
    isHere(there.hostname, ours.hostname) &&
    path(there) === path(ours)
  )
}

/** Its address with the token that counts now; host and query stay as its owner has them. */
export function renewed(url: string, overlayUrl: string): string {
  const next = new URL(url)
  const { hash } = new URL(overlayUrl)
  if (next.hash === hash) return url
  next.hash = hash
  return next.href
}

async function tracksOf(line: ObsLine, inputName: string): Promise<Tracks | null> {
  const answer = await orNull(line.call('GetInputAudioTracks', { inputName }))
  return answer === null ? null : TracksAnswer.parse(answer).inputAudioTracks
}

async function findSource(line: ObsLine, inputs: readonly ObsInput[], overlayUrl: string): Promise<OverlaySource | null> {
  const pages = inputs.filter(({ unversionedInputKind }) => unversionedInputKind === BROWSER_KIND)
  const found = await Promise.all(
    pages.map(async ({ inputName, inputUuid }) => {
      const answer = await orNull(line.call('GetInputSettings', { inputName }))
      const settings = InputSettingsAnswer.safeParse(answer).data?.inputSettings
      return settings && !settings.is_local_file && showsOverlay(settings.url, overlayUrl)
        ? [{ name: inputName, uuid: inputUuid, settings }]
        : []
    }),
  )
  const all = found.flat()
  const source = all.find(({ settings: { url } }) => renewed(url, overlayUrl) === url) ?? all[0]
  if (!source) return null
  const monitor = await orNull(line.call('GetInputAudioMonitorType', { inputName: source.name }))
  return {
    ...source,
    monitor: monitor === null ? null : MonitorAnswer.parse(monitor).monitorType,
    tracks: await tracksOf(line, source.name),
  }
}

async function sceneWith(line: ObsLine, source: string, program: string, scenes: readonly string[]): Promise<string | null> {
  // Nested scenes and groups are OBS's own business: it says whether viewers see her.
  const active = await orNull(line.call('GetSourceActive', { sourceName: source }))
  if (program !== '' && active !== null && SourceActiveAnswer.parse(active).videoActive) return program
  for (const scene of scenes) {
    const items = (await orNull(itemsIn(line, scene))) ?? []
    if (items.some(({ sourceName, sceneItemEnabled }) => sourceName === source && sceneItemEnabled)) return scene
  }
  return null
}

export async function lookAtObs(line: ObsLine, overlayUrl: string): Promise<SetupLook> {
  const [kinds, inputList, sceneList, studio] = await Promise.all([
    line.call('GetInputKindList', { unversioned: true }),
    line.call('GetInputList'),
    line.call('GetSceneList'),
    line.call('GetStudioModeEnabled'),
  ])
  const { inputs } = InputListAnswer.parse(inputList)
  const found = SceneListAnswer.parse(sceneList)
  const scenes = found.scenes.map(({ sceneName }) => sceneName)
  const program = found.currentProgramSceneName ?? ''
  const source = await findSource(line, inputs, overlayUrl)
  // Without a source nobody asks how the others sound.
  const besides = source ? inputs.filter(({ inputName }) => inputName !== source.name) : []
  const others = await Promise.all(
    besides.map(async ({ inputName }) => {
      const tracks = await tracksOf(line, inputName)
      return tracks ? [{ name: inputName, tracks }] : []
    }),
  )
  const hearing = await Promise.all(
    besides
      .filter(({ unversionedInputKind }) => HEARS_THE_MACHINE.has(unversionedInputKind))
      .map(async ({ inputName }) => {
        const mute = await orNull(line.call('GetInputMute', { inputName }))
        return mute !== null && !MuteAnswer.parse(mute).inputMuted ? [inputName] : []
      }),
  )
  return {
    canBrowse: InputKindsAnswer.parse(kinds).inputKinds.includes(BROWSER_KIND),
    source,
    outdated: source !== null && renewed(source.settings.url, overlayUrl) !== source.settings.url,
    taken: new Set([...scenes, ...inputs.map(({ inputName }) => inputName)]),
    program,
    scenes,
    standsIn: source ? await sceneWith(line, source.name, program, scenes) : null,
    others: others.flat(),
    hearHerAgain: hearing.flat(),
    studioMode: StudioModeAnswer.parse(studio).studioModeEnabled,
  }
}
