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
function firstOf(tokens: readonly Token[]): string {
  const first = tokens.find((token) => !openers.has(token.word))
  return (first ?? tokens[0])?.word ?? ''
}

/** "What do you want?" falls, "do you want it?" rises; so does "you did what?". The last clause decides before the sentence does. */
function questionEnding(clause: readonly Token[], sentence: readonly Token[]): PhraseEnding {
  const [word = '', second = ''] = [
    firstOf(clause),
    clause[clause.findIndex((token) => token.word === firstOf(clause)) + 1]?.word,
  ]
  if (questionWords.has(word)) return 'wh-question'
  if (prepositions.has(word) && questionWords.has(second)) return 'wh-question'
  if (auxiliaries.has(word)) return 'question'
  const opening = firstOf(sentence)
  return clause !== sentence && questionWords.has(opening) && clause.length < SHORTEST_PART ? 'wh-question' : 'question'
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
    const whole = sentence.length === clause.length ? clause : sentence
    const ending = given === 'question' ? questionEnding(clause, whole) : given
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
