// A phrase and the place of a word in it flow in, the word's length against the ordinary one flows out: drawn out in doubt, quick in an aside.
import { isFiller } from './hesitation'
import type { PhraseOfTokens } from './phrasing'

const FILLER = 1.55
const HESITATION = 1.3
const TRAILING = 1.25
const ASIDE = 0.9
const VOCATIVE = 0.92

export function wordStretch({ tokens, ending, role }: PhraseOfTokens, index: number): number {
  if (isFiller(tokens, index)) return FILLER
  if (role === 'hesitation') return HESITATION
  if (role === 'aside') return ASIDE
  if (role === 'vocative') return VOCATIVE
  return ending === 'trailing' && index === tokens.length - 1 ? TRAILING : 1
}
