// What lies on the disk of the opt-in extras, and how much.
import { z } from 'zod'

export const TraceKind = z.enum(['recordings', 'events', 'voices'])
export type TraceKind = z.infer<typeof TraceKind>

export const TraceInfo = z.object({
  kind: TraceKind,
  /** Recordings: files. Events: days. Voices: people. */
  count: z.number().int(),
  bytes: z.number(),
  /** Wall clock, ms since 1970. */
  oldestAt: z.number().nullable(),
  /** Where it lies. */
  folder: z.string(),
})
export type TraceInfo = z.infer<typeof TraceInfo>
