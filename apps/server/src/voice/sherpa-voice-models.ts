// Voices of the catalogue as sherpa needs to know them. In: a catalogue entry. Out: its engine and which file plays which role.
import { Slug } from '@psiona/shared'
import { z } from 'zod'

const file = z.string().regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\:]+$/, 'a path inside the folder of the model, with / between')
const entry = {
  id: Slug,
  title: z.string().min(1),
  job: z.literal('speech'),
  /** BCP 47. */
  languages: z.array(z.string().min(2)).min(1),
}
/** From letters to phonemes: the part of espeak-ng's data that one language needs, all of it in one folder. */
const phonemes = { phontab: file, phonindex: file, phondata: file, intonations: file, dictionary: file, language: file }

export const SherpaVoiceModel = z.discriminatedUnion('engine', [
  /** As its maker publishes it: what sherpa wants to read in the model stands in `config` beside it. */
  z.object({ ...entry, engine: z.literal('piper'), files: z.object({ model: file, config: file, ...phonemes }) }),
  /** Piper and its kin, made ready for sherpa. */
  z.object({ ...entry, engine: z.literal('vits'), files: z.object({ model: file, tokens: file, ...phonemes }) }),
  z.object({
    ...entry,
    engine: z.literal('kokoro'),
    files: z.object({ model: file, voices: file, tokens: file, lexicon: file.optional(), ...phonemes }),
  }),
  z.object({ ...entry, engine: z.literal('kitten'), files: z.object({ model: file, voices: file, tokens: file, ...phonemes }) }),
  z.object({ ...entry, engine: z.literal('matcha'), files: z.object({ model: file, vocoder: file, tokens: file, ...phonemes }) }),
])
export type SherpaVoiceModel = z.infer<typeof SherpaVoiceModel>
