// In: models, and whether they are for ears or voice. Out: which to begin with, and which to show before the others.
import type { ModelInfo } from '@psiona/shared'

/** The part of a language tag that decides which words are known. */
const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

export const speaksLanguage = ({ languages }: Pick<ModelInfo, 'languages'>, language: string): boolean =>
  languages.some((tag) => tag === 'mul' || primary(tag) === primary(language))

/** Whom a model is for: her ears, or her voice. */
export type ModelsFor = 'ears' | 'voice'
const does = (of: ModelsFor, { job }: Pick<ModelInfo, 'job'>): boolean =>
  of === 'voice' ? job === 'speech' : job === 'streaming' || job === 'offline'

/** The first of the catalogue that fits, which is its best suggestion; what may not be used on a stream that earns money comes last. */
export function recommendedModel(of: ModelsFor, models: readonly ModelInfo[], language: string): ModelInfo | null {
  const fits = models.filter((model) => does(of, model) && speaksLanguage(model, language))
  // What was begun is what was wanted.
  return fits.find(({ state }) => state === 'pulling') ?? fits.find(({ monetised }) => monetised !== 'no') ?? fits[0] ?? null
}

/** So many of the catalogue are read before somebody looks away. */
const SUGGESTIONS = 3

/** The ids of what is here or begun, of the first that know the language, and of what tells voices apart. */
export function worthShowing(of: ModelsFor, models: readonly ModelInfo[], language: string): Set<string> {
  const fits = models.filter((model) => does(of, model) && speaksLanguage(model, language)).slice(0, SUGGESTIONS)
  const here = models.filter(({ state, job }) => state !== 'absent' || job === 'speaker')
  return new Set([...fits, ...here].map(({ id }) => id))
}
