// Models as the catalogue knows them and as they are on this disk.
import { z } from 'zod'
import { Slug } from './ids'

/** 'streaming' and 'offline' recognise speech (with and without partials); 'speaker' tells voices apart. */
export const ModelJob = z.enum(['streaming', 'offline', 'speaker'])
export type ModelJob = z.infer<typeof ModelJob>

export const ModelInfo = z.object({
  id: Slug,
  title: z.string(),
  job: ModelJob,
  /** BCP 47. */
  languages: z.array(z.string()),
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
