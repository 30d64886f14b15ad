// What the main thread and the studio's thread say to each other.
import type { TimedWord } from '@psiona/psi'
import type { RenditionOrder, RenditionViseme } from './rendition'

export interface StudioStart {
  /** Files of the English pronunciation data. */
  readonly dictionaryFile: string
  readonly letterToSoundFile: string
}
export interface StudioOrder {
  readonly ticket: number
  readonly order: RenditionOrder
  /** Words said the character's way. */
  readonly lexicon: Readonly<Record<string, string>>
}
export type StudioAnswer =
  | {
      readonly ticket: number
      readonly type: 'made'
      readonly pcm: Float32Array
      /** All frames in one row, FACE_CHANNEL_COUNT values each. */
      readonly face: Float32Array
      readonly words: readonly TimedWord[]
      readonly visemes: readonly RenditionViseme[]
      readonly loudness: { readonly lufs: number | null; readonly truePeakDbtp: number | null }
    }
  | { readonly ticket: number; readonly type: 'failed'; readonly reason: string }
