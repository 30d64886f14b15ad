// The words of a phrase flow in; where its strongest accent goes when the last new word is not the one, flows out: "come *on*", "it's *raining* again", "how *are* you?".
import { isContent } from './accent-weight'
import type { SpeechToken } from './speech-token'
import { auxiliaries, beings, determiners, objects, prepositions, questionWords, subjects, wordSet } from './word-classes'

const settings = wordSet(
  'here there today tonight yesterday tomorrow again anyway though either already out in up down over right',
)
const lastOfSetting = wordSet('here there today tonight yesterday tomorrow again anyway though either already')
const particles = wordSet('in on off over up through around')
const echoes = wordSet('think hope guess suppose said say told')

/** "Come on", "turn it off", "game over": at the end it is the news, but not in "turn the light off" nor in "what are you working on?". */
export const endsInParticle = (tokens: readonly SpeechToken[]): boolean =>
  tokens.length > 1 &&
  particles.has(tokens.at(-1)!.word) &&
  !determiners.has(tokens.at(-3)?.word ?? '') &&
  !tokens.some(({ word }) => questionWords.has(word))

const isPronoun = (word: string): boolean =>
  (objects.has(word) || subjects.has(word)) && !/^(?:one|this|that|these|those|there)$/.test(word)

const formOfBe = /^(?:am|is|are|was|were|be|been|being)$|'(?:s|re|m)$/

/** "*Behind* you", but "for *me*". */
const LONG_PREPOSITION = 5
/** Of words that carry no news the one that has the accent all the same: "*is* it", "*behind* you", "it's *me*". */
export function bearer(tokens: readonly SpeechToken[]): number {
  const content = tokens.findLastIndex((_, i) => isContent(tokens, i))
  if (content >= 0) return content
  const last = tokens.length - 1
  const [before, word] = [tokens[last - 1]?.word ?? '', tokens[last]?.word ?? '']
  if (last === 0 || !isPronoun(word)) return last
  const inverted = last === 1 && auxiliaries.has(before)
  const long = prepositions.has(before) && before.length >= LONG_PREPOSITION
  return inverted || long || (word === 'it' && !formOfBe.test(before)) ? last - 1 : last
}

/** "How *are* you?", "what *is* this?" */
export function invertedVerb(tokens: readonly SpeechToken[]): number {
  const [question, verb, rest] = tokens.slice(-3).map(({ word }) => word)
  const asks = questionWords.has(question ?? '') && beings.has(verb ?? '') && auxiliaries.has(verb ?? '')
  return asks && objects.has(rest ?? '') ? tokens.length - 2 : -1
}

/** "It's raining again": where and when, at the end, is seldom the news. */
const SETTING = 0.5
/** Where and when stand back behind other news. */
export function withSetting(tokens: readonly SpeechToken[], accents: number[]): void {
  let first = tokens.length
  if (lastOfSetting.has(tokens.at(-1)?.word ?? '')) {
    while (first > 1 && settings.has(tokens[first - 1]!.word)) first--
  } else if (tokens.at(-1)?.word === 'so' && echoes.has(tokens.at(-2)?.word ?? '')) {
    first = tokens.length - 1
    accents[first - 1] = 1
  }
  if (!accents.some((accent, i) => i < first && accent >= 1 && !/^(?:not|never)$/.test(tokens[i]!.word))) return
  for (let i = first; i < tokens.length; i++) accents[i] = accents[i]! * SETTING
}
