// Models of the catalogue as sherpa needs to know them. In: a catalogue entry. Out: its engine and which file plays which role.
import { Slug } from '@psiona/shared'
import { z } from 'zod'

const file = z.string().regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\:]+$/, 'a path inside the folder of the model, with / between')
const entry = { id: Slug, title: z.string().min(1) }
const recogniser = { ...entry, job: z.literal('offline') }

/** A model of the catalogue as sherpa needs to know it. `files`: role → path inside the model's folder. */
export const SherpaModel = z.discriminatedUnion('engine', [
  z.object({
    ...entry,
    job: z.literal('streaming'),
    engine: z.literal('zipformer'),
    files: z.object({ encoder: file, decoder: file, joiner: file, tokens: file }),
  }),
  z.object({
    ...recogniser,
    engine: z.literal('whisper'),
    files: z.object({ encoder: file, decoder: file, tokens: file }),
  }),
  z.object({
    ...recogniser,
    engine: z.literal('moonshine'),
    files: z.union([
      z.object({ preprocessor: file, encoder: file, uncachedDecoder: file, cachedDecoder: file, tokens: file }),
      // The second generation.
      z.object({ encoder: file, mergedDecoder: file, tokens: file }),
    ]),
  }),
  z.object({ ...recogniser, engine: z.literal('sense-voice'), files: z.object({ model: file, tokens: file }) }),
  z.object({ ...entry, job: z.literal('speaker'), engine: z.literal('speaker'), files: z.object({ model: file }) }),
])
export type SherpaModel = z.infer<typeof SherpaModel>
export type SherpaSpeakerModel = Extract<SherpaModel, { job: 'speaker' }>
export type SherpaRecogniserModel = Exclude<SherpaModel, { job: 'speaker' }>
