// What the model doctor found in a folder or zip of a Live2D model, in words, and what it did about it.
import { z } from 'zod'
import { Slug } from './ids'

export const FindingLevel = z.enum([
  /** The model cannot be used as it is. */
  'broken',
  /** It works, something is missing. */
  'lacking',
  /** The doctor put it right. */
  'mended',
  /** Good to know. */
  'note',
])

export const Finding = z.object({
  /** Stable and short: 'no-model3', 'texture-missing', 'moc-too-new' … */
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  level: FindingLevel,
  /** What is so, and what it means for her. */
  sentence: z.string().min(1).max(400),
  /** What to do; '' when there is nothing to do. */
  remedy: z.string().max(400),
  /** The file it is about; '' when about the whole. */
  file: z.string().max(400),
})
export type Finding = z.infer<typeof Finding>

export const ModelFacts = z.object({
  /** Cubism file format, byte 4 of the moc3: 1 = 3.0 … 6 = 5.3; null when there is none. */
  mocFormat: z.number().int().nullable(),
  parameters: z.array(z.object({ id: z.string(), name: z.string(), min: z.number(), max: z.number(), default: z.number() })),
  expressions: z.array(z.string()),
  /** Group → how many motions. */
  motionGroups: z.record(z.string(), z.number().int()),
  hitAreas: z.array(z.string()),
  hasPhysics: z.boolean(),
  textures: z.array(z.object({ file: z.string(), width: z.number().int(), height: z.number().int() })),
  files: z.number().int(),
  bytes: z.number().int(),
})
export type ModelFacts = z.infer<typeof ModelFacts>

export const ModelReport = z.object({
  id: Slug,
  title: z.string(),
  /** False: not taken in; `findings` says why. */
  usable: z.boolean(),
  findings: z.array(Finding),
  facts: ModelFacts,
})
export type ModelReport = z.infer<typeof ModelReport>
