// A test recording and what the hearing chain made of it, step by step.
import { z } from 'zod'

export const HearingStep = z.object({
  step: z.enum(['device', 'level', 'room', 'voice', 'recogniser']),
  state: z.enum(['ok', 'off', 'trouble']),
  detail: z.string(),
  remedy: z.string().optional(),
  /** '-22 dB', '240 ms' */
  figure: z.string().optional(),
})
export type HearingStep = z.infer<typeof HearingStep>

export const HearingTest = z.object({
  seconds: z.number(),
  /** Where somebody spoke, seconds from the start. */
  speech: z.array(z.object({ start: z.number(), end: z.number() })),
  text: z.string(),
  steps: z.array(HearingStep),
  /** The recording, base64 of a wav file, to be played back. */
  wav: z.string(),
})
export type HearingTest = z.infer<typeof HearingTest>
