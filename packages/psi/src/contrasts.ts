// The words of a text flow in; those that the context stresses, and how much, flow out: "tea, not coffee", "only Anna", "but I can".
import { isContent } from './accent-weight'
import type { SpeechToken } from './speech-token'
import { auxiliaries, beings, objects, subjects, wordSet } from './word-classes'

/** A contrast that nobody wrote as such. */
const CONTRAST = 0.6
export const LIGHTER_CONTRAST = 0.45
/** Words of either side: what is longer is a clause of its own. */
const LONGEST_SIDE = 4
/** So far a sign is looked for; text without signs has no contrasts to hear. */
const LONGEST_PART = 40

/** "Not bad", "not very good", "not again" stand against nothing. */
const notOpposed = wordSet(
  'bad great good sure yet really now again ideal fun cool even very too so that at only much always quite exactly just me anymore today',
)
/** "Only if", "even though". */
const noFocus = wordSet('if though when after before so then because as more less better worse')
const opensCorrection = /^(?:no|nope|actually|wrong)$/

const isPronoun = (word: string): boolean => subjects.has(word) || objects.has(word)
const isPersonal = (word: string | undefined): boolean => /^(?:i|you|he|she|we|they|me|him|her|us|them)$/.test(word ?? '')
/** "It's", "they are", "he is". */
const isSubject = (word: string): boolean => subjects.has(word) || /^(?:i|you|he|she|it|we|they|that)'/.test(word)
/** "it's" → "it". */
const bare = (word: string): string => word.replace(/'.*$/, '')

class Stresses {
  readonly found = new Map<number, number>()
  private readonly tokens: readonly SpeechToken[]

  constructor(tokens: readonly SpeechToken[]) {
    this.tokens = tokens
  }

  put(index: number, emphasis: number): void {
    if (index >= 0) this.found.set(index, Math.max(this.found.get(index) ?? 0, emphasis))
  }
  word = (i: number): string => this.tokens[i]?.word ?? ''
  endsAt = (i: number): boolean => i < 0 || this.tokens[i]?.ending !== null
  /** The last word before the next sign. */
  endOfPart(from: number): number {
    let at = from
    while (at < this.tokens.length - 1 && at - from < LONGEST_PART && this.tokens[at]!.ending === null) at++
    return at
  }
  startOfPart(from: number): number {
    let at = from
    while (at > 0 && from - at < LONGEST_PART && this.tokens[at - 1]!.ending === null && !this.tokens[at - 1]!.sound) at--
    return at
  }
  goesOn = (i: number): boolean => this.tokens[i]?.ending === 'continues' && i < this.tokens.length - 1
  lastContent(from: number, to: number): number {
    for (let i = to; i >= Math.max(0, from); i--) if (isContent(this.tokens, i) && this.word(i) !== 'not') return i
    return -1
  }
  firstContent(from: number, to: number): number {
    for (let i = from; i <= to; i++) if (isContent(this.tokens, i)) return i
    return -1
  }
  /** A side of a contrast: short, and no clause of its own. */
  isSide(from: number, to: number): boolean {
    if (to < from || to - from >= LONGEST_SIDE || notOpposed.has(this.word(from))) return false
    for (let i = from; i <= to; i++) if (isSubject(this.word(i))) return false
    return this.lastContent(from, to) >= 0
  }
}

type Pattern = (text: Stresses, i: number) => void

/** "Only Anna", "even I". */
const restricted: Pattern = (text, i) => {
  if (!/^(?:only|even)$/.test(text.word(i)) || text.endsAt(i) || noFocus.has(text.word(i + 1))) return
  const next = i + 1
  text.put(
    isPersonal(text.word(next)) && !text.endsAt(next) ? next : text.firstContent(next, text.endOfPart(next)),
    LIGHTER_CONTRAST,
  )
}

/** "Not tea but coffee"; "not tea, but coffee". */
const notBut: Pattern = (text, i) => {
  if (text.word(i) !== 'not') return
  let but = i + 1
  while (but - i <= LONGEST_SIDE + 1 && text.word(but) !== 'but') {
    if (text.endsAt(but) && text.word(but + 1) !== 'but') return
    but++
  }
  const end = text.endOfPart(but)
  if (text.word(but) !== 'but' || !text.isSide(i + 1, but - 1) || !text.isSide(but + 1, end)) return
  text.put(text.lastContent(i + 1, but - 1), CONTRAST)
  text.put(text.lastContent(but + 1, end), CONTRAST)
}

/** "Tea, not coffee." */
const butNot: Pattern = (text, i) => {
  if (text.word(i) !== 'not' || !text.goesOn(i - 1)) return
  const end = text.endOfPart(i)
  const before = text.lastContent(Math.max(text.startOfPart(i - 1), i - LONGEST_SIDE), i - 1)
  if (before < 0 || !text.isSide(i + 1, end)) return
  text.put(before, CONTRAST)
  text.put(text.lastContent(i + 1, end), CONTRAST)
}

/** "It's not a bug, it's a feature." "Not the red one, the blue one." */
const notThen: Pattern = (text, i) => {
  const negated = beings.has(text.word(i)) && text.word(i).endsWith("n't")
  if (text.word(i) !== 'not' && !negated) return
  const end = text.endOfPart(i)
  const next = end + 1
  if (!text.goesOn(end) || !text.isSide(i + 1, end)) return
  const before = text.word(i - 1)
  const subject = bare(!negated && beings.has(before) && bare(before) === before ? text.word(i - 2) : before)
  const pronoun = bare(text.word(next))
  const again = (pronoun === subject || (pronoun === 'it' && /^(?:this|that)$/.test(subject))) && isSubject(pronoun)
  const is = text.word(next) !== pronoun || beings.has(text.word(next + 1))
  const thing =
    text.endsAt(i - 1) && /^(?:the|a|an|my|your|this)$/.test(text.word(next)) && text.isSide(next, text.endOfPart(next))
  if (!(again && is) && !thing) return
  text.put(text.lastContent(i + 1, end), LIGHTER_CONTRAST)
  text.put(text.lastContent(next, text.endOfPart(next)), CONTRAST)
}

/** "No, it's Tuesday." */
const corrected: Pattern = (text, i) => {
  const opens = i === 0 || (text.endsAt(i - 1) && !text.goesOn(i - 1))
  if (!opens || !opensCorrection.test(text.word(i)) || !text.goesOn(i)) return
  const end = text.endOfPart(i + 1)
  const claims = isSubject(text.word(i + 1)) || /^(?:the|a|an|my|your)$/.test(text.word(i + 1))
  for (let at = i + 1; at <= end; at++) if (/n't$|^not$/.test(text.word(at))) return
  const last = text.lastContent(i + 1, end)
  if (claims && !notOpposed.has(text.word(last))) text.put(last, LIGHTER_CONTRAST)
}

/** "I didn't do it, you did." "He can't swim, but I can." */
const others: Pattern = (text, i) => {
  if (i === 0 || !isPersonal(text.word(i)) || !auxiliaries.has(text.word(i + 1)) || text.endsAt(i) || !text.endsAt(i + 1)) return
  const opens = /^(?:but|and|so)$/.test(text.word(i - 1)) ? i - 1 : i
  if (!text.goesOn(opens - 1)) return
  for (let at = text.startOfPart(opens - 1); at < opens; at++)
    if (isPronoun(text.word(at)) && text.word(at) !== text.word(i) && auxiliaries.has(text.word(at + 1)))
      return text.put(i, CONTRAST)
}

const PATTERNS: readonly Pattern[] = [restricted, notBut, butNot, notThen, corrected, others]

/** By the index of the word. */
export function contrasts(tokens: readonly SpeechToken[]): ReadonlyMap<number, number> {
  const text = new Stresses(tokens)
  for (let i = 0; i < tokens.length; i++) if (!tokens[i]!.sound) for (const pattern of PATTERNS) pattern(text, i)
  return text.found
}
