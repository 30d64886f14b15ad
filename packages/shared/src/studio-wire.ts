// What the panel posts into the frame that shows her on its Voice and Looks pages: which model, which face, what else is tried on.
import { z } from 'zod'
import { FACE_CHANNEL_COUNT } from './face-frame'
import { SceneModel } from './look'
import { ParameterValues } from './model-sheet'

export const STUDIO_MESSAGE = 'psiona-studio'

export const StudioMessage = z.strictObject({
  type: z.literal(STUDIO_MESSAGE),
  model: SceneModel,
  /** A FaceFrame; null = nothing is heard, she idles by herself. */
  face: z.array(z.number()).length(FACE_CHANNEL_COUNT).nullable(),
  /** Held over everything else, by the model's own parameter names: a slider being tried. */
  held: ParameterValues.optional(),
  /** An expression of the model to try on, by its name. */
  expression: z.string().max(200).nullable().optional(),
  /** A motion group to play once, with a number that is new for each wish. */
  motion: z.object({ group: z.string().max(200), wish: z.number().int() }).optional(),
})
export type StudioMessage = z.infer<typeof StudioMessage>

/** What the frame answers to the page around it. */
export const STUDIO_REPORT = 'psiona-studio-report'
export const StudioReport = z.strictObject({
  type: z.literal(STUDIO_REPORT),
  /** What draws her. */
  renderer: z.enum(['live2d', 'puppet', 'none']),
  /** Why Live2D does not, in words; '' when it does. */
  trouble: z.string().max(400),
  /** Of the model as loaded. */
  parameters: z.array(z.object({ id: z.string(), min: z.number(), max: z.number(), default: z.number() })),
  expressions: z.array(z.string()),
  motionGroups: z.array(z.string()),
  hitAreas: z.array(z.string()),
})
export type StudioReport = z.infer<typeof StudioReport>
