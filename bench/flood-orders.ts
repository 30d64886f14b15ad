// What the bench and the chat that floods it say to each other. In: messages between two processes. Out: the same, checked.
import { z } from 'zod'

export const CHANNEL = 'psiona'

export const FloodOrder = z.discriminatedUnion('type', [
  z.object({ type: z.literal('flood'), perSecond: z.number(), seconds: z.number() }),
  z.object({ type: z.literal('say'), name: z.string(), text: z.string(), id: z.string() }),
])
export type FloodOrder = z.infer<typeof FloodOrder>

export const FloodReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), port: z.number() }),
  /** `latestMs`: how late the latest line was sent. */
  z.object({ type: z.literal('over'), sent: z.number(), atMs: z.number(), latestMs: z.number() }),
])
export type FloodReport = z.infer<typeof FloodReport>
