// The /overlay namespace: what the server sends to whoever shows her, and the two things a viewer page may say.
// Blocks travel as bytes (frame-codec); everything else as these objects.
import { z } from 'zod'
import { LineId, Slug, TurnId } from './ids'
import { type Bubble, type Effect, type MotionOrder, SceneModel } from './look'
import { Emotion } from './mood'
import { OverlaySettings } from './settings'
import type { VoiceBlock } from './voice-block'

export const Tally = z.enum(['listening', 'thinking', 'speaking', 'stopped', 'muted', 'chat-only', 'away'])
export type Tally = z.infer<typeof Tally>

/** Everything older than `epoch` is over: fade what sounds within `fadeMs`, drop the rest, relax the mouth. After a panic the whole face rests. */
export const Cut = z.object({ epoch: z.number().int(), fadeMs: z.number(), reason: z.enum(['stop', 'new-turn', 'panic']) })
export type Cut = z.infer<typeof Cut>

/** Somebody speaks over her: what sounds gets quieter (or as loud as before, at 0 dB) within `rampMs`, from now, whatever is queued. */
export const Duck = z.object({ gainDb: z.number().max(0), rampMs: z.number().nonnegative() })
export type Duck = z.infer<typeof Duck>

/** The words of one line with their place on the engine's clock. */
export const Subtitle = z.object({
  lineId: LineId,
  turnId: TurnId,
  epoch: z.number().int(),
  text: z.string(),
  words: z.array(z.object({ text: z.string(), startSample: z.number(), endSample: z.number() })),
  startSample: z.number(),
  endSample: z.number(),
})
export type Subtitle = z.infer<typeof Subtitle>

/** What the voice gives the stage, in the order in which it must be shown. */
export type VoicePart =
  | { readonly type: 'voice-block'; readonly block: VoiceBlock }
  | { readonly type: 'voice-subtitle'; readonly subtitle: Subtitle }
  | { readonly type: 'voice-cut'; readonly cut: Cut }
  | { readonly type: 'voice-duck'; readonly duck: Duck }

/** What to draw. Sent on connect and when it changes. */
export const Scene = z.object({
  protocol: z.number().int(),
  character: z.object({ id: Slug, name: z.string() }),
  model: SceneModel,
  overlay: OverlaySettings,
})
export type Scene = z.infer<typeof Scene>

/** What she does and feels now, and whether the receiving client is the one that sounds. */
export const OverlayState = z.object({ tally: Tally, sounding: z.boolean(), emotion: Emotion })
export type OverlayState = z.infer<typeof OverlayState>

/** "I could sound": an OBS source outranks a phone, a phone a tab, a tab the panel's preview. `unlocked` = the browser lets it play. */
export const Claim = z.strictObject({ kind: z.enum(['obs', 'phone', 'tab', 'preview']), unlocked: z.boolean() })
export type Claim = z.infer<typeof Claim>

/** These chat lines are shown no more: taken back, or their time is over. */
export const BubblesGone = z.object({ messageIds: z.array(z.string()) })
export type BubblesGone = z.infer<typeof BubblesGone>

/** These effects fly no more, nor do their captions stand: whoever set them off, or its platform, took it back. */
export const EffectsGone = z.object({ effectIds: z.array(z.number().int().nonnegative()) })
export type EffectsGone = z.infer<typeof EffectsGone>

/** The sounding client's clock: this block has just begun to leave its AudioWorklet. */
export const Played = z.strictObject({ blockId: z.number().int().nonnegative(), atSample: z.number().nonnegative() })
export type Played = z.infer<typeof Played>

export interface OverlayServerEvents {
  block: (bytes: ArrayBuffer) => void
  cut: (cut: Cut) => void
  duck: (duck: Duck) => void
  subtitle: (subtitle: Subtitle) => void
  scene: (scene: Scene) => void
  state: (state: OverlayState) => void
  bubble: (bubble: Bubble) => void
  'bubbles-gone': (gone: BubblesGone) => void
  effect: (effect: Effect) => void
  'effects-gone': (gone: EffectsGone) => void
  motion: (order: MotionOrder) => void
}
export interface OverlayClientEvents {
  claim: (claim: Claim) => void
  played: (played: Played) => void
}
