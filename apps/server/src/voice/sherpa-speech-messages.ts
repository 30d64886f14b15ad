// What the server and a process with a voice say to each other. A ticket is one line of hers.
// The process takes only types from here: zod would cost each of them 12 MB.
import { z } from 'zod'
import type { SherpaVoiceModel } from './sherpa-voice-models'

/** A process has one model for all its life. */
export interface SherpaVoiceStart {
  readonly model: SherpaVoiceModel
  readonly folder: string
  /** What must be written for the library to read lies here while it reads. Nobody else's; made when it is needed. */
  readonly scratchDir: string
}

export type ToSherpaVoice =
  /** The first, once. */
  | ({ readonly type: 'load' } & SherpaVoiceStart)
  | {
      readonly type: 'speak'
      readonly ticket: number
      readonly clauses: readonly string[]
      readonly speaker: number
      readonly speed: number
    }
  /** Nobody waits for it any more. */
  | { readonly type: 'drop'; readonly ticket: number }

const ticket = z.number()
export const FromSherpaVoice = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('piece'),
    ticket,
    pcm: z.custom<Float32Array>((value) => value instanceof Float32Array),
    sampleRate: z.number().min(4000).max(192_000),
  }),
  z.object({ type: z.literal('done'), ticket }),
  /** The model has only so many speakers. */
  z.object({ type: z.literal('no-such-speaker'), ticket, speakers: z.number() }),
  z.object({ type: z.literal('failed'), ticket, reason: z.string() }),
])
export type FromSherpaVoice = Readonly<z.infer<typeof FromSherpaVoice>>
