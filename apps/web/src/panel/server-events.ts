// In: what arrives on the /panel socket. Out: the same, parsed; nothing unparsed goes any further.
import {
  ChatLine,
  ChatMood,
  CoreState,
  Emotion,
  EventHappened,
  HeardProgress,
  LoadState,
  MicrophoneState,
  ModelInfo,
  ObsState,
  type PanelServerEvents,
  PartHealth,
  SafetyState,
  Settings,
  Snapshot,
  SpeechProgress,
  Tally,
  TurnRecord,
  TwitchState,
} from '@psiona/shared'
import { z } from 'zod'

export const SERVER_EVENTS = {
  snapshot: Snapshot,
  tally: Tally,
  turn: TurnRecord,
  'chat-line': ChatLine,
  'chat-lines': z.array(ChatLine),
  'chat-removed': z.array(z.string()),
  heard: HeardProgress,
  health: z.array(PartHealth),
  settings: Settings,
  character: Snapshot.shape.character,
  emotion: Emotion,
  level: z.number(),
  sounding: Snapshot.shape.soundingClient,
  microphone: MicrophoneState,
  'mic-level': z.number(),
  speech: SpeechProgress,
  models: z.array(ModelInfo),
  looks: z.undefined(),
  cubism: CoreState,
  safety: SafetyState,
  obs: ObsState,
  twitch: TwitchState,
  load: LoadState,
  'chat-mood': ChatMood,
  'stream-event': EventHappened,
} satisfies { [E in keyof PanelServerEvents]: z.ZodType<Parameters<PanelServerEvents[E]>[0]> }

type EventName = keyof typeof SERVER_EVENTS
export type ServerEvent = {
  [E in EventName]: { readonly type: E; readonly data: z.output<(typeof SERVER_EVENTS)[E]> }
}[EventName]

export const isEventName = (name: string): name is EventName => Object.hasOwn(SERVER_EVENTS, name)
