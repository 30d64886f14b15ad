// A word among the words of its text flows in; whether it carries news, and how much of an accent words like it get, flows out.
import type { SpeechToken } from './speech-token'
import {
  auxiliaries,
  beings,
  determiners,
  havings,
  modals,
  objects,
  prepositions,
  questionWords,
  subjects,
  wordSet,
} from './word-classes'

/** Against the accent of a new noun. */
const FUNCTION = 0.45
const QUESTION_WORD = 0.9
export const LIGHT_VERB = 0.7
/** "So where were we?" */
const OPENER = 0.4
/** "do you" inside a question. */
const INVERTED = 0.15

const lightVerbs = wordSet(
  'go goes going get gets got make makes take takes put come comes want wants think thinks know knows say says said see let look looks try keep feel feels need needs gonna guess mean means like',
)
const openers = wordSet('so now well then oh and but')
const connectives = wordSet('and but or nor because although though while whereas unless if than as when')
/** "One more", "a one in four chance", but "the red one", "that one thing". */
const beforePronounOne = wordSet('a the this that these those each every any which another no other')
const functionWords = [auxiliaries, beings, determiners, havings, modals, objects, prepositions, subjects, connectives]

const breaksAfter = (token: SpeechToken | undefined): boolean => token === undefined || token.ending !== null || !!token.sound

/** In words; a row of digits without end is no number anybody follows. */
const LONGEST_NUMBER = 40
/** The number, not what stands for a thing; where it is written as a figure there is no doubt. */
function isNumeralOne(tokens: readonly SpeechToken[], i: number): boolean {
  let at = i
  while (at > 0 && i - at < LONGEST_NUMBER && tokens[at]!.written === '') at--
  if (/\d/.test(tokens[at]!.written)) return true
  const before = breaksAfter(tokens[i - 1]) ? undefined : tokens[i - 1]
  const after = breaksAfter(tokens[i]) ? undefined : tokens[i + 1]
  if (after === undefined) return before === undefined
  const counts = after.word === 'one' || isContent(tokens, i + 1)
  return counts && (before === undefined || (isFunction(before.word) && !beforePronounOne.has(before.word)))
}

const isFunction = (word: string): boolean => functionWords.some((words) => words.has(word))

/** It carries news, as far as its class goes: no function word, and no sound. */
export function isContent(tokens: readonly SpeechToken[], i: number): boolean {
  const token = tokens[i]
  if (!token || token.sound || token.word === '') return false
  const { word } = token
  if (word === 'one') return isNumeralOne(tokens, i)
  // "Oh no", "I said no", but "no way".
  if (word === 'no') return breaksAfter(token) || tokens[i + 1]?.word === 'no' || isFunction(tokens[i + 1]?.word ?? '')
  // The month.
  if (word === 'may') return i > 0 && !breaksAfter(tokens[i - 1]) && token.written.startsWith('May')
  return !isFunction(word)
}

/** "So good", "well done". */
const praises = (tokens: readonly SpeechToken[], i: number): boolean =>
  /^(?:so|well)$/.test(tokens[i]!.word) && isContent(tokens, i + 1) && !questionWords.has(tokens[i + 1]!.word)

export function accentByClass(tokens: readonly SpeechToken[], i: number): number {
  const { word, ending } = tokens[i]!
  const opens = breaksAfter(tokens[i - 1])
  if (opens && openers.has(word) && ending === null && i < tokens.length - 1 && !praises(tokens, i)) return OPENER
  if (questionWords.has(word)) return QUESTION_WORD
  if (auxiliaries.has(word) && !opens && !word.endsWith("n't") && ending === null && subjects.has(tokens[i + 1]?.word ?? ''))
    return questionWords.has(tokens[i - 1]!.word) || isContent(tokens, i - 1) ? INVERTED : FUNCTION
  if (!isContent(tokens, i)) return FUNCTION
  return lightVerbs.has(word) ? LIGHT_VERB : 1
}
