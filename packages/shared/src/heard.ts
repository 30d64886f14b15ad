// What the ears made of the microphone. Partials may change, a final does not. Every utterance is one start, then a stop, then one end;
// the end may come when the next utterance has begun.
import { z } from 'zod'

/** Counts up by one from utterance to utterance. */
const utterance = z.number().int().nonnegative()
/** On the microphone's clock, samples at MIC_RATE. */
const atSample = z.number().int()

export const Heard = z.discriminatedUnion('type', [
  /** Somebody speaks. `atSample`: where the voice began, before it was noticed. */
  z.object({ type: z.literal('speech-start'), utterance, atSample }),
  z.object({ type: z.literal('speech-partial'), utterance, text: z.string() }),
  /** Nobody speaks any more. `atSample`: where the voice ended, before it was noticed. */
  z.object({ type: z.literal('speech-stop'), utterance, atSample }),
  /** What was said; '' when there were no words, when it was let go (muted), or when no recogniser could be had. */
  z.object({
    type: z.literal('speech-end'),
    utterance,
    text: z.string(),
    /** Whose voice it was; absent when she was not asked to tell voices apart. */
    speaker: z.enum(['owner', 'guest']).optional(),
    /** From the end of the voice until it was sure that it was the end. */
    endpointMs: z.number(),
    /** From then until the text was final. */
    recogniserMs: z.number(),
  }),
])
export type Heard = z.infer<typeof Heard>
