// What the main thread and the engine thread say to each other. Blocks themselves go through the ring.
import type { Emotion, Gesture, VoiceDials, WordSpan } from '@psiona/shared'

export interface EngineStart {
  readonly ring: SharedArrayBuffer
  readonly seed: number
  readonly dials: VoiceDials
  readonly lexicon: Readonly<Record<string, string>>
  /** Files of the English pronunciation data. */
  readonly dictionaryFile: string
  readonly letterToSoundFile: string
}

export type ToEngine =
  | {
      readonly type: 'speak'
      readonly ticket: number
      readonly text: string
      readonly emotion: Emotion
      readonly gesture?: Gesture | undefined
    }
  | { readonly type: 'cut'; readonly epoch: number }
  | { readonly type: 'render'; readonly blocks: number }
  | { readonly type: 'gesture'; readonly gesture: Gesture }
  | { readonly type: 'mood'; readonly emotion: Emotion }
  | { readonly type: 'character'; readonly dials: VoiceDials; readonly lexicon: Readonly<Record<string, string>> }

export type FromEngine =
  | { readonly type: 'ready' }
  /** The line stands on the engine's clock. No words: nothing in it can be spoken. */
  | {
      readonly type: 'placed'
      readonly ticket: number
      readonly startSample: number
      readonly endSample: number
      readonly words: readonly WordSpan[]
    }
  /** Blocks from..to (exclusive) are in the ring. */
  | { readonly type: 'rendered'; readonly from: number; readonly to: number }
  | { readonly type: 'failed'; readonly ticket: number; readonly reason: string }
