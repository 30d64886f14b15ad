// The house as the stage sees it: questions and orders flow in, answers and news flow out. Types only; server.ts builds one.
import type {
  CharacterFile,
  CharacterList,
  ChatLine,
  ChatReply,
  Emotion,
  FoundMinds,
  HeardProgress,
  PartHealth,
  Person,
  SayReply,
  Scene,
  Settings,
  Snapshot,
  StopReply,
  Tally,
  TurnRecord,
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

/** `text` has been sanitised and is not empty. */
export interface Ask {
  readonly text: string
  readonly from: Person
  readonly aloud: boolean
  readonly messageId?: string
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
  }
  findMinds(): Promise<FoundMinds>
  /** Everything a panel shows; the rest (protocol, version, overlay address, who sounds) the stage adds. */
  snapshot(): Omit<Snapshot, 'protocol' | 'productVersion' | 'overlayUrl' | 'soundingClient'>
  scene(): Omit<Scene, 'protocol'>
  readonly news: Topic<HouseNews>
}
