// A chat line and her name come in; how much it asks for an answer goes out, with the reasons in words. Pure: the same line always weighs the same.
import type { LineWritten } from '@psiona/shared'
import { plain, UNSPACED } from './attention-text'

export interface Appeal {
  /** Higher goes first; only the order means anything. */
  readonly score: number
  readonly named: boolean
  /** Asks, gives, greets for the first time, or comes from somebody who may expect an answer. */
  readonly telling: boolean
  /** 'names her, asks'. */
  readonly why: string
}

/** What stands in a line, whoever wrote it. */
export interface Reading {
  readonly words: string
  readonly named: boolean
  readonly asks: boolean
  readonly greets: boolean
}

/** What is known of a line beside its words. */
export interface LineFacts {
  /** Has been here for a while. */
  readonly regular?: boolean
  /** Begins with the prefix, or answers her. */
  readonly addressed?: boolean
  /** Gave something, though not enough for the queue of its own. */
  readonly gave?: boolean
}

/** A name outweighs any two other reasons of one person together, so that who speaks to her is never behind who speaks to everybody. */
const WEIGHTS = {
  named: 8,
  broadcaster: 3,
  asks: 2,
  gave: 2,
  moderator: 1.5,
  firstMessage: 1.5,
  vip: 1,
  regular: 0.75,
  subscriber: 0.75,
  greets: 0.5,
} as const
/** For each doubling of the people who say it: forty who ask outweigh one who asks her by name a little, four do not. */
const CROWD_WEIGHT = 1.55

const QUESTION_MARK = /[?？؟]/
const QUESTION_WORD =
  /^(?:who|what|when|where|why|which|how|is|are|am|was|were|do|does|did|can|could|will|would|should|have|has|may)\b(?=.*\s)/
const GREETING = /^(?:hi+|hey+|hello+|hiya|yo|hola|hallo|salut|ciao|moin|good (?:morning|evening|afternoon|day)|welcome)\b/

/** From the first letter on. */
const lead = (text: string) => text.replace(/^[^\p{L}\p{N}]+/u, '')

const escaped = (text: string) =>
  text.replace(/[^\p{L}\p{N}_]/gu, (sign) => (sign === ' ' ? '\\s+' : `\\u{${sign.codePointAt(0)?.toString(16)}}`))
/** The first of several words will do, unless it is a title or an article. */
const LEAST_LETTERS = 3
const EDGE = '[\\p{L}\\p{N}_]'

let known: { readonly name: string; readonly pattern: RegExp } | null = null
/** Her name as a word of its own, whole or its first word; its last letter may be drawn out. */
function namePattern(name: string): RegExp {
  if (known?.name === name) return known.pattern
  const whole = plain(name).trim().replace(/\s+/g, ' ')
  const first = whole.split(' ')[0] ?? ''
  const ways = [whole, ...(first.replace(/\P{L}/gu, '').length >= LEAST_LETTERS ? [first] : [])].map((way) => {
    const last = /[\p{L}\p{N}]$/u.exec(way)?.[0]
    return escaped(way) + (last ? `${last}*` : '')
  })
  const pattern =
    whole === ''
      ? /(?!)/u
      : new RegExp(UNSPACED.test(whole) ? escaped(whole) : `(?<!${EDGE})(?:${ways.join('|')})(?!${EDGE})`, 'u')
  known = { name, pattern }
  return pattern
}

const LETTER = /\p{L}/gu
/** More need not be looked at: a word has two different ones long before. */
const LETTERS_LOOKED_AT = 200

function hasTwoLetters(text: string): boolean {
  let first = ''
  let count = 0
  for (const [letter] of text.matchAll(LETTER)) {
    if (first && letter !== first) return true
    first = letter
    if (++count >= LETTERS_LOOKED_AT) return false
  }
  return false
}

const LINK = /\bhttps?:\/\/\S+|\bwww\.\S+/gi

/** Why a line is not for her at all, or null. */
export function dullness(text: string): string | null {
  if (/^[!/]\S/.test(text)) return 'commands'
  const words = text.replace(LINK, ' ')
  if (words !== text && !/\p{L}{2}/u.test(words)) return 'only a link'
  // In scripts without spaces one sign may be a word.
  if (!hasTwoLetters(words) && !UNSPACED.test(words)) return 'no words'
  return null
}

export function readingOf(text: string, name: string): Reading {
  const words = plain(text)
  const pattern = namePattern(name)
  const named = pattern.test(words)
  const opening = lead(named ? lead(words).replace(pattern, '') : words)
  const greets = GREETING.test(opening)
  const asks = QUESTION_MARK.test(words) || QUESTION_WORD.test(greets ? lead(opening.replace(GREETING, '')) : opening)
  return { words, named, asks, greets }
}

export const isNamed = (text: string, name: string): boolean => namePattern(name).test(plain(text))

export function appealOf(
  line: Pick<LineWritten, 'text' | 'roles'>,
  name: string,
  facts: LineFacts = {},
  reading: Reading = readingOf(line.text, name),
): Appeal {
  const { roles } = line
  const { named, asks, greets } = reading
  const reasons = [
    { is: named, weight: WEIGHTS.named, why: 'names her' },
    { is: !named && facts.addressed, weight: WEIGHTS.named, why: 'speaks to her' },
    { is: asks, weight: WEIGHTS.asks, why: 'asks' },
    { is: facts.gave, weight: WEIGHTS.gave, why: 'gave something' },
    { is: roles?.firstMessage, weight: WEIGHTS.firstMessage, why: 'first time here' },
    { is: greets, weight: WEIGHTS.greets, why: 'greets' },
    { is: roles?.broadcaster, weight: WEIGHTS.broadcaster, why: 'the streamer' },
    { is: roles?.moderator, weight: WEIGHTS.moderator, why: 'a moderator' },
    { is: roles?.vip, weight: WEIGHTS.vip, why: 'a VIP' },
    { is: roles?.subscriber, weight: WEIGHTS.subscriber, why: 'a subscriber' },
    { is: facts.regular, weight: WEIGHTS.regular, why: 'a regular' },
  ].filter(({ is }) => is)
  return {
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    named: named || facts.addressed === true,
    telling: asks || facts.gave === true || roles?.firstMessage === true || roles?.broadcaster === true,
    why: reasons.map(({ why }) => why).join(', ') || 'talks to the chat',
  }
}

/** What many voices add to one. */
export const crowdScore = (people: number): number => (people > 1 ? CROWD_WEIGHT * Math.log2(people) : 0)
