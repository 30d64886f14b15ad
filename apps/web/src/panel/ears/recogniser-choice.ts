// In: recognisers. Out: whether two are the same choice, and what one is called.
import type { ModelInfo, RecogniserChoice } from '@psiona/shared'
import { commandLineText } from '../../lib/command-line'

export function sameRecogniser(a: RecogniserChoice, b: RecogniserChoice): boolean {
  switch (a.kind) {
    case 'sherpa':
      return b.kind === 'sherpa' && a.model === b.model
    case 'openai':
      return b.kind === 'openai' && a.baseUrl === b.baseUrl && a.model === b.model
    case 'command':
      return b.kind === 'command' && commandLineText(a) === commandLineText(b)
    default:
      return a.kind === b.kind
  }
}

/** The part of a language tag that decides which words are known. */
const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

export const speaksLanguage = ({ languages }: Pick<ModelInfo, 'languages'>, language: string): boolean =>
  languages.some((tag) => tag === 'mul' || primary(tag) === primary(language))

const hears = ({ job }: Pick<ModelInfo, 'job'>): boolean => job === 'streaming' || job === 'offline'

/** The first of the catalogue that fits, which is its best suggestion; what may not be used on a stream that earns money comes last. */
export function recommendedModel(models: readonly ModelInfo[], language: string): ModelInfo | null {
  const fits = models.filter((model) => hears(model) && speaksLanguage(model, language))
  // What was begun is what was wanted.
  return fits.find(({ state }) => state === 'pulling') ?? fits.find(({ monetised }) => monetised !== 'no') ?? fits[0] ?? null
}

/** So many of the catalogue are read before somebody looks away. */
const SUGGESTIONS = 3

/** The ids of what is here or begun, of the first that know the language, and of what tells voices apart. */
export function modelsWorthShowing(models: readonly ModelInfo[], language: string): Set<string> {
  const fits = models.filter((model) => hears(model) && speaksLanguage(model, language)).slice(0, SUGGESTIONS)
  const here = models.filter(({ state, job }) => state !== 'absent' || job === 'speaker')
  return new Set([...fits, ...here].map(({ id }) => id))
}
