// In: events of the wire. Out: everything the panel shows, as one immutable value; the reducer is the only writer.
import {
  type ChatLine,
  type CoreState,
  defaultSettings,
  type Emotion,
  type HeardProgress,
  type MicrophoneState,
  type ModelInfo,
  NEUTRAL,
  type PartHealth,
  PROTOCOL_VERSION,
  type Settings,
  type Snapshot,
  type SpeechProgress,
  type Tally,
  type TurnRecord,
} from '@psiona/shared'
import type { ServerEvent } from './server-events'
import { speechAfter, withSpeech } from './speech-under-way'

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
}

/** The list with `item` in the place of the one it renews, or in its place by time. */
function withItem<T extends { readonly at: number }>(
  list: readonly T[],
  item: T,
  same: (other: T) => boolean,
  most: number,
): T[] {
  const at = list.findIndex(same)
  if (at >= 0) return list.with(at, item)
  const before = list.findLastIndex((other) => other.at <= item.at)
  return list.toSpliced(before + 1, 0, item).slice(-most)
}

const opened = (state: PanelState, snapshot: Snapshot): PanelState => ({
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
})

export function reduce(state: PanelState, event: PanelEvent): PanelState {
  switch (event.type) {
    case 'snapshot':
      return opened(state, event.data)
    case 'tally':
      return { ...state, tally: event.data }
    case 'turn':
      return {
        ...state,
        turns: withItem(state.turns, event.data, ({ id }) => id === event.data.id, MAX_TURNS),
        speech: speechAfter(state.speech, event.data, state.turns),
      }
    case 'chat-line': {
      const line = event.data
      return { ...state, chat: withItem(state.chat, line, ({ messageId }) => messageId === line.messageId, MAX_CHAT_LINES) }
    }
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
