// What the panel's Voice page posts into the frame that shows her there: which model, and the face of the moment that is heard.
import { z } from 'zod'
import { FACE_CHANNEL_COUNT } from './face-frame'

export const STUDIO_MESSAGE = 'psiona-studio'

export const StudioMessage = z.strictObject({
  type: z.literal(STUDIO_MESSAGE),
  /** Of this server only. */
  modelUrl: z.string().regex(/^\/models\/[a-z0-9-]+\/$/, 'the address of a model of this server'),
  /** A FaceFrame; null = nothing is heard, she idles by herself. */
  face: z.array(z.number()).length(FACE_CHANNEL_COUNT).nullable(),
})
export type StudioMessage = z.infer<typeof StudioMessage>
