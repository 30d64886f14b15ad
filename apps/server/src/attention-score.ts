// A chat line and her name come in; how much it asks for an answer goes out, with the reasons in words. Pure: the same line always weighs the same.
import type { LineWritten } from '@psiona/shared'

export interface Appeal {
  /** Higher goes first; only the order means anything. */
  readonly score: number
  readonly named: boolean
  /** Asks, greets for the first time, or comes from somebody who may expect an answer. */
  readonly telling: boolean
  /** 'names her, asks'. */
  readonly why: string
}

/** A name outweighs any two other reasons together, so that who speaks to her is never behind who speaks to everybody. */
const WEIGHTS = { named: 8, broadcaster: 3, asks: 2, moderator: 1.5, firstMessage: 1.5, subscriber: 0.75, greets: 0.5 } as const

const QUESTION_MARK = /[?？؟]/
const QUESTION_WORD =
  /^(?:who|what|when|where|why|which|how|is|are|am|was|were|do|does|did|can|could|will|would|should|have|has|may)\b(?=.*\s)/
const GREETING = /^(?:hi+|hey+|hello+|hiya|yo|hola|hallo|salut|ciao|moin|good (?:morning|evening|afternoon|day)|welcome)\b/

/** Accents off, letters small: how people type a name in a hurry. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** From the first letter on. */
const lead = (text: string) => text.replace(/^[^\p{L}\p{N}]+/u, '')

const escaped = (text: string) =>
  text.replace(/[^\p{L}\p{N}_]/gu, (sign) => (sign === ' ' ? '\\s+' : `\\u{${sign.codePointAt(0)?.toString(16)}}`))
/** Scripts without spaces have no edges of words to look for. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
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

/** Why a line is not for her at all, or null. */
export function dullness(text: string): string | null {
  if (/^[!/]\S/.test(text)) return 'commands'
  const words = text.replace(/\bhttps?:\/\/\S+|\bwww\.\S+/gi, ' ')
  if (words !== text && !/\p{L}{2}/u.test(words)) return 'only a link'
  const letters = words.match(/\p{L}/gu) ?? []
  // In scripts without spaces one sign may be a word.
  if (new Set(letters.slice(0, 200)).size < 2 && !UNSPACED.test(words)) return 'no words'
  return null
}

export function appealOf({ text, roles }: LineWritten, name: string): Appeal {
  const words = plain(text)
  const named = namePattern(name).test(words)
  const opening = lead(named ? lead(words).replace(namePattern(name), '') : words)
  const asks = QUESTION_MARK.test(words) || QUESTION_WORD.test(lead(opening.replace(GREETING, '')))
  const reasons = [
    { is: named, weight: WEIGHTS.named, why: 'names her' },
    { is: asks, weight: WEIGHTS.asks, why: 'asks' },
    { is: roles?.firstMessage ?? false, weight: WEIGHTS.firstMessage, why: 'first time here' },
    { is: GREETING.test(opening), weight: WEIGHTS.greets, why: 'greets' },
    { is: roles?.broadcaster ?? false, weight: WEIGHTS.broadcaster, why: 'the streamer' },
    { is: roles?.moderator ?? false, weight: WEIGHTS.moderator, why: 'a moderator' },
    { is: roles?.subscriber ?? false, weight: WEIGHTS.subscriber, why: 'a subscriber' },
  ].filter(({ is }) => is)
  return {
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    named,
    telling: asks || roles?.firstMessage === true || roles?.broadcaster === true,
    why: reasons.map(({ why }) => why).join(', ') || 'talks to the chat',
  }
}

/** What a text says, without how it is decorated, as a number: nothing of the words is kept. */
export function gist(text: string): { readonly hash: number; readonly letters: number } {
  const bare = plain(text.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(.)\1+/gu, '$1')
  return { hash: hashOf(bare), letters: bare.length }
}

/** 32-bit FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}
