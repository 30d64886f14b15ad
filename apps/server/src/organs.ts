// The ports. Each organ is one of these; server.ts alone knows which adapter stands behind it.
import type {
  Character,
  ChatModeration,
  Emotion,
  Happening,
  Heard,
  Line,
  LineDeleted,
  PartHealth,
  PcmChunk,
  Platform,
  ReplyPart,
  Samples,
  Settings,
  Turn,
  TurnRecord,
  VoicePart,
  WordSpan,
} from '@psiona/shared'

/** Microphone sound becomes words. */
export interface Ears {
  listen(chunks: AsyncIterable<PcmChunk>): AsyncIterable<Heard>
  health(): PartHealth[]
}

/** What a recogniser has made of the utterance so far. A final is the last. */
export interface Transcript {
  readonly text: string
  readonly final: boolean
}

/** One recogniser behind the ears. Made at once; what it needs it loads by itself, and says in its health how that went. */
export interface Transcriber {
  /** For people: 'Whisper tiny', 'pocketsphinx_continuous'. */
  readonly name: string
  /** `utterance`: the sound of one stretch of speech as it comes, pieces of any length at MIC_RATE, ending when the voice has ended.
   *  Gives any number of partials and then one final (text may be ''); ends without a final when the signal aborts.
   *  Utterances may overlap; they are answered in any order. @throws Problem that says what to do. */
  transcribe(utterance: AsyncIterable<Float32Array>, signal: AbortSignal): AsyncIterable<Transcript>
  health(): Pick<PartHealth, 'state' | 'detail' | 'remedy'>
  close(): Promise<void>
}

/** Tells how likely it is that somebody speaks. One for one microphone: it remembers what it has heard. */
export interface Vad {
  /** `frame`: VAD_FRAME_SAMPLES at MIC_RATE, the next ones. Resolves with 0..1. */
  probability(frame: Float32Array): Promise<number>
  /** Another microphone, or a gap: forget. */
  reset(): void
  close(): Promise<void>
}
export const VAD_FRAME_SAMPLES = 512

/** Whose voice that is, as far as it has been learned. */
export interface SpeakerIdentity {
  /** Null: not learned yet, too short, or no model. `utterance` at MIC_RATE. */
  whose(utterance: Float32Array): Promise<'owner' | 'guest' | null>
  /** @throws Problem when it is too short or no model is installed */
  learnOwner(recording: Float32Array): Promise<void>
  health(): Pick<PartHealth, 'state' | 'detail' | 'remedy'>
  close(): Promise<void>
}

/** Turns become replies, a part at a time; an aborted turn ends its reply at once. */
export interface Mind {
  answer(turns: AsyncIterable<Turn>): AsyncIterable<ReplyPart>
  health(): PartHealth
}

/** What a language model is asked. The persona adapter needs more than text, so both are here. */
export interface LlmRequest {
  readonly character: Character
  readonly turn: Turn
  /** Earlier exchanges this person may hear about, oldest first, as they were heard. */
  readonly history: readonly TurnRecord[]
  /** What the chat is like as a whole, in words; '' = nothing to say of it. */
  readonly chat?: string | undefined
  /** Told, at any time before the stream ends, what the answer leans on and what it cost; a later note adds to an earlier one. */
  readonly note?: ((note: LlmNote) => void) | undefined
}
export interface LlmNote {
  /** Ids of the earlier turns that were used. */
  readonly remembered?: readonly string[]
  readonly tokens?: number
}
/** Text as it is written; emotion and gesture tags such as [joy:0.7] or [wink] stand in it and are taken out by the reply parser. */
export interface Llm {
  readonly name: string
  stream(request: LlmRequest, signal: AbortSignal): AsyncIterable<string>
}

/** Lines become sound and face on the engine's clock, with their subtitles and cuts, for ever (an idle face moves too). */
export interface Voice {
  speak(lines: AsyncIterable<Line>): AsyncIterable<VoicePart>
  health(): PartHealth
}

/** What another voice is asked to say. */
export interface TtsRequest {
  /** Speakable text, one breath; no marks, no tags. */
  readonly text: string
  /** BCP 47. */
  readonly language: string
  readonly emotion: Emotion
}
/** A piece of speech as it is made: mono, any length, any rate (the same within one answer). */
export interface TtsPiece {
  readonly pcm: Float32Array
  readonly sampleRate: number
}
/** A voice that is not the field's own; the face follows its sound. Made at once; what it needs it loads by itself. */
export interface Tts {
  /** For people: 'Kokoro (English)', 'http://127.0.0.1:8880'. */
  readonly name: string
  /** Pieces as soon as there are any. Ends without more when the signal aborts. Requests may overlap; they are answered in any order.
   *  @throws Problem that says what to do. */
  synthesise(request: TtsRequest, signal: AbortSignal): AsyncIterable<TtsPiece>
  health(): Pick<PartHealth, 'state' | 'detail' | 'remedy'>
  close(): Promise<void>
}

/** A line as placed on the engine's clock. */
export interface SpokenLine {
  readonly line: Line
  readonly startSample: Samples
  readonly endSample: Samples
  readonly words: readonly WordSpan[]
}

/** What became of a turn's lines at the listener. */
export interface Hearing {
  lineStarted(turn: Turn, spoken: SpokenLine): void
  wordsHeard(turn: Turn, spoken: SpokenLine, heardWords: number): void
  lineHeard(turn: Turn, heard: string): void
  /** Nothing more of this turn will sound. */
  turnOver(turn: Turn): void
  firstSound(turn: Turn): void
}

/** Shows her to everyone watching and gives the microphone. */
export interface Stage {
  readonly microphone: AsyncIterable<PcmChunk>
  show(parts: AsyncIterable<VoicePart>): Promise<void>
}

/** The world outside: chats, events. */
export interface Hooks {
  readonly happenings: AsyncIterable<Happening>
}

/** One platform behind the hooks. `settle` (re)connects when settings change; never throws, reports by health. */
export interface Hook extends Hooks {
  settle(settings: Settings): void
  health(): PartHealth
  close(): Promise<void>
}

/** A line of hers for a chat. */
export interface ChatOut {
  readonly text: string
  /** The platform's id of the line it answers; the platform shows it as a reply. */
  readonly replyTo?: string | undefined
}
export type ChatSent = { readonly sent: true } | { readonly sent: false; readonly why: string }

/** A platform with a chat. What tells it from another one stays behind this: a new platform is one more adapter. */
export interface ChatSource extends Hook {
  readonly platform: Platform
  /** '' = she may write there; otherwise why not, and what it takes. */
  cannotWrite(): string
  /** Waits for the platform's limits; resolves when the line was taken or refused, or the signal has aborted. Never rejects. */
  write(line: ChatOut, signal: AbortSignal): Promise<ChatSent>
  /** @throws Problem that says what it takes */
  moderate(order: ChatModeration): Promise<void>
}

/** What must be in no log, no answer and no export: each in PSIONA_DATA/secrets.json, readable by its owner alone. */
export interface Secrets {
  read(name: SecretName): string | null
  /** Null removes it. On disk when it returns. @throws Problem of the disk */
  write(name: SecretName, value: string | null): void
}
export type SecretName = 'obs-password' | 'twitch-login'

/** Decides whose turn it is; see turn-taking.ts. */
export interface Turns {
  take(happenings: AsyncIterable<Happening>): (heard: AsyncIterable<Heard>) => AsyncIterable<Turn>
}

/** Keeps what is said while it passes by; see conversation.ts. */
export interface Recorder {
  note(parts: AsyncIterable<ReplyPart>): AsyncIterable<ReplyPart>
}

/** Lets pass what may be said; see guard.ts. */
export interface Guard {
  pass(lines: AsyncIterable<Line>): AsyncIterable<Line>
}

export interface Organs {
  readonly ears: Ears
  readonly turns: Turns
  readonly mind: Mind
  readonly record: Recorder
  /** Cuts a reply into breaths. */
  readonly lines: (parts: AsyncIterable<ReplyPart>) => AsyncIterable<Line>
  readonly guard: Guard
  readonly voice: Voice
  readonly stage: Stage
  readonly hooks: Hooks
}

/** Where every turn is kept. Writes are durable when the promise resolves. */
export interface TurnStore {
  save(turn: TurnRecord): Promise<void>
  /** The newest `limit` turns, oldest first; with `personKey` (platform:id) only that person's. */
  latest(limit: number, personKey?: string): Promise<TurnRecord[]>
  /** Turns whose words match, best first. */
  search(text: string, limit: number, personKey?: string): Promise<TurnRecord[]>
  /** Removes what a platform took back, from the disk too; what it covers is not kept later either. Returns the ids removed. */
  remove(where: Omit<LineDeleted, 'type'>): Promise<string[]>
  health(): PartHealth
  close(): Promise<void>
}

/** The character in use, always a valid one; edits on disk arrive by themselves. */
export interface CharacterSource {
  current(): { id: string; character: Character; problem: string | null }
}

/** What the conversation feels like now; moves slowly, rests at the character's baseline. */
export interface MoodSource {
  current(): Emotion
}
