// The models that can be fetched. In: the catalogue's YAML. Out: its entries, best suggestion first; nothing that could leave the models folder or the network it names.
import { readFileSync } from 'node:fs'
import { ModelInfo, Problem, Slug } from '@psiona/shared'
import { parse } from 'yaml'
import { z } from 'zod'
import { isLoopbackName } from './model-address'

const RECOGNISERS = ['zipformer', 'whisper', 'moonshine', 'sense-voice', 'speaker'] as const
const VOICES = ['piper', 'vits', 'kokoro', 'kitten', 'matcha'] as const
export const ModelEngine = z.enum([...RECOGNISERS, ...VOICES])
export type ModelEngine = z.infer<typeof ModelEngine>
/** From letters to phonemes: the part of espeak-ng's data that one language needs, in its own folders. */
const PHONEMES = ['phontab', 'phonindex', 'phondata', 'intonations', 'dictionary', 'language']
/** Which files an engine needs, by the role each plays. */
const ROLES: Readonly<Record<ModelEngine, readonly string[]>> = {
  zipformer: ['encoder', 'decoder', 'joiner', 'tokens'],
  whisper: ['encoder', 'decoder', 'tokens'],
  moonshine: ['preprocessor', 'encoder', 'uncachedDecoder', 'cachedDecoder', 'tokens'],
  'sense-voice': ['model', 'tokens'],
  speaker: ['model'],
  piper: ['model', 'config', ...PHONEMES],
  vits: ['model', 'tokens', ...PHONEMES],
  kokoro: ['model', 'voices', 'tokens', ...PHONEMES],
  kitten: ['model', 'voices', 'tokens', ...PHONEMES],
  matcha: ['model', 'vocoder', 'tokens', ...PHONEMES],
}
/** And may have besides. */
const MORE_ROLES: Readonly<Partial<Record<ModelEngine, readonly string[]>>> = { kokoro: ['lexicon'] }

/** Where the notes of a model lie, in its folder. */
export const NOTE_NAME = 'checksums.json'

/** One part of a path: no hidden file, no way up, no name that a system reserves or cuts. */
const pathPart = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9](?:[a-z0-9._+-]*[a-z0-9+])?$/i
const FilePath = z
  .string()
  .max(160)
  .refine((path) => path.split('/').every((part) => pathPart.test(part)), 'a path inside the folder of the model, with / between')
  .refine((path) => path.toLowerCase() !== NOTE_NAME, 'not the name of the notes')

const Address = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username + url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackName(url.hostname))
}, 'an https address without a password, or one of this machine')

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
const Bytes = z.number().int().min(1)

const CatalogueFile = z.strictObject({
  role: z.string(),
  path: FilePath,
  url: Address,
  /** Null: nobody has published it. */
  bytes: Bytes.nullable(),
  sha256: Sha256.nullable(),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>

const { title, job, licence, monetised, note, speakers } = ModelInfo.shape
export const CatalogueModel = z
  .strictObject({
    id: Slug,
    title,
    job,
    engine: ModelEngine,
    languages: z.array(z.string().min(2)).min(1),
    licence,
    monetised,
    note,
    speakers,
    /** 1 is suggested first. */
    recommended: z.number().int().min(1),
    files: z.array(CatalogueFile).min(1),
  })
  .refine(
    ({ engine, files }) =>
      sameWords(
        ROLES[engine],
        files.map(({ role }) => role).filter((role) => !MORE_ROLES[engine]?.includes(role)),
      ) && unique(files.map(({ role }) => role)),
    'files: one for each role of the engine',
  )
  .refine(
    ({ job: does, engine }) => (does === 'speech') === VOICES.some((voice) => voice === engine),
    'job: speech for voices only',
  )
  .refine(({ files }) => unique(files.map(({ path }) => path.toLowerCase())), 'files: each path once')
export type CatalogueModel = z.infer<typeof CatalogueModel>

const Catalogue = z.object({
  models: z.array(CatalogueModel).refine((models) => unique(models.map(({ id }) => id)), 'each id once'),
})

const unique = (words: readonly string[]) => new Set(words).size === words.length
const sameWords = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

/** @throws Problem 'bad-model-catalogue' that names the place */
export function readCatalogue(file: string): CatalogueModel[] {
  const bad = (what: string, cause: unknown) =>
    new Problem(
      'bad-model-catalogue',
      'broken',
      `The list of models ${file} cannot be used: ${what}. Put the shipped file back.`,
      { cause },
    )
  let raw: unknown
  try {
    raw = parse(readFileSync(file, 'utf8'), { maxAliasCount: 32 })
  } catch (cause) {
    throw bad('it is missing, or it is no YAML', cause)
  }
  const parsed = Catalogue.safeParse(raw)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw bad(`${path.join('.')}: ${message}`, parsed.error)
  }
  return parsed.data.models.sort((a, b) => a.recommended - b.recommended)
}
