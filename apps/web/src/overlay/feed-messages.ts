// What page, feed worker and speaker worklet say to each other. Blocks come from the server into the worker and part there:
// sound to the worklet, faces to the page. Closed unions; a switch over them ends in `satisfies never`.
import type { Bubble, Effect, MotionOrder } from '@psiona/shared/look'
import type { BubblesGone, Claim, Cut, Duck, EffectsGone, OverlayState, Scene, Subtitle } from '@psiona/shared/overlay-wire'
import type { Ms, Samples, Seconds, Unit } from '@psiona/shared/units'
import type { QueueCounts, QueuedBlock } from './block-queue'

/** 'refused' = the server answers, but not to this token. */
export type Link = 'connecting' | 'connected' | 'refused'

/** Page → worker. */
export type FeedOrder =
  | { readonly type: 'open'; readonly origin: string; readonly token: string; readonly claim: Claim }
  | { readonly type: 'claim'; readonly claim: Claim }
  /** Where sound goes; the worklet holds the other end. */
  | { readonly type: 'speaker'; readonly port: MessagePort }

/** A block without its sound; `sounds` says whether it has any. */
export interface FaceBlock extends Omit<QueuedBlock, 'pcm'> {
  readonly sounds: boolean
  readonly face: Float32Array
  readonly forecast: Float32Array | null
}

/** Worker → page. */
export type FeedNews =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'restart' }
  | { readonly type: 'block'; readonly block: FaceBlock }
  | { readonly type: 'cut'; readonly cut: Cut }
  | { readonly type: 'duck'; readonly duck: Duck }
  | { readonly type: 'subtitle'; readonly subtitle: Subtitle }
  | { readonly type: 'scene'; readonly scene: Scene }
  | { readonly type: 'state'; readonly state: OverlayState }
  | { readonly type: 'bubble'; readonly bubble: Bubble }
  | { readonly type: 'bubbles-gone'; readonly gone: BubblesGone }
  | { readonly type: 'effect'; readonly effect: Effect }
  | { readonly type: 'effects-gone'; readonly gone: EffectsGone }
  | { readonly type: 'motion'; readonly order: MotionOrder }
  /** The server speaks another protocol than this page. */
  | { readonly type: 'stranger'; readonly protocol: number }
  /** What could not be read and was left out. */
  | { readonly type: 'unreadable'; readonly event: string }

/** Worker → worklet. */
export type SpeakerOrder =
  | { readonly type: 'block'; readonly block: QueuedBlock }
  | { readonly type: 'cut'; readonly epoch: number; readonly fade: Samples }
  | { readonly type: 'restart' }
  | { readonly type: 'duck'; readonly duck: Duck }
  /** Whether this client is the one that is heard. */
  | { readonly type: 'sounding'; readonly sounding: boolean }

/** Worklet → worker, only while sounding. */
export interface BlockPlayed {
  readonly type: 'played'
  readonly blockId: number
  readonly atSample: Samples
}

/** From `contextTime` on the sample leaving the worklet is `atSample`, running at SAMPLE_RATE or standing still. */
export interface PlayMark {
  readonly contextTime: Seconds
  readonly atSample: Samples
  readonly running: boolean
}

/** Worklet → page. `epochMs` is Date.now() in the render quantum. */
export type SpeakerNews =
  | { readonly type: 'mark'; readonly mark: PlayMark }
  | { readonly type: 'level'; readonly atSample: Samples; readonly rms: Unit; readonly epochMs: Ms; readonly counts: QueueCounts }
  | { readonly type: 'sound-began'; readonly atSample: Samples; readonly epochMs: Ms }
  | { readonly type: 'sound-ended'; readonly epochMs: Ms }

/** Page → worklet. */
export interface SpeakerPort {
  readonly type: 'feed'
  readonly port: MessagePort
}
