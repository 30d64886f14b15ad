// The events of OBS that are listened to, and what each makes out of date. Events are no log: some are left out, some come late; so each only says what to read anew.
import { EventSubscription } from 'obs-websocket-js/json'

/** What is read in one go. */
export type ObsPart = 'scenes' | 'sources' | 'inputs' | 'outputs' | 'setup'
export const OBS_PARTS: readonly ObsPart[] = ['scenes', 'sources', 'inputs', 'outputs', 'setup']

const OUTDATES = {
  CurrentSceneCollectionChanged: OBS_PARTS,
  SceneCreated: ['scenes'],
  SceneRemoved: ['scenes', 'sources', 'setup'],
  SceneNameChanged: ['scenes', 'sources', 'setup'],
  SceneListChanged: ['scenes'],
  CurrentProgramSceneChanged: ['scenes', 'sources', 'setup'],
  SceneItemCreated: ['sources', 'setup'],
  SceneItemRemoved: ['sources', 'setup'],
  SceneItemListReindexed: ['sources'],
  SceneItemEnableStateChanged: ['sources', 'setup'],
  InputCreated: ['inputs', 'setup'],
  InputRemoved: ['inputs', 'sources', 'setup'],
  InputNameChanged: ['inputs', 'sources', 'setup'],
  InputAudioTracksChanged: ['setup'],
  InputAudioMonitorTypeChanged: ['setup'],
  InputSettingsChanged: ['setup'],
  StreamStateChanged: ['outputs'],
  RecordStateChanged: ['outputs'],
  StudioModeStateChanged: ['outputs', 'scenes', 'setup'],
  // These are about one input, which alone is read anew.
  InputMuteStateChanged: [],
  InputVolumeChanged: [],
  SourceFilterListReindexed: [],
  SourceFilterCreated: [],
  SourceFilterRemoved: [],
  SourceFilterNameChanged: [],
  SourceFilterEnableStateChanged: [],
} as const satisfies Record<string, readonly ObsPart[]>

export type ObsEvent = keyof typeof OUTDATES
// Object.keys knows no more than strings.
export const OBS_EVENTS = Object.keys(OUTDATES).filter((name): name is ObsEvent => name in OUTDATES)
export const outdatedBy = (event: ObsEvent): readonly ObsPart[] => OUTDATES[event]

/** No meters: they come 20 times a second and nobody here looks at them. */
export const SUBSCRIPTIONS =
  EventSubscription.General |
  EventSubscription.Config |
  EventSubscription.Scenes |
  EventSubscription.Inputs |
  EventSubscription.Filters |
  EventSubscription.Outputs |
  EventSubscription.SceneItems |
  EventSubscription.Ui
