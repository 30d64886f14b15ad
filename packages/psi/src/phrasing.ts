// Words and sounds with the breaks that the text gives them → phrases said in one go: questions told apart, each phrase with its place in the sentence, long stretches divided where one could breathe.
import type { Clause } from './clause'
import { shapeSentence } from './clause-shapes'
import { pauses } from './pauses'
import type { Phrase, PhraseEnding } from './phone'
import type { SpeechToken } from './speech-token'
import {
  adverbs,
  auxiliaries,
  beings,
  conjunctions,
  determiners,
  prepositions,
  questionWords,
  relatives,
  subjects,
  vocatives,
} from './word-classes'

export type PhraseOfTokens = Omit<Phrase, 'words'> & { readonly tokens: readonly SpeechToken[] }

/** Longer stretches without punctuation are divided; about four seconds at 170 words a minute. */
const LONGEST_PHRASE = 12
/** No part gets shorter than this. */
const SHORTEST_PART = 4
const SHORTEST_QUESTION = 3

const openers = new Set('and but so or well hey oh ok okay um uh hmm now then yeah yes no wait actually'.split(' '))
/** "And then what?" */
const goesOn = /^(?:and|then|so|now|but)$/
/** The word that decides what a question asks for, and the one after it. */
function opening(tokens: readonly SpeechToken[]): readonly [first: string, second: string] {
  // "Guys what is this?"
  const at = Math.max(
    0,
    tokens.findIndex(
      ({ word, written }, i) => !(openers.has(word) || (i === 0 && (vocatives.has(word) || written.startsWith('@')))),
    ),
  )
  return [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? '']
}
const asksWh = ([first, second]: readonly [string, string]): boolean =>
  questionWords.has(first) || (prepositions.has(first) && questionWords.has(second))

/** "What do you want?" falls, "do you want it?" rises; so does "you did what?". A short last clause ("…, boss?") leaves it to the sentence. */
function questionEnding(clause: readonly SpeechToken[], sentence: readonly SpeechToken[]): PhraseEnding {
  const own = opening(clause)
  // "Wait, what?" wants to hear it again.
  if (own[0] === 'what' && clause.at(-1)?.word === 'what' && !goesOn.test(clause.at(-2)?.word ?? '')) return 'question'
  if (asksWh(own)) return 'wh-question'
  const short = clause.length < SHORTEST_PART && clause.length < sentence.length && !auxiliaries.has(own[0])
  return short && asksWh(opening(sentence)) ? 'wh-question' : 'question'
}

/** People in chat leave the sign out: "can you hear me". "Do it" asks nothing. */
function isAsked(clause: readonly SpeechToken[]): boolean {
  const [first, second] = opening(clause)
  if (clause.length < SHORTEST_QUESTION || clause.at(-1)?.tail !== '') return false
  const thing = /^(?:it|this|that|these|those)$/.test(second)
  return auxiliaries.has(first) && (thing ? !/^(?:do|have|had)$/.test(first) : subjects.has(second))
}

const BREATH = { none: 0, poor: 0.5, phrase: 1, relative: 2, joined: 2.5, clause: 3 } as const
const amounts = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|hundred|half|a)$/
/** How well a new breath may begin with this word. */
function breathBefore(tokens: readonly SpeechToken[], i: number): number {
  const word = (step: number) => tokens[i + step]?.word ?? ''
  const [previous, next] = [word(-1), word(1)]
  const here = word(0)
  if (here === 'and' || here === 'or' || here === 'nor') {
    if (subjects.has(next) || auxiliaries.has(next) || beings.has(next) || adverbs.has(next)) return BREATH.clause
    // "into sugar and oxygen"
    return prepositions.has(word(-2)) ? BREATH.poor : BREATH.joined
  }
  // "The reason the sky is blue | is that…"
  if (/^(?:is|was)$/.test(here) && next === 'that' && subjects.has(word(2)) !== determiners.has(word(2))) return BREATH.relative
  // "so strong", "it is when"
  if (auxiliaries.has(previous) || beings.has(previous)) return BREATH.none
  if (here === 'so') return subjects.has(next) ? BREATH.clause : BREATH.none
  if (conjunctions.has(here)) return BREATH.clause
  if (relatives.has(here) && !prepositions.has(previous)) return BREATH.relative
  if (here === 'of' || (/^(?:about|around|over|under)$/.test(here) && amounts.test(next))) return BREATH.none
  return prepositions.has(here) || here === 'than' ? BREATH.phrase : BREATH.none
}

/** Of the places where one may breathe, the best and then the most central. */
function bestCut(tokens: readonly SpeechToken[]): number | null {
  let best: number | null = null
  let bestWorth = 0
  for (let i = SHORTEST_PART; i <= tokens.length - SHORTEST_PART; i++) {
    // A word that carries no text of its own is the middle of something that was written as one.
    if (tokens[i]?.written === '') continue
    const worth = breathBefore(tokens, i)
    const central = 1 - Math.abs(i / tokens.length - 0.5)
    if (worth > 0 && worth + 3 * central > bestWorth) {
      bestWorth = worth + 3 * central
      best = i
    }
  }
  return best
}

/** Where no word offers a breath and the stretch is twice too long, it is taken in the middle all the same. */
function divide(tokens: readonly SpeechToken[]): (readonly SpeechToken[])[] {
  if (tokens.length <= LONGEST_PHRASE) return [tokens]
  const cut = bestCut(tokens) ?? (tokens.length > 2 * LONGEST_PHRASE ? Math.ceil(tokens.length / 2) : null)
  return cut === null ? [tokens] : [...divide(tokens.slice(0, cut)), ...divide(tokens.slice(cut))]
}

const divided = (clause: Clause): Clause[] => {
  const parts = divide(clause.tokens)
  if (parts.length === 1) return [clause]
  const { tune: _, ...first } = clause
  return parts.map((tokens, i) => (i === parts.length - 1 ? { ...clause, tokens } : { ...first, tokens, ending: 'continues' }))
}

/** The clauses of each sentence. A sound stands by itself, wherever it is. */
function sentencesOf(tokens: readonly SpeechToken[]): Clause[][] {
  const sentences: Clause[][] = []
  let sentence: Clause[] = []
  let clause: SpeechToken[] = []
  let words: SpeechToken[] = []
  const close = (given: PhraseEnding) => {
    const asked = given === 'question' || (given === 'statement' && isAsked(clause))
    const ending = asked ? questionEnding(clause, words) : given
    if (clause.length > 0) sentence.push({ tokens: clause, ending, ...(clause[0]!.sound ? { role: 'sound' as const } : {}) })
    clause = []
    if (given === 'continues') return
    sentences.push(sentence)
    sentence = []
    words = []
  }
  for (const token of tokens) {
    if (token.sound && clause.length > 0) close('continues')
    clause.push(token)
    if (!token.sound) words.push(token)
    if (token.ending) close(token.ending)
    else if (token.sound) close('continues')
  }
  // What ends without a sign ends all the same; a sound after an end is no sentence.
  if (clause.length > 0) close('statement')
  if (sentence.length > 0) sentences.push(sentence)
  return sentences
}

export function phraseTokens(tokens: readonly SpeechToken[]): readonly PhraseOfTokens[] {
  const clauses = sentencesOf(tokens).flatMap((sentence) =>
    shapeSentence(sentence)
      .flatMap(divided)
      .map((clause, i) => ({ ...clause, inside: i > 0 })),
  )
  const gaps = pauses(clauses)
  return clauses.map(({ joined: _, ...clause }, i) => ({ ...clause, ...gaps[i]! }))
}
