// What the server and a sherpa process say to each other. A ticket is one stretch of sound.
// The process takes only types from here: zod would cost each of them 12 MB.
import { z } from 'zod'
import type { SherpaModel } from './sherpa-models'

/** A process has one model for all its life. */
export interface SherpaStart {
  readonly model: SherpaModel
  readonly folder: string
  /** BCP 47. */
  readonly language: string
}

export type ToSherpa =
  /** The first, once. */
  | ({ readonly type: 'load' } & SherpaStart)
  /** The next of a ticket waits until this one is heard. */
  | { readonly type: 'sound'; readonly ticket: number; readonly samples: Float32Array }
  /** The voice has ended; an answer is wanted. */
  | { readonly type: 'end'; readonly ticket: number }
  /** Nobody waits for it any more. */
  | { readonly type: 'drop'; readonly ticket: number }

/** What a model makes of a stretch of sound. The last one is a final text or an embedding. */
const SherpaAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), final: z.boolean() }),
  /** Null: too little sound. */
  z.object({
    type: z.literal('embedding'),
    embedding: z.custom<Float32Array>((value) => value instanceof Float32Array).nullable(),
  }),
])
export type SherpaAnswer = Readonly<z.infer<typeof SherpaAnswer>>

export const FromSherpa = z.discriminatedUnion('type', [
  /** To each sound and each end, in order; null: nothing new. */
  z.object({ type: z.literal('heard'), ticket: z.number(), answer: SherpaAnswer.nullable() }),
  z.object({ type: z.literal('failed'), ticket: z.number(), reason: z.string() }),
])
export type FromSherpa = Readonly<z.infer<typeof FromSherpa>>
