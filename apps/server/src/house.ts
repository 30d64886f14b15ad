// The house as the stage sees it: questions and orders flow in, answers and news flow out. Types only; server.ts builds one.
import type {
  AppearanceChange,
  AuditEntry,
  AvatarList,
  Bubble,
  CharacterFile,
  CharacterList,
  ChatLine,
  ChatModeration,
  ChatMood,
  ChatReply,
  CoreState,
  Effect,
  Emotion,
  EventHappened,
  FoundMinds,
  FoundRecognisers,
  HeardProgress,
  HearingTest,
  LoadState,
  LookChange,
  LookState,
  MicGate,
  MicrophoneChange,
  MicrophoneState,
  ModelInfo,
  ModelReport,
  ModelSheet,
  ModelsReply,
  MotionCue,
  ObsAction,
  ObsSetupOrder,
  ObsState,
  PageEars,
  PageEarsOrder,
  PageTranscript,
  PartHealth,
  Person,
  PolicyName,
  Rating,
  RatingAnswer,
  RatingRound,
  ReferenceUpload,
  RenderedVoice,
  RenderVoiceRequest,
  RoundRequest,
  SafetyState,
  SayReply,
  Scene,
  SceneModel,
  Settings,
  Snapshot,
  SpeechProgress,
  StopReply,
  Tally,
  TraceInfo,
  TraceKind,
  TurnRecord,
  TwitchState,
  Verdict,
  VoiceDials,
  VoiceReference,
  VoicesReply,
} from '@psiona/shared'
import type { z } from 'zod'
import type { Topic } from './streams'

/** What changed; each becomes one panel event. */
export type HouseNews =
  | { readonly type: 'turn-changed'; readonly turn: TurnRecord }
  | { readonly type: 'tally-changed'; readonly tally: Tally }
  | { readonly type: 'chat-line-shown'; readonly line: ChatLine }
  | { readonly type: 'chat-lines-removed'; readonly messageIds: readonly string[] }
  | { readonly type: 'heard-progressed'; readonly progress: HeardProgress }
  | { readonly type: 'health-changed'; readonly parts: readonly PartHealth[] }
  | { readonly type: 'settings-changed'; readonly settings: Settings }
  | { readonly type: 'character-changed'; readonly character: Snapshot['character'] }
  | { readonly type: 'emotion-changed'; readonly emotion: Emotion }
  | { readonly type: 'microphone-changed'; readonly microphone: MicrophoneState }
  | { readonly type: 'mic-level-measured'; readonly dbfs: number }
  | { readonly type: 'speech-progressed'; readonly progress: SpeechProgress }
  | { readonly type: 'models-changed'; readonly models: readonly ModelInfo[] }
  | { readonly type: 'page-ears-wanted'; readonly order: PageEarsOrder }
  | { readonly type: 'look-changed' }
  | { readonly type: 'cubism-changed'; readonly cubism: CoreState }
  | { readonly type: 'bubble-shown'; readonly bubble: Bubble }
  | { readonly type: 'bubbles-gone'; readonly messageIds: readonly string[] }
  | { readonly type: 'effect-shown'; readonly effect: Effect }
  | { readonly type: 'effects-gone'; readonly effectIds: readonly number[] }
  | { readonly type: 'motion-wanted'; readonly cue: MotionCue }
  | { readonly type: 'chat-lines-shown'; readonly lines: readonly ChatLine[] }
  | { readonly type: 'chat-mood-changed'; readonly mood: ChatMood }
  | { readonly type: 'stream-event'; readonly event: EventHappened }
  | { readonly type: 'safety-changed'; readonly safety: SafetyState }
  | { readonly type: 'obs-changed'; readonly obs: ObsState }
  | { readonly type: 'twitch-changed'; readonly twitch: TwitchState }
  | { readonly type: 'load-changed'; readonly load: LoadState }

/** `text` has been sanitised and is not empty. */
export interface Ask {
  readonly text: string
  readonly from: Person
  readonly aloud: boolean
  readonly messageId?: string
}

/** A file as it comes in. */
export interface Upload {
  readonly chunks: AsyncIterable<Uint8Array>
  /** As announced; null when it was not. */
  readonly bytes: number | null
  /** Aborted: whoever sent it is gone. */
  readonly gone: AbortSignal
}

/** Models in live2d-models and in the data folder; sheets and reports. */
export interface AvatarShelf {
  list(): Promise<z.infer<typeof AvatarList>>
  /** @throws Problem 'not-a-zip' and others when it is no archive that may be opened; nothing has changed then. A model that cannot be used
   *  is a report with usable: false. */
  import(upload: Upload, name: string): Promise<ModelReport>
  /** @throws Problem 'missing' when there is none of that name. */
  get(id: string): Promise<{ sheet: ModelSheet; suggested: ModelSheet; report: ModelReport }>
  put(id: string, sheet: ModelSheet): Promise<ModelSheet>
  remove(id: string): Promise<void>
  restore(id: string): Promise<void>
}

export interface CubismShelf {
  state(): CoreState
  /** Resolves when the download has begun; `state` tells the rest. @throws Problem when the licence version is not the one shown */
  fetch(licenceVersion: string): Promise<CoreState>
  /** @throws Problem 'not-the-core' when it is something else */
  put(upload: Upload, licenceVersion: string): Promise<CoreState>
  remove(): Promise<CoreState>
}

export interface House {
  ask(request: Ask): Promise<ChatReply>
  say(request: { readonly text: string; readonly emotion?: Emotion }): Promise<SayReply>
  stop(): Promise<StopReply>
  health(): PartHealth[]
  /** The newest `limit`, oldest first. */
  turns(limit: number): Promise<TurnRecord[]>
  settings(): Settings
  putSettings(next: Settings): Promise<Settings>
  readonly characters: {
    list(): Promise<z.infer<typeof CharacterList>['characters']>
    /** @throws Problem 'missing' when there is none of that name. */
    get(id: string): Promise<CharacterFile>
    /** @throws Problem with `where` when the YAML has a mistake; nothing has changed then. */
    put(id: string, yaml: string): Promise<CharacterFile>
    remove(id: string): Promise<void>
    /** Writes dials into the file and nothing else. @throws Problem as put and get */
    putDials(id: string, dials: VoiceDials): Promise<{ yaml: string; before: string }>
    /** The same for model, outfit and accessories. @throws Problem also when there is no such model */
    putAppearance(id: string, change: AppearanceChange): Promise<{ yaml: string; before: string }>
  }
  findMinds(): Promise<FoundMinds>
  /** The microphone's switches, the same for every panel, phone and program. */
  readonly microphone: {
    state(): MicrophoneState
    /** What the ears may do with sound that comes now. */
    gate(): MicGate
    set(change: MicrophoneChange): MicrophoneState
    /** The stage says whose sound comes in now. */
    plugged(source: MicrophoneState['source']): void
    /** What the page that has the microphone can recognise by itself, and what it did. */
    pageEars(ears: PageEars | null): void
    pageTranscript(transcript: PageTranscript): void
    pageEarsOrder(): PageEarsOrder
  }
  testHearing(seconds: number): Promise<HearingTest>
  findRecognisers(): Promise<FoundRecognisers>
  readonly models: {
    list(): Promise<ModelsReply>
    pull(id: string): Promise<ModelInfo>
    pause(id: string): Promise<ModelInfo>
    verify(id: string): Promise<ModelInfo>
    remove(id: string): Promise<ModelInfo>
  }
  readonly traces: {
    list(): Promise<TraceInfo[]>
    /** Returns how many were removed. */
    wipe(kind: TraceKind): Promise<number>
  }
  /** Her voice and others, tried out without anybody else hearing it. */
  readonly voices: {
    list(): Promise<VoicesReply>
    /** Aborted: nobody waits for it. */
    render(request: RenderVoiceRequest, signal: AbortSignal): Promise<RenderedVoice>
    references(): VoiceReference[]
    addReference(upload: ReferenceUpload): Promise<VoiceReference>
    removeReference(id: string): void
  }
  readonly ratings: {
    list(): Rating[]
    draw(request: RoundRequest): RatingRound
    /** A wav file, base64. */
    sound(key: string): Promise<string>
    add(answer: RatingAnswer): Rating
    wipe(): number
  }
  readonly avatars: Omit<AvatarShelf, 'get'> & {
    get(id: string): Promise<{ sheet: ModelSheet; suggested: ModelSheet; report: ModelReport; scene: SceneModel }>
  }
  readonly cubism: CubismShelf
  readonly look: {
    state(): Promise<LookState>
    put(change: LookChange): Promise<LookState>
  }
  /** Chat lines that are on the overlay now, oldest first. */
  bubbles(): readonly Bubble[]
  showEffect(effect: Pick<Effect, 'kind' | 'strength' | 'caption'>): void
  readonly obs: {
    state(): ObsState
    /** '' removes it. */
    putPassword(password: string): ObsState
    connect(): ObsState
    setUp(order: ObsSetupOrder): Promise<ObsState>
    undoSetup(): Promise<ObsState>
    /** Returns what takes it back; null when it was so already. @throws Problem that says what to do */
    act(action: ObsAction): Promise<ObsAction | null>
    tryRule(id: string): Promise<void>
    /** A png. */
    picture(source: string | undefined, width: number): Promise<Uint8Array>
  }
  readonly twitch: {
    state(): TwitchState
    /** Resolves when a code stands on the screen. */
    signIn(): Promise<TwitchState>
    signOut(): Promise<TwitchState>
  }
  /** On the platform and here. @throws Problem */
  moderate(order: ChatModeration): Promise<void>
  readonly safety: {
    state(): SafetyState
    panic(on: boolean): SafetyState
    /** @throws Problem 'not-held' when it has been said or dropped meanwhile */
    judge(lineId: string, verdict: 'approve' | 'skip'): SafetyState
    dismissCare(messageId: string): SafetyState
    /** Would this be said? By the rules that hold now, or by others. */
    tryOut(text: string, policy?: Exclude<PolicyName, 'auto'>): Verdict
    /** Newest first. */
    audit(limit: number): AuditEntry[]
    /** Returns how many entries were removed. */
    wipeAudit(): number
  }
  load(): LoadState
  /** From the last test recording. Returns its seconds of speech. */
  learnVoice(): Promise<number>
  /** Everything a panel shows; the rest (protocol, version, overlay address, who sounds) the stage adds. */
  snapshot(): Omit<Snapshot, 'protocol' | 'productVersion' | 'overlayUrl' | 'soundingClient'>
  scene(): Omit<Scene, 'protocol'>
  readonly news: Topic<HouseNews>
}
