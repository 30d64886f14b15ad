// How each part is: fine, or what is wrong and what to do about it.
import { z } from 'zod'

export const PARTS = [
  'microphone',
  'vad',
  'ears',
  'models',
  'mind',
  'voice',
  'face',
  'memory',
  'safety',
  'load',
  'obs',
  'twitch',
  'youtube',
  'discord',
] as const
export const PartName = z.enum(PARTS)
export type PartName = z.infer<typeof PartName>

export const PartHealth = z.object({
  part: PartName,
  /** 'off' = not set up and nobody asked for it: quiet, no alarm. */
  state: z.enum(['ok', 'off', 'trouble']),
  /** What runs, or what is so: 'rule-based, no model needed', 'reading #psiona'. */
  detail: z.string(),
  /** What to do; present when state is trouble, may be when off. */
  remedy: z.string().optional(),
})
export type PartHealth = z.infer<typeof PartHealth>
