// How the face reaches a Live2D model that knows nothing of us: channels to its parameters, moods to its expressions, moments to its motions.
// The model doctor writes one for every model it takes in; its owner mends it in the panel.
import { z } from 'zod'
import { FACE_CHANNELS, type FaceChannelName } from './face-frame'
import { EMOTIONS, GESTURES } from './mood'

/** The ids that Cubism allows and what hand-made models contain: anything short without control characters. */
export const CubismId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, 'a name without control characters')
export type CubismId = z.infer<typeof CubismId>

const channelNames = FACE_CHANNELS.map(({ name }) => name) as [FaceChannelName, ...FaceChannelName[]]
export const ChannelName = z.enum(channelNames)

/** parameter = at0 + (at1 - at0) · (channel - from0) / (from1 - from0), held at both ends. Links to one parameter add up around its default. */
export const ChannelLink = z.strictObject({
  channel: ChannelName,
  parameter: CubismId,
  from: z.tuple([z.number(), z.number()]),
  to: z.tuple([z.number(), z.number()]),
})
export type ChannelLink = z.infer<typeof ChannelLink>

/** What may set off a motion: a moment of the conversation, a gesture, a feeling that begins to lead, an event, a touch. */
export const MOTION_CUES = [
  'idle',
  'tap',
  'thinking-long',
  'greeting',
  'applause',
  ...GESTURES.map((name) => `gesture-${name}` as const),
  ...EMOTIONS.map((name) => `emotion-${name}` as const),
] as const
export const MotionCue = z.enum(MOTION_CUES)
export type MotionCue = z.infer<typeof MotionCue>

/** Where her mouth comes from: an opening with a form, five vowel shapes, or both. */
export const MouthKind = z.enum(['open-form', 'vowels', 'open-only', 'none'])
export type MouthKind = z.infer<typeof MouthKind>

export const AvatarMap = z.strictObject({
  mouth: MouthKind,
  links: z.array(ChannelLink).max(200),
  /** Which expression of the model shows a feeling; what is absent shows none. Blended by its strength, under the frame. */
  expressions: z.partialRecord(z.enum(EMOTIONS), z.string().min(1).max(200)).default({}),
  /** A motion group per cue, as the model names it ('' is a name). */
  motions: z.partialRecord(MotionCue, z.string().max(200)).default({}),
  /** Groups for a touch of a hit area; the cue 'tap' serves all others. */
  taps: z.record(z.string().max(200), z.string().max(200)).default({}),
  /** Where she stands: times the fitted size, and moved by shares of the picture's width and height. */
  place: z
    .strictObject({
      scale: z.number().min(0.1).max(10).default(1),
      x: z.number().min(-2).max(2).default(0),
      y: z.number().min(-2).max(2).default(0),
    })
    .prefault({}),
})
export type AvatarMap = z.infer<typeof AvatarMap>
