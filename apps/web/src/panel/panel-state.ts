// In: events of the wire. Out: everything the panel shows, as one immutable value; the reducer is the only writer.
import {
  type ChatLine,
  type ChatMood,
  type CoreState,
  defaultSettings,
  type Emotion,
  type EventHappened,
  type HeardProgress,
  type LoadState,
  type MicrophoneState,
  type ModelInfo,
  NEUTRAL,
  type ObsState,
  type PartHealth,
  PROTOCOL_VERSION,
  type SafetyState,
  type Settings,
  type Snapshot,
  type SpeechProgress,
  type Tally,
  type TurnRecord,
  type TwitchState,
} from '@psiona/shared'
import type { ServerEvent } from './server-events'
import { speechAfter, withSpeech } from './speech-under-way'
import { withItems } from './timed-list'
import { QUIET_CHAT, UNKNOWN_LOAD, UNKNOWN_OBS, UNKNOWN_SAFETY, UNKNOWN_TWITCH } from './unknown-rig'

/** 'outdated': the server speaks another protocol than this page, which a reload cures. */
export type Link = 'connecting' | 'live' | 'lost' | 'outdated'

export interface PanelState {
  readonly link: Link
  /** When the server was last there, ms since 1970; set while the link is lost. */
  readonly lastSeenAt: number | null
  /** Why the server will not let this page in, in its own words. */
  readonly refusal: string | null
  /** False until the first snapshot: nothing below is true yet. */
  readonly known: boolean
  readonly tally: Tally
  readonly turns: readonly TurnRecord[]
  readonly chat: readonly ChatLine[]
  readonly heard: HeardProgress | null
  /** What is being said to her and is no turn yet; a pause for breath parts it in two. */
  readonly speech: readonly SpeechProgress[]
  readonly microphone: MicrophoneState
  readonly models: readonly ModelInfo[]
  /** Grows when what is known of her looks may be old. */
  readonly looksNews: number
  /** Null until somebody asked for it. */
  readonly core: CoreState | null
  readonly health: readonly PartHealth[]
  readonly settings: Settings
  readonly character: Snapshot['character']
  readonly emotion: Emotion
  readonly overlayUrl: string
  readonly sounding: Snapshot['soundingClient']
  readonly productVersion: string
  readonly safety: SafetyState
  /** When `safety` was told, performance.now(): what is left of held lines counts from there. */
  readonly safetyToldMs: number
  readonly obs: ObsState
  readonly twitch: TwitchState
  readonly load: LoadState
  readonly chatMood: ChatMood
  /** Follows, raids, gifts …: the latest, oldest first. */
  readonly events: readonly EventHappened[]
}

export type PanelEvent =
  | Exclude<ServerEvent, { type: 'level' | 'mic-level' }>
  /** Words were said and became no turn. */
  | { readonly type: 'speech-lapsed' }
  | { readonly type: 'link-lost'; readonly at: number }
  | { readonly type: 'link-refused'; readonly at: number; readonly reason: string }
  | { readonly type: 'link-outdated' }

/** Two evenings of talk; older turns are on the server. */
export const MAX_TURNS = 200
/** About a minute of the busiest chat a person can follow; beyond it the list only costs. */
export const MAX_CHAT_LINES = 300
/** What a streamer looks back at between two moments of play. */
export const MAX_EVENTS = 50

export const INITIAL_STATE: PanelState = {
  link: 'connecting',
  lastSeenAt: null,
  refusal: null,
  known: false,
  tally: 'away',
  turns: [],
  chat: [],
  heard: null,
  speech: [],
  microphone: { source: null, mode: 'open', muted: false, held: false },
  models: [],
  looksNews: 0,
  core: null,
  health: [],
  settings: defaultSettings(),
  character: { id: 'tori', name: 'Tori' },
  emotion: NEUTRAL,
  overlayUrl: '',
  sounding: 'none',
  productVersion: '',
  safety: UNKNOWN_SAFETY,
  safetyToldMs: 0,
  obs: UNKNOWN_OBS,
  twitch: UNKNOWN_TWITCH,
  load: UNKNOWN_LOAD,
  chatMood: QUIET_CHAT,
  events: [],
}

const withLines = (chat: readonly ChatLine[], lines: readonly ChatLine[]) =>
  withItems(chat, lines, ({ messageId }) => messageId, MAX_CHAT_LINES)

const opened = (state: PanelState, snapshot: Snapshot, nowMs: number): PanelState => ({
  ...state,
  link: snapshot.protocol === PROTOCOL_VERSION ? 'live' : 'outdated',
  lastSeenAt: null,
  refusal: null,
  known: true,
  tally: snapshot.tally,
  turns: snapshot.turns.slice(-MAX_TURNS),
  chat: snapshot.chat.slice(-MAX_CHAT_LINES),
  // A line that began before the connection broke may be over; its turn says how much was heard.
  heard: null,
  // Nor is it known whether somebody still speaks; what is said next shows again.
  speech: [],
  microphone: snapshot.microphone,
  models: snapshot.models,
  looksNews: state.looksNews + 1,
  health: snapshot.health,
  settings: snapshot.settings,
  character: snapshot.character,
  emotion: snapshot.emotion,
  overlayUrl: snapshot.overlayUrl,
  sounding: snapshot.soundingClient,
  productVersion: snapshot.productVersion,
  safety: snapshot.safety,
  safetyToldMs: nowMs,
  obs: snapshot.obs,
  twitch: snapshot.twitch,
  load: snapshot.load,
  chatMood: snapshot.chatMood,
  events: snapshot.events.slice(-MAX_EVENTS),
})

/** `nowMs`: performance.now(). */
export function reduce(state: PanelState, event: PanelEvent, nowMs: number): PanelState {
  switch (event.type) {
    case 'snapshot':
      return opened(state, event.data, nowMs)
    case 'tally':
      return { ...state, tally: event.data }
    case 'turn':
      return {
        ...state,
        turns: withItems(state.turns, [event.data], ({ id }) => id, MAX_TURNS),
        speech: speechAfter(state.speech, event.data, state.turns),
      }
    case 'chat-line':
      return { ...state, chat: withLines(state.chat, [event.data]) }
    case 'chat-lines':
      return { ...state, chat: withLines(state.chat, event.data) }
    case 'chat-removed':
      return { ...state, chat: state.chat.filter(({ messageId }) => !event.data.includes(messageId)) }
    case 'heard':
      return { ...state, heard: event.data }
    case 'speech':
      return { ...state, speech: withSpeech(state.speech, event.data) }
    case 'speech-lapsed':
      return { ...state, speech: state.speech.filter(({ state: how }) => how !== 'over') }
    case 'microphone':
      return { ...state, microphone: event.data }
    case 'models':
      return { ...state, models: event.data }
    case 'looks':
      return { ...state, looksNews: state.looksNews + 1 }
    case 'cubism':
      return { ...state, core: event.data }
    case 'health':
      return { ...state, health: event.data }
    case 'settings':
      return { ...state, settings: event.data }
    case 'character':
      return { ...state, character: event.data }
    case 'emotion':
      return { ...state, emotion: event.data }
    case 'sounding':
      return { ...state, sounding: event.data }
    case 'safety':
      return { ...state, safety: event.data, safetyToldMs: nowMs }
    case 'obs':
      return { ...state, obs: event.data }
    case 'twitch':
      return { ...state, twitch: event.data }
    case 'load':
      return { ...state, load: event.data }
    case 'chat-mood':
      return { ...state, chatMood: event.data }
    case 'stream-event':
      return { ...state, events: withItems(state.events, [event.data], ({ eventId }) => eventId, MAX_EVENTS) }
    case 'link-lost':
      // Retries fail once a second; the time she was last seen stays the first one.
      return state.link === 'outdated'
        ? state
        : { ...state, link: 'lost', lastSeenAt: state.lastSeenAt ?? event.at, refusal: null }
    case 'link-refused':
      return { ...state, link: 'lost', lastSeenAt: state.lastSeenAt ?? event.at, refusal: event.reason }
    case 'link-outdated':
      return { ...state, link: 'outdated' }
    default:
      return event satisfies never
  }
}

/** Something sounds, thinks or waits: Stop would end it. */
export const somethingToStop = (state: PanelState): boolean =>
  state.tally === 'speaking' ||
  state.tally === 'thinking' ||
  state.turns.some(({ status }) => status === 'thinking' || status === 'speaking') ||
  state.chat.some(({ tag }) => tag.state === 'next' || tag.state === 'answering')

/** The exchange she is busy with. */
export const currentTurn = (state: PanelState): TurnRecord | undefined =>
  state.turns.findLast(({ status }) => status === 'speaking') ?? state.turns.findLast(({ status }) => status === 'thinking')
