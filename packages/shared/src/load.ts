// How much of the machine she takes, and what she does without when a game needs it.
import { z } from 'zod'

/** In the order in which she gives them up. */
export const SAVINGS = ['smaller-model', 'own-voice', 'lower-fps', 'puppet'] as const
export const Saving = z.enum(SAVINGS)
export type Saving = z.infer<typeof Saving>

export const LoadSettings = z.strictObject({
  /** 'off': she takes what she needs. A number: so many savings at least, by hand. */
  mode: z.union([z.literal('auto'), z.literal('off'), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default('auto'),
  /** Of the whole machine, for the server's process; above it she saves even when nobody else wants the rest. */
  cpuPercent: z.number().min(5).max(100).default(50),
  /** The model that answers instead while she saves; '' = the built-in mind. */
  smallerModel: z.string().max(200).default(''),
  /** What she draws while she saves. */
  fps: z.union([z.literal(24), z.literal(30)]).default(24),
})
export type LoadSettings = z.infer<typeof LoadSettings>

export const LoadState = z.object({
  /** Percent of the whole machine, the last seconds. */
  cpu: z.object({ own: z.number(), all: z.number() }),
  /** How late this process comes to its turn: p99 of the last seconds. */
  loopLagMs: z.number(),
  /** 0..1: blocks of her voice that were ready too late. */
  lateBlocks: z.number(),
  /** 0..1: OBS's frames that came too late (graphics) or were skipped (encoder); null while OBS is not connected. */
  obs: z.object({ lateFrames: z.number(), skippedFrames: z.number() }).nullable(),
  /** 0 = at ease, 1 = at the limit; above, she saves. */
  pressure: z.number(),
  /** In force, in order. */
  savings: z.array(Saving),
  /** Each step, whether it saves anything with what is chosen now, and what it would change. */
  steps: z.array(z.object({ saving: Saving, inForce: z.boolean(), applies: z.boolean(), title: z.string(), detail: z.string() })),
  /** Why, in words: 'The machine is at 98 %; the game comes first.' */
  why: z.string(),
})
export type LoadState = z.infer<typeof LoadState>
