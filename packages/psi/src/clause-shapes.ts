// The clauses of one sentence flow in; the same, each with the part it plays, flow out: lists, alternatives, tags, names called, asides, hesitations.
import type { Clause } from './clause'
import { isFiller, isHesitant } from './hesitation'
import type { SpeechToken } from './speech-token'
import { auxiliaries, beings, conjunctions, modals, prepositions, subjects, vocatives } from './word-classes'

const tags = new Set([
  'right',
  'okay',
  'ok',
  'huh',
  'eh',
  'yeah',
  'no',
  'correct',
  'you know',
  'do not you think',
  "don't you think",
  'innit',
  'hm',
])
const pronouns = /^(?:i|you|he|she|it|we|they|there|that)$/
const asideOpeners =
  /^(?:which|who|whose|by the way|of course|i think|i guess|i suppose|you know|i mean|for example|for instance|in fact|however|to be honest|in my opinion|after all|if you ask me|as you know|believe it or not)\b/
const steps = /^(?:first|second|third|fourth|fifth|firstly|secondly|thirdly|next|then|finally|lastly|step \w+|number \w+)$/

/** Members of a list are short. */
const LONGEST_MEMBER = 4
const LONGEST_LAST_MEMBER = 6
const LONGEST_ASIDE = 10
const LONGEST_COMMA_ASIDE = 7
const LONGEST_ALTERNATIVE = 12

const textOf = (tokens: readonly SpeechToken[]) => tokens.map(({ word }) => word).join(' ')
const tailOf = ({ tokens }: Clause) => tokens.at(-1)?.tail ?? ''
const isDash = (tail: string) => /[—–]|--|\s-\s*$/.test(tail)
const isQuestion = ({ ending }: Clause) => ending === 'question' || ending === 'wh-question'
/** It has a subject or a verb that we know: more than a name for something. */
const hasVerb = (tokens: readonly SpeechToken[]) =>
  tokens.some(
    ({ word }) => subjects.has(word) || auxiliaries.has(word) || beings.has(word) || (modals.has(word) && word !== 'to'),
  )

function asTag(clauses: readonly Clause[]): Clause[] {
  const last = clauses.at(-1)
  const before = clauses.at(-2)
  if (!last || !before || !isQuestion(last) || before.role) return [...clauses]
  const text = textOf(last.tokens)
  const asks =
    last.tokens.length <= 3 && auxiliaries.has(last.tokens[0]?.word ?? '') && pronouns.test(last.tokens.at(-1)?.word ?? '')
  // "Is he, you know, okay?" asks already.
  const asksAlready = clauses.some(({ tokens }) => auxiliaries.has(tokens[0]?.word ?? '') && subjects.has(tokens[1]?.word ?? ''))
  if (!asks && (asksAlready || !tags.has(text))) return [...clauses]
  return [...clauses.slice(0, -2), { ...before, tune: 'fall' }, { ...last, role: 'tag', tune: 'tag' }]
}

function isName({ tokens }: Clause): boolean {
  const written = tokens.map((token) => token.written).join(' ')
  const word = tokens.at(-1)?.word ?? ''
  if (tokens.length > 3) return false
  return vocatives.has(word) || (tokens.length <= 2 && /^@?[A-Z][a-z]+(?: [A-Z][a-z]+)?[^\p{L}]*$/u.test(written) && word !== 'i')
}

/** "…, boss." is low and part of what is before it, which has the melody of the end. */
function withVocative(clauses: readonly Clause[]): Clause[] {
  const last = clauses.at(-1)
  const before = clauses.at(-2)
  if (!last || !before || last.role || before.role || !/,\s*$/.test(tailOf(before)) || !isName(last)) return [...clauses]
  const tune = last.ending === 'question' ? 'rise' : 'fall'
  const own = last.ending === 'question' ? 'tag' : 'low'
  return [...clauses.slice(0, -2), { ...before, tune: before.tune ?? tune }, { ...last, role: 'vocative', tune: own }]
}

/** The place of "and" or "or" that has something on both sides. */
function joint(tokens: readonly SpeechToken[], words: readonly string[]): number {
  const at = tokens.findLastIndex(({ word, written }, i) => i > 0 && written !== '' && words.includes(word))
  return at > 0 && at < tokens.length - 1 ? at : -1
}

function splitAt(clause: Clause, at: number, tune: 'rise' | 'list'): Clause[] {
  return [
    { tokens: clause.tokens.slice(0, at), ending: 'continues', tune, joined: true },
    { ...clause, tokens: clause.tokens.slice(at) },
  ]
}

const noChoice = /^(?:not|something|anything|what|no|whatever|so)\b/
/** "Tea or coffee?" rises on the first and falls on the last. */
function withAlternatives(clauses: readonly Clause[]): Clause[] {
  const last = clauses.at(-1)
  if (!last || !isQuestion(last) || last.role) return [...clauses]
  const { tokens } = last
  if (tokens[0]?.word === 'or' && clauses.length > 1 && !noChoice.test(textOf(tokens.slice(1)))) {
    const rising = clauses.slice(0, -1).map((clause) => (clause.role ? clause : { ...clause, tune: 'rise' as const }))
    return [...rising, { ...last, tune: 'fall' }]
  }
  const at = joint(tokens, ['or'])
  if (at < 0 || at > LONGEST_ALTERNATIVE || noChoice.test(textOf(tokens.slice(at + 1)))) return [...clauses]
  return [...clauses.slice(0, -1), ...splitAt({ ...last, tune: 'fall' }, at, 'rise')]
}

/** "Apples, pears and plums": every member rises, the last falls. */
function withList(clauses: readonly Clause[]): Clause[] {
  const last = clauses.at(-1)
  if (!last || clauses.length < 2 || last.role || last.tune || last.tokens.length > LONGEST_LAST_MEMBER || hasVerb(last.tokens))
    return [...clauses]
  const conjoined = /^(?:and|or)$/.test(last.tokens[0]?.word ?? '')
  const at = conjoined ? -1 : joint(last.tokens, ['and', 'or'])
  if (!conjoined && at < 0) return [...clauses]
  let first = clauses.length - 2
  const isMember = (clause: Clause) => !clause.role && clause.tokens.length <= LONGEST_MEMBER && /,\s*$/.test(tailOf(clause))
  while (first > 0 && isMember(clauses[first]!) && !hasVerb(clauses[first]!.tokens)) first--
  const head = clauses[first]!
  const opener = head.tokens[0]?.word ?? ''
  const between = clauses.length - 2 - first
  const opensOtherwise =
    conjunctions.has(opener) || prepositions.has(opener) || (between === 0 && head.tokens.length < 3 && hasVerb(head.tokens))
  if (head.role || !/,\s*$/.test(tailOf(head)) || (between === 0 && (opensOtherwise || conjoined))) return [...clauses]
  if (between === 0 && (at > 2 || last.tokens.length - at > 3)) return [...clauses]
  const members = clauses
    .slice(first, -1)
    .map((clause, i) => (i === 0 && opensOtherwise ? clause : { ...clause, tune: 'list' as const }))
  return [...clauses.slice(0, first), ...members, ...(at > 0 ? splitAt(last, at, 'list') : [last])]
}

/** The clause after which a dash closes what the dash before this one opened, or -1. */
function closingDash(clauses: readonly Clause[], from: number): number {
  let words = 0
  for (let i = from; i < clauses.length - 1 && clauses[i]!.ending === 'continues'; i++) {
    words += clauses[i]!.tokens.length
    if (words > LONGEST_ASIDE) return -1
    if (isDash(tailOf(clauses[i]!))) return i
  }
  return -1
}

function withAsides(clauses: readonly Clause[]): Clause[] {
  let bracket = false
  let dashedUntil = -1
  return clauses.map((clause, i) => {
    if (clause.role) return clause
    const { tokens } = clause
    const previous = clauses[i - 1]
    if (i > dashedUntil + 1 && previous && isDash(tailOf(previous))) dashedUntil = closingDash(clauses, i)
    if (/\(/.test(tokens[0]?.lead ?? '')) bracket = true
    const inBracket = bracket
    if (/\)/.test(tailOf(clause))) bracket = false
    const goesOn = i < clauses.length - 1 && clause.ending === 'continues'
    const dashed = i <= dashedUntil
    const commas =
      previous &&
      goesOn &&
      /,\s*$/.test(tailOf(previous)) &&
      /,\s*$/.test(tailOf(clause)) &&
      tokens.length <= LONGEST_COMMA_ASIDE &&
      asideOpeners.test(textOf(tokens))
    return inBracket || dashed || commas ? { ...clause, role: 'aside' as const } : clause
  })
}

/** "Um", "well…": drawn out at one height, then a moment of thought. */
function withHesitations(clauses: readonly Clause[]): Clause[] {
  return clauses
    .flatMap((clause) => {
      const at = clause.role ? -1 : clause.tokens.findLastIndex(({ written }, i) => written !== '' && isFiller(clause.tokens, i))
      if (at < 0 || at >= clause.tokens.length - 1) return [clause]
      const before: Clause = { tokens: clause.tokens.slice(0, at + 1), ending: 'continues', tune: 'level' }
      return [before, { ...clause, tokens: clause.tokens.slice(at + 1) }]
    })
    .map((clause) => {
      const { tokens, ending, role } = clause
      const unsure = !role && (ending === 'continues' || ending === 'trailing') && isHesitant(tokens)
      const filled = isFiller(tokens, tokens.length - 1)
      const halting = unsure && (filled || ending === 'trailing')
      if (halting) return { ...clause, role: 'hesitation' as const, tune: 'level' as const }
      return ending === 'trailing' && !clause.tune ? { ...clause, tune: 'level' as const } : clause
    })
}

const quoteOpens = /["“«]/
const quoteCloses = /["”»]/
function withQuotations(clauses: readonly Clause[]): Clause[] {
  let quoting = false
  return clauses.map((clause) => {
    if (quoteOpens.test(clause.tokens[0]?.lead ?? '')) quoting = true
    const inside = quoting
    if (clause.tokens.some(({ tail }) => quoteCloses.test(tail))) quoting = false
    return inside && !clause.role ? { ...clause, role: 'quotation' as const } : clause
  })
}

/** A laugh at the end leaves the melody of the end to the words before it. */
function beforeSound(clauses: readonly Clause[]): Clause[] {
  const words = clauses.findLastIndex(({ role }) => role !== 'sound')
  return clauses.map((clause, i) => {
    if (i !== words || i === clauses.length - 1 || clause.tune || clause.ending !== 'continues') return clause
    const { ending } = clauses.at(-1)!
    return ending === 'continues' ? clause : { ...clause, tune: ending === 'question' ? ('rise' as const) : ('fall' as const) }
  })
}

const withSteps = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause, i) =>
    i === 0 && clause.ending === 'continues' && !clause.role && steps.test(textOf(clause.tokens))
      ? { ...clause, tune: 'list' }
      : clause,
  )

export const shapeSentence = (clauses: readonly Clause[]): readonly Clause[] =>
  withQuotations(withHesitations(withAsides(withSteps(withList(withAlternatives(withVocative(asTag(beforeSound(clauses)))))))))
