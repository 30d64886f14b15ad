// Words in a row flow in; which of them only fill the time until the next, and which stretch of them is all hesitation, flows out.
import type { SpeechToken } from './speech-token'

const fillers = new Set(['um', 'uh', 'er', 'erm', 'uhm', 'umm', 'uhh'])
const others = new Set(['well', 'so', 'like', 'hmm', 'hm', 'and', 'but', 'oh', 'ah'])

/** "Um", but not the alarm of "uh oh" nor the yes of "uh-huh". */
export function isFiller(tokens: readonly SpeechToken[], i: number): boolean {
  if (!fillers.has(tokens[i]?.word ?? '')) return false
  return !/^(?:oh|huh)$/.test(tokens[i + 1]?.word ?? '') && tokens[i - 1]?.word !== 'nuh'
}

export const isHesitant = (tokens: readonly SpeechToken[]): boolean =>
  tokens.every(({ word }, i) => others.has(word) || isFiller(tokens, i))
