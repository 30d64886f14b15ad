// The /panel namespace: the server tells, the panel listens; the panel acts over HTTP. All of it may be sent again at any time (snapshot), so a reconnect loses nothing.
import { z } from 'zod'
import { ChatMood } from './chat-settings'
import { EventHappened, Gift, Person } from './happening'
import { PartHealth } from './health'
import type { CoreState } from './http-looks'
import { TurnId } from './ids'
import { LoadState } from './load'
import { MicrophoneState } from './mic-wire'
import { ModelInfo } from './model-list'
import { Emotion } from './mood'
import { ObsState } from './obs'
import { Tally } from './overlay-wire'
import { SafetyState } from './safety'
import { Settings } from './settings'
import { TwitchState } from './twitch'

/** One exchange as stored: who said what, what she answered, how much of it was heard. */
export const TurnRecord = z.object({
  id: TurnId,
  /** Wall clock, ms since 1970. */
  at: z.number(),
  kind: z.enum(['ask', 'say']),
  from: Person,
  said: z.string(),
  answered: z.string(),
  /** The words that left a loudspeaker, in order; equals `answered` when she finished. */
  heard: z.string(),
  emotion: Emotion,
  status: z.enum(['thinking', 'speaking', 'done', 'cut', 'failed']),
  /** From the text's arrival (of a chat line: from when it was picked) to the first sample that left the overlay's AudioWorklet (or the virtual listener's), without what a held line waited for the owner. */
  firstAudioMs: z.number().nullable(),
  /** The platform's id of the line that was answered: a deletion there reaches here by it. */
  messageId: z.string().max(128).optional(),
  /** Which mind answered. */
  mind: z.string().max(300).optional(),
  /** Spoken to her: how long the ears took, before `firstAudioMs` begins. Not stored. */
  hearing: z.object({ endpointMs: z.number(), recogniserMs: z.number() }).optional(),
  /** From the text's arrival to the first words of the answer. Not stored. */
  firstTextMs: z.number().optional(),
})
export type TurnRecord = z.infer<typeof TurnRecord>

/** What became of a chat line, and why. */
export const ChatTag = z.object({
  state: z.enum(['shown', 'waiting', 'next', 'answering', 'answered', 'passed-over']),
  why: z.string(),
})
export type ChatTag = z.infer<typeof ChatTag>

export const ChatLine = z.object({
  messageId: z.string(),
  at: z.number(),
  from: Person,
  text: z.string(),
  tag: ChatTag,
  paid: Gift.optional(),
  /** So many people said it, this one included. */
  people: z.number().int().min(1).optional(),
})
export type ChatLine = z.infer<typeof ChatLine>

/** How far the line that sounds now has been heard. */
export const HeardProgress = z.object({
  turnId: TurnId,
  lineText: z.string(),
  words: z.array(z.string()),
  heardWords: z.number().int(),
})
export type HeardProgress = z.infer<typeof HeardProgress>

/** What the owner is saying, as far as it is understood. */
export const SpeechProgress = z.object({
  utterance: z.number().int(),
  /** 'over': words or no words, nothing more comes. */
  state: z.enum(['speaking', 'recognising', 'over']),
  text: z.string(),
})
export type SpeechProgress = z.infer<typeof SpeechProgress>

export const Snapshot = z.object({
  protocol: z.number().int(),
  productVersion: z.string(),
  tally: Tally,
  turns: z.array(TurnRecord),
  chat: z.array(ChatLine),
  health: z.array(PartHealth),
  settings: Settings,
  character: z.object({ id: z.string(), name: z.string() }),
  emotion: Emotion,
  overlayUrl: z.string(),
  soundingClient: z.enum(['obs', 'phone', 'tab', 'preview', 'none']),
  microphone: MicrophoneState,
  models: z.array(ModelInfo),
  safety: SafetyState,
  obs: ObsState,
  twitch: TwitchState,
  load: LoadState,
  chatMood: ChatMood,
  /** The latest, oldest first. */
  events: z.array(EventHappened),
})
export type Snapshot = z.infer<typeof Snapshot>

export interface PanelServerEvents {
  snapshot: (snapshot: Snapshot) => void
  tally: (tally: Tally) => void
  turn: (turn: TurnRecord) => void
  'chat-line': (line: ChatLine) => void
  /** In a flood lines come bundled, at most 10 a second, and only those a panel can show. */
  'chat-lines': (lines: ChatLine[]) => void
  'chat-removed': (messageIds: string[]) => void
  heard: (progress: HeardProgress) => void
  health: (parts: PartHealth[]) => void
  settings: (settings: Settings) => void
  character: (character: { id: string; name: string }) => void
  emotion: (emotion: Emotion) => void
  /** Her output level in dBFS, at most 15 a second while she sounds; -Infinity is sent as -120. */
  level: (dbfs: number) => void
  sounding: (client: 'obs' | 'phone' | 'tab' | 'preview' | 'none') => void
  microphone: (state: MicrophoneState) => void
  /** The microphone's level in dBFS, at most 15 a second while one is connected; -120 is silence. */
  'mic-level': (dbfs: number) => void
  speech: (progress: SpeechProgress) => void
  /** At most 4 a second. */
  models: (models: ModelInfo[]) => void
  /** Models, what she wears or what draws her changed: ask /api/look and /api/avatars again. */
  looks: () => void
  /** At most 4 a second. */
  cubism: (state: CoreState) => void
  safety: (state: SafetyState) => void
  /** At most 4 a second. */
  obs: (state: ObsState) => void
  twitch: (state: TwitchState) => void
  /** At most 1 a second. */
  load: (state: LoadState) => void
  /** At most 1 a second. */
  'chat-mood': (mood: ChatMood) => void
  'stream-event': (event: EventHappened) => void
}
