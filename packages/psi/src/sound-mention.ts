// What spells a sound and the words beside it flow in; whether it is meant as a word all the same flows out: "that lol at the end", "5 mm", "Ha Long Bay".
import type { SpeechToken } from './speech-token'
import { wordSet } from './word-classes'

const determiners = wordSet('a an the my your his her its our their one two every each another no any some')
const pointers = wordSet('this that these those')
/** Laughed initialisms can be written about as words; "haha" is rather laughed there. */
const initialism = /^(?:l+o+l+|lulw?|lmf?ao|rofl(?:mao)?|xd|kekw?)$/i
const mentions = wordSet(
  'say says said saying type types typed typing write writes wrote writing written spell spells spelled spam spams spammed spamming mean means meant play plays playing',
)
const names = wordSet('word words letter letters acronym emote called')
/** A unit where a number stands before it, a sound elsewhere. */
const units = wordSet('mm ha')
const LEAGUE = /^\W*LoL\W*$/

const bare = (written: string): string => written.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, '')
const isCapitalised = (written: string): boolean => /^[A-Z][a-z]/.test(written)

export interface Beside {
  readonly token: SpeechToken
  /** Not beyond a sign. */
  readonly before: readonly [last: SpeechToken | undefined, one: SpeechToken | undefined]
  readonly next: SpeechToken | undefined
}

export function isMentioned({ token, before: [last, beforeLast], next }: Beside): boolean {
  const { written } = token
  const word = bare(written)
  const short = initialism.test(word)
  if (LEAGUE.test(written)) return true
  if (units.has(word) && /\d\W*$/.test(last?.written ?? '')) return true
  // "Ha Long Bay", "Keke Palmer"; "Ha ha" is laughed.
  if (/^(?:Ha|Keke)$/.test(written) && next && isCapitalised(next.written) && !/^ha/i.test(next.written)) return true
  if (short && /["“‘«]/.test(token.lead) && /["”’»]/.test(token.tail)) return true
  if (!last) return false
  if (determiners.has(last.word) || names.has(last.word) || (short && mentions.has(last.word))) return true
  // "A big lol from me", but "what a game lol".
  if (short && next && /^an?$/.test(beforeLast?.word ?? '')) return true
  return pointers.has(last.word) && beforeLast === undefined && next !== undefined && token.ending === null
}
