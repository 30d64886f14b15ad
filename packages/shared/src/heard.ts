// What the ears made of the microphone. Partials may change, a final does not.
import { z } from 'zod'

export const Heard = z.discriminatedUnion('type', [
  z.object({ type: z.literal('speech-start'), atSample: z.number().int() }),
  z.object({ type: z.literal('speech-partial'), text: z.string() }),
  z.object({ type: z.literal('speech-end'), text: z.string(), atSample: z.number().int() }),
])
export type Heard = z.infer<typeof Heard>
