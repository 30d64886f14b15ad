// A word to say, or a sound, as the text has it: with its stress, its signs and how it is spoken.
import type { Token } from './normalise-text'
import type { SoundCall } from './phone'

export interface SpeechToken extends Omit<Token, 'emphasis'> {
  /** 0..1. */
  readonly emphasis: number
  readonly sound?: SoundCall
  readonly whisper?: number
  readonly effort?: number
  /** Signs that the text has before and after it. */
  readonly lead: string
  readonly tail: string
}
