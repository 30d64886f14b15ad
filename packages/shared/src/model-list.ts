// Models as the catalogue knows them and as they are on this disk.
import { z } from 'zod'
import { Slug } from './ids'

/** 'streaming' and 'offline' recognise speech (with and without partials); 'speaker' tells voices apart; 'speech' is a voice for her. */
export const ModelJob = z.enum(['streaming', 'offline', 'speaker', 'speech'])
export type ModelJob = z.infer<typeof ModelJob>

/** One of the voices in a model that has several. */
export const ModelSpeaker = z.object({ number: z.number().int().min(0).max(9999), name: z.string().min(1) })
export type ModelSpeaker = z.infer<typeof ModelSpeaker>

export const ModelInfo = z.object({
  id: Slug,
  title: z.string(),
  job: ModelJob,
  /** BCP 47. */
  languages: z.array(z.string()),
  /** Of a voice with several, best suggestion first; there may be more in the model. */
  speakers: z.array(ModelSpeaker).optional(),
  /** All files together. */
  bytes: z.number(),
  licence: z.object({ name: z.string(), url: z.string() }),
  /** May it be used on a stream that earns money? 'check': the licence leaves it open. */
  monetised: z.enum(['yes', 'no', 'check']),
  /** What it is good for, in a sentence. */
  note: z.string(),
  /** 'partial': a pull was interrupted and goes on where it was. 'damaged': a file is not what it should be. */
  state: z.enum(['absent', 'partial', 'pulling', 'installed', 'damaged']),
  receivedBytes: z.number(),
  /** While pulling. */
  bytesPerSecond: z.number().nullable(),
  /** Why the last pull or check failed, and what to do. */
  problem: z.string().nullable(),
})
export type ModelInfo = z.infer<typeof ModelInfo>
