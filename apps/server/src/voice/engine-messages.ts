// What the main thread and the engine thread say to each other. Blocks themselves go through the ring.
import type { Phrase } from '@psiona/psi'
import type { Emotion, Gesture, VoiceDials, WordSpan } from '@psiona/shared'

export interface EngineStart {
  readonly ring: SharedArrayBuffer
  readonly seed: number
  readonly dials: VoiceDials
  readonly lexicon: Readonly<Record<string, string>>
  /** Files of the English pronunciation data. */
  readonly dictionaryFile: string
  readonly letterToSoundFile: string
  /** Whether each block says what the face does next. */
  readonly forecast: boolean
}

/** What is to be said, and how. */
export interface LineToSpeak {
  readonly text: string
  /** Ready phones, for what English rules cannot read. */
  readonly phrases?: readonly Phrase[] | undefined
  readonly emotion: Emotion
  readonly gesture?: Gesture | undefined
}

/** Where a line stands on the engine's clock. */
export interface PlacedLine {
  readonly startSample: number
  readonly endSample: number
  readonly words: readonly WordSpan[]
}

export type ToEngine =
  | ({ readonly type: 'speak'; readonly ticket: number } & LineToSpeak)
  /** Another voice says it; its sound follows. `voice`: what is learned of one is kept from line to line. */
  | ({ readonly type: 'sound-begins'; readonly ticket: number; readonly voice: string } & LineToSpeak)
  | { readonly type: 'sound'; readonly ticket: number; readonly pcm: Float32Array; readonly sampleRate: number }
  /** `whole`: the text has been said to its end. */
  | { readonly type: 'sound-ends'; readonly ticket: number; readonly whole: boolean }
  /** `neutral`: no feeling and no gesture stays in the face. */
  | { readonly type: 'cut'; readonly epoch: number; readonly neutral: boolean }
  | { readonly type: 'render'; readonly blocks: number }
  | { readonly type: 'gesture'; readonly gesture: Gesture }
  | { readonly type: 'mood'; readonly emotion: Emotion }
  | { readonly type: 'character'; readonly dials: VoiceDials; readonly lexicon: Readonly<Record<string, string>> }

export type FromEngine =
  | { readonly type: 'ready' }
  /** The line stands on the engine's clock. No words: nothing in it can be spoken. Of a sound: as far as can be told before its end. */
  | ({ readonly type: 'placed'; readonly ticket: number } & PlacedLine)
  /** Of a sound: it had to wait for more of itself, or (`ended`) all of it is there and the words stand where they are said. */
  | ({ readonly type: 'moved'; readonly ticket: number; readonly ended: boolean } & PlacedLine)
  /** Blocks from..to (exclusive) are in the ring. */
  | { readonly type: 'rendered'; readonly from: number; readonly to: number }
  | { readonly type: 'failed'; readonly ticket: number; readonly reason: string }
