// A recording of somebody's voice that an engine may imitate: never without the consent of whose voice it is.
import { z } from 'zod'
import { Slug } from './ids'

export const VoiceReference = z.object({
  id: Slug,
  name: z.string().min(1).max(60),
  /** Whose voice it is. */
  speaker: z.string().min(1).max(100),
  seconds: z.number(),
  consent: z.strictObject({
    /** 'mine': the owner's own voice. 'given': the speaker agreed, and the owner can show it. */
    kind: z.enum(['mine', 'given']),
    /** The sentence that was agreed to, as it stood on the screen. */
    statement: z.string().min(10).max(1000),
    /** Wall clock, ms since 1970. */
    at: z.number(),
  }),
})
export type VoiceReference = z.infer<typeof VoiceReference>
