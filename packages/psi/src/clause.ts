// A clause on the way to being a phrase: its words, how it ends, and the part it plays.
import type { PhraseEnding, PhraseRole, Tune } from './phone'
import type { SpeechToken } from './speech-token'

export interface Clause {
  readonly tokens: readonly SpeechToken[]
  readonly ending: PhraseEnding
  readonly tune?: Tune
  readonly role?: PhraseRole
  /** Nothing but the melody parts it from what follows. */
  readonly joined?: boolean
}
