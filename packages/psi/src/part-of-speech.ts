// A word among its neighbours → whether it stands as a verb, a participle or a noun (adjectives count as nouns: they share their stress).
import { adverbs, beings, determiners, havings, modals, objects, prepositions, subjects, thirdPersons } from './word-classes'

export type PartOfSpeech = 'noun' | 'verb' | 'participle'

/** The word before, adverbs left out: "they often object". */
function before(words: readonly string[], index: number): string | undefined {
  let at = index - 1
  while (at >= 0 && (adverbs.has(words[at] ?? '') || /..ly$/.test(words[at] ?? ''))) at--
  return words[at]
}

const takesObject = (next: string | undefined): boolean => next !== undefined && (determiners.has(next) || objects.has(next))
const isPlural = (word: string): boolean =>
  /[^su']s$/.test(word) || /^(people|children|men|women|folks|guys|streamers)$/.test(word)

/** The form with -s is a verb after "he", a noun after "the". */
function partOfS(previous: string | undefined, next: string | undefined): PartOfSpeech {
  if (previous === undefined) return 'noun'
  if (thirdPersons.has(previous) && previous !== 'that') return 'verb'
  if (determiners.has(previous) || prepositions.has(previous) || isPlural(previous)) return 'noun'
  return takesObject(next) || next === 'to' || next === 'in' || next === 'with' ? 'verb' : 'noun'
}

export function partOfSpeech(words: readonly string[], index: number, form: 'base' | 's' = 'base'): PartOfSpeech {
  const previous = before(words, index)
  const next = words[index + 1]
  if (form === 's') return partOfS(previous, next)
  if (previous === undefined) return takesObject(next) && index + 1 < words.length ? 'verb' : 'noun'
  // "to" counts as a modal: a noun seldom follows it bare.
  if (modals.has(previous) || (subjects.has(previous) && !determiners.has(previous))) return 'verb'
  if (havings.has(previous)) return 'participle'
  if (determiners.has(previous) || prepositions.has(previous) || previous.endsWith("'s")) return 'noun'
  if (beings.has(previous)) return 'participle'
  if ((previous === 'and' || previous === 'or' || previous === 'then') && takesObject(next)) return 'verb'
  if (isPlural(previous) && (takesObject(next) || next === undefined || prepositions.has(next) || adverbs.has(next)))
    return 'verb'
  return takesObject(next) && next !== 'that' ? 'verb' : 'noun'
}
