// What the server and the thread of a ψ voice beside the live one say to each other. A ticket is one line.
import type { Emotion, VoiceDials } from '@psiona/shared'

export interface PsiVoiceStart {
  readonly seed: number
  readonly dials: VoiceDials
  readonly lexicon: Readonly<Record<string, string>>
  /** Files of the English pronunciation data. */
  readonly dictionaryFile: string
  readonly letterToSoundFile: string
}

export type ToPsiVoice =
  | { readonly type: 'speak'; readonly ticket: number; readonly text: string; readonly emotion: Emotion }
  /** Nobody waits for it any more. */
  | { readonly type: 'drop'; readonly ticket: number }

export type FromPsiVoice =
  | { readonly type: 'piece'; readonly ticket: number; readonly pcm: Float32Array }
  | { readonly type: 'done'; readonly ticket: number }
  | { readonly type: 'failed'; readonly ticket: number; readonly reason: string }
