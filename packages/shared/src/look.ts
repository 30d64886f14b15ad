// How she looks now: which model, what she wears, drawn how; and what stands around her on the overlay. Part of the scene.
import { z } from 'zod'
import { AvatarMap } from './avatar-map'
import { Slug } from './ids'
import { ModelPath, ParameterValues } from './model-sheet'

/** Whatever a scene says, a page loads models and the Core from its own server. */
const OwnAddress = z.string().regex(/^\/(?:models|cubism)\/[a-zA-Z0-9._/-]*$/, 'an address of this server')

/** Everything a page needs to draw her. */
export const SceneModel = z.object({
  id: Slug,
  /** '/models/<id>/'; all files lie under it. */
  url: OwnAddress,
  /** What draws her when there is the Cubism Core; null for a model with a rig of ours only, or while the Core is not installed. */
  live2d: z.object({ file: ModelPath, core: OwnAddress }).nullable(),
  /** The built-in puppet: of this model, else Tori's, so that there is always somebody. */
  puppet: z.object({ url: OwnAddress, file: ModelPath }),
  map: AvatarMap,
  /** Outfit and accessories as values; held until the next scene. */
  parameters: ParameterValues,
  /** Anything else than what is drawn fades over in this time, ms. */
  crossfadeMs: z.number().min(0).max(5000),
  /** Why she looks so: 'default', or the variant's id. */
  variant: z.string(),
})
export type SceneModel = z.infer<typeof SceneModel>

/** What a chat line looks like on the overlay. `text` and `name` have been sanitised; show them as text only. */
export const Bubble = z.object({
  messageId: z.string().max(128),
  name: z.string().max(100),
  text: z.string().max(500),
  platform: z.string().max(20),
  /** She is answering it now. */
  answering: z.boolean(),
  /** How long it stays, ms. */
  staysMs: z.number().min(500).max(60_000),
})
export type Bubble = z.infer<typeof Bubble>

export const EFFECTS = [
  'hearts',
  'confetti',
  'sparkles',
  'stars',
  'petals',
  'snow',
  'rain',
  'fireworks',
  'exclaim',
  'waves',
] as const
export const EffectKind = z.enum(EFFECTS)
export type EffectKind = z.infer<typeof EffectKind>

/** Something flies over the picture once. */
export const Effect = z.object({
  effectId: z.number().int().nonnegative(),
  kind: EffectKind,
  /** 0..1: how much of it. */
  strength: z.number().min(0).max(1),
  durationMs: z.number().min(200).max(20_000),
  /** Shown with it, sanitised; '' = nothing. */
  caption: z.string().max(120),
})
export type Effect = z.infer<typeof Effect>

/** A moment the model may have a motion for. */
export const MotionOrder = z.object({ cue: z.string().max(60) })
export type MotionOrder = z.infer<typeof MotionOrder>
