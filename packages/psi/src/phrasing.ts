// Words with the breaks that the text gives them → phrases said in one go: questions told apart, long stretches divided where one could breathe.
import type { Token } from './normalise-text'
import type { PhraseEnding } from './phone'
import { auxiliaries, conjunctions, prepositions, questionWords, relatives } from './word-classes'

export interface PhraseOfTokens {
  readonly tokens: readonly Token[]
  readonly ending: PhraseEnding
}

/** Longer stretches without punctuation are divided; about four seconds at 170 words a minute. */
const LONGEST_PHRASE = 12
/** No part gets shorter than this. */
const SHORTEST_PART = 4

const openers = new Set('and but so or well hey oh ok okay um uh hmm now then yeah yes no wait actually'.split(' '))
/** The word that decides what a question asks for, and the one after it. */
function opening(tokens: readonly Token[]): readonly [first: string, second: string] {
  const at = Math.max(
    0,
    tokens.findIndex((token) => !openers.has(token.word)),
  )
  return [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? '']
}
const asksWh = ([first, second]: readonly [string, string]): boolean =>
  questionWords.has(first) || (prepositions.has(first) && questionWords.has(second))

/** "What do you want?" falls, "do you want it?" rises; so does "you did what?". A short last clause ("…, boss?") leaves it to the sentence. */
function questionEnding(clause: readonly Token[], sentence: readonly Token[]): PhraseEnding {
  const own = opening(clause)
  if (asksWh(own)) return 'wh-question'
  const short = clause.length < SHORTEST_PART && clause.length < sentence.length && !auxiliaries.has(own[0])
  return short && asksWh(opening(sentence)) ? 'wh-question' : 'question'
}

/** How well a new breath may begin with this word; 0 = not at all. */
function breathBefore(word: string, previous: string): number {
  if (conjunctions.has(word)) return 3
  if (relatives.has(word) && !prepositions.has(previous)) return 2
  return prepositions.has(word) && word !== 'of' && !auxiliaries.has(previous) ? 1 : 0
}

/** Of the places where one may breathe, the best and then the most central. */
function bestCut(tokens: readonly Token[]): number | null {
  let best: number | null = null
  let bestWorth = 0
  for (let i = SHORTEST_PART; i <= tokens.length - SHORTEST_PART; i++) {
    // A word that carries no text of its own is the middle of something that was written as one.
    if (tokens[i]?.written === '') continue
    const worth = breathBefore(tokens[i]?.word ?? '', tokens[i - 1]?.word ?? '')
    const central = 1 - Math.abs(i / tokens.length - 0.5)
    if (worth > 0 && worth + 3 * central > bestWorth) {
      bestWorth = worth + 3 * central
      best = i
    }
  }
  return best
}

/** Where no word offers a breath and the stretch is twice too long, it is taken in the middle all the same. */
function divide(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length <= LONGEST_PHRASE) return [tokens]
  const cut = bestCut(tokens) ?? (tokens.length > 2 * LONGEST_PHRASE ? Math.ceil(tokens.length / 2) : null)
  return cut === null ? [tokens] : [...divide(tokens.slice(0, cut)), ...divide(tokens.slice(cut))]
}

export function phraseTokens(tokens: readonly Token[]): readonly PhraseOfTokens[] {
  const phrases: PhraseOfTokens[] = []
  let clause: Token[] = []
  let sentence: Token[] = []
  const close = (given: PhraseEnding) => {
    const ending = given === 'question' ? questionEnding(clause, sentence) : given
    const parts = divide(clause)
    parts.forEach((part, i) => {
      phrases.push({ tokens: part, ending: i === parts.length - 1 ? ending : 'continues' })
    })
    clause = []
    if (given !== 'continues') sentence = []
  }
  for (const token of tokens) {
    clause.push(token)
    sentence.push(token)
    if (token.ending) close(token.ending)
  }
  if (clause.length > 0) close('statement')
  return phrases
}
