// What may stand in a model's text and is not speech, as a list of marks. In: the text from here on. Out: what to take away and what of it the voice must know, or 'wait' when more text must come before that can be said.
import { bracketMark, directionMark, type SpeechMark } from '@psiona/shared/speech-marks'
import { directionFeeling, emojiFeeling, type Feeling, tagFeeling } from './feeling-words'

export interface Here {
  /** The text from here on, as far as it has come. */
  readonly rest: string
  /** The character before, '' at the beginning. */
  readonly before: string
  /** Nothing but blanks stands before this on its line. */
  readonly lineStart: boolean
  /** Nothing has been said yet. */
  readonly unsaid: boolean
  /** No more text will come: a mark may not wait any longer. */
  readonly final: boolean
  readonly speakers: Speakers
}
export interface Speakers {
  /** Labels under which a model writes her own lines: "Tori", "Assistant". */
  readonly her: readonly string[]
  /** Labels of others: where one begins a line the model has begun to invent a dialogue. */
  readonly others: readonly string[]
}
export interface Found {
  /** Characters to take away. */
  readonly take: number
  readonly feeling?: Feeling | null
  /** A sound or a way of speaking that it asks the voice for. */
  readonly speech?: SpeechMark | null
  /** So many characters after these are stressed; the sign that closes them comes next. */
  readonly stressed?: number
  /** Takes everything up to and with this. */
  readonly hideUntil?: RegExp
  /** The rest of the reply is not hers. */
  readonly over?: boolean
  /** Takes the characters as markup, without leaving a gap between words. */
  readonly seamless?: boolean
}
type Mark = (here: Here) => Found | 'wait' | null

const LONGEST_TAG = 60
const LONGEST_DIRECTION = 100
const blank = (text: string | undefined) => text === undefined || text === '' || /[\s([{"'“‘*_]/.test(text)
const wordy = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text)

/** `open`…`close` on one line, at most `longest` characters inside. */
const enclosed = ({ rest, final }: Here, open: string, close: string, longest: number): string | 'wait' | null => {
  const end = rest.indexOf(close, open.length)
  const line = rest.indexOf('\n')
  if (end >= 0 && end <= longest + open.length && (line < 0 || end < line)) return rest.slice(open.length, end)
  return end < 0 && line < 0 && rest.length <= longest + open.length && !final ? 'wait' : null
}

/** <think>…</think> with everything in it, <|im_end|>, </s>, <b>, <3. */
const angle: Mark = ({ rest, final }) => {
  if (/^<3(?!\d)/.test(rest) && (final || rest.length > 2)) return { take: 2, feeling: { emotion: { affection: 0.6 } } }
  const thinking = /^<(think|thinking|thought|reasoning)\b[^>]*>/i.exec(rest)
  if (thinking) return { take: thinking[0].length, hideUntil: new RegExp(`</${thinking[1]}>`, 'i') }
  const tag = /^<\|[^<>\n]{0,40}\|>|^<\/?([a-z][^<>\n]{0,60})\/?>/i.exec(rest)
  if (tag) return { take: tag[0].length, feeling: tag[1] && rest[1] !== '/' ? tagFeeling(tag[1]) : null }
  if (!final && /^<(?:$|3$|[a-z/|][^<>\n]{0,60}$)/i.test(rest)) return 'wait'
  return null
}

/** [joy:0.7], [wink], [smiles]: never said. [2024] and [see the note: it matters] are text; [words](address) keeps its words. */
const square: Mark = (here) => {
  const inside = enclosed(here, '[', ']', LONGEST_TAG)
  const looksLikeTag = /^\s*[a-z][a-z_-]*(?:[ _-][a-z]+){0,3}\s*(?:[:=]\s*[\d.]+%?)?\s*$/i
  if (inside === 'wait') return 'wait'
  // An answer that broke off inside a tag.
  if (inside === null)
    return here.final && /^\[\/?[a-z_-]{0,20}(?:[:=][\d.]*)?$/i.test(here.rest) ? { take: here.rest.length } : null
  const take = inside.length + 2
  const speech = bracketMark(inside)
  const feeling = tagFeeling(inside)
  if (feeling && !speech) return { take, feeling }
  const after = here.rest.slice(take)
  if (after === '' && !here.final) return 'wait'
  if (after.startsWith('(')) return null
  return speech || looksLikeTag.test(inside) ? { take, feeling: feeling ?? directionFeeling(inside, true), speech } : null
}

/** The address of [words](address); the words have been said by then. */
const address: Mark = (here) => {
  if (!here.rest.startsWith('](')) return here.rest === ']' && !here.final ? 'wait' : null
  const inside = enclosed({ ...here, rest: here.rest.slice(1) }, '(', ')', 300)
  if (inside === 'wait') return 'wait'
  return inside === null ? null : { take: inside.length + 3, seamless: true }
}
/** The opening bracket of such a link. */
const link: Mark = ({ rest }) => (/^\[[^\]\n]{1,60}\]\(/.test(rest) ? { take: 1, seamless: true } : null)

const round: Mark = (here) => {
  const firstWord = /^\(\s*([\p{L}']+)[^\p{L}']/u.exec(here.rest)
  // Most brackets are plain text: they need not be held back until they close.
  const maybe = (word: string) =>
    /ly$|^(?:she|he|they|a|the|soft|slight|small|big|little|then|quick)$/i.test(word) ||
    directionFeeling(word, false) ||
    directionMark(word, false)
  if (firstWord && !maybe(firstWord[1]!)) return null
  const inside = enclosed(here, '(', ')', LONGEST_DIRECTION)
  if (inside === 'wait' || inside === null) return inside
  const feeling = directionFeeling(inside, false)
  const speech = directionMark(inside, feeling !== null)
  return feeling || speech ? { take: inside.length + 2, feeling, speech } : null
}

const MOST_STRESSED_WORDS = 4
/** "*really*", "*not that one*": said with stress, unless a word goes on behind it. */
const isStress = (inside: string, behind: string | undefined): boolean =>
  wordy(inside) &&
  !/[\s*_]$/.test(inside) &&
  inside.split(/\s+/).length <= MOST_STRESSED_WORDS &&
  (behind === undefined || /[\s.,!?;:…)\]}"”’»']/.test(behind))

/** *smiles*, _winks_; otherwise the marks of emphasis go and the words stay. A sum such as 2 * 3 keeps its sign. */
const starred =
  (sign: '*' | '_'): Mark =>
  (here) => {
    const { rest, before, final, lineStart } = here
    const run = new RegExp(`^\\${sign}+`).exec(rest)![0].length
    const after = rest[run]
    if (after === undefined && !final) return 'wait'
    if (run > 1) return sign === '_' && wordy(before) && wordy(after) ? null : { take: run, seamless: true }
    if (sign === '*' && lineStart && after === ' ') return { take: 2, seamless: true }
    if (sign === '_' && wordy(before) && wordy(after)) return null
    if (sign === '*' && /^(?:\s?\s|\d\d)$/.test(before + (after ?? ' '))) return null
    if (blank(before) && after !== undefined && !/\s/.test(after)) {
      const inside = enclosed(here, sign, sign, LONGEST_DIRECTION)
      if (inside === 'wait') return 'wait'
      // A reply may break off inside a direction.
      const open = inside === null && final && rest.length <= LONGEST_DIRECTION
      const direction = inside ?? (open ? rest.slice(1) : '')
      const feeling = directionFeeling(direction, true)
      const speech = directionMark(direction, feeling !== null)
      if (feeling || speech) return { take: inside === null ? rest.length : inside.length + 2, feeling, speech }
      const behind = inside === null ? '' : rest[inside.length + 2]
      if (behind === undefined && !final) return 'wait'
      if (inside !== null && isStress(inside, behind)) return { take: 1, seamless: true, stressed: inside.length }
    }
    return { take: 1, seamless: true }
  }

const code: Mark = ({ rest, final, lineStart }) => {
  const run = /^`+/.exec(rest)![0].length
  if (run === rest.length && !final) return 'wait'
  if (run < 3 || !lineStart) return { take: run, seamless: true }
  const end = rest.indexOf('\n')
  return end >= 0 ? { take: end } : final ? { take: rest.length } : 'wait'
}

const tilde: Mark = ({ rest, final }) => {
  if (rest === '~' && !final) return 'wait'
  return /^~\d/.test(rest) ? null : { take: 1, seamless: true }
}

/** Headings, list dashes, quotes and rules: what Markdown puts before a line. */
const opening: Mark = ({ rest, final, lineStart }) => {
  if (!lineStart) return null
  if (!final && /^(?:#{1,6}|-+|=+|[>+•])$/.test(rest)) return 'wait'
  if (!final && /^[-=]{3,}[ \t]*$/.test(rest)) return 'wait'
  const found = /^(?:[-=]{3,}[ \t]*(?=\n|$)|#{1,6}[ \t]+|[-+•][ \t]+|>[ \t]?)/.exec(rest)
  return found && { take: found[0].length, seamless: true }
}

const emoticon: Mark = ({ rest, before, final }) => {
  if (!blank(before)) return null
  if (!final && /^[:;][-'^]?[()DPpOo3]*$/.test(rest)) return 'wait'
  const found = /^([:;])[-'^]?([()DPpOo3])+(?![\p{L}\p{N}])/u.exec(rest)
  if (!found) return null
  const [all, eyes, mouth] = found
  if (mouth === '(') return { take: all.length, feeling: { emotion: { sadness: 0.5 } } }
  if (/o/i.test(mouth!)) return { take: all.length, feeling: { emotion: { surprise: 0.5 } } }
  return { take: all.length, feeling: eyes === ';' ? { gesture: 'wink' } : { emotion: { joy: 0.6 } } }
}

const EMOJI =
  /^(?:\p{RI}{2}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u2600-\u27bf])\ufe0f?\p{EMod}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{EMod}?)*[\u200d\ufe0f\u20e3]*|[\ufe0f\u20e3\u200d]|\p{EMod}|\p{RI})/u
/** Signs that become emoji when a variation selector follows. */
const SIGNS =
  '\\u203c\\u2049\\u2122\\u2139\\u2190-\\u21ff\\u2300-\\u23ff\\u24c2\\u25a0-\\u25ff\\u2600-\\u27bf\\u2934\\u2935\\u2b00-\\u2bff\\u3030\\u303d\\u3297\\u3299'
const LONE_SIGN = new RegExp(`^[${SIGNS}]$`)
const HALF_A_PAIR = /[\ud800-\udbff]$/

export const emojiMark: Mark = ({ rest, final }) => {
  const found = EMOJI.exec(rest)?.[0]
  const left = rest.length - (found?.length ?? 0)
  if (!final && (found || HALF_A_PAIR.test(rest[0]!)) && (left === 0 || (left === 1 && HALF_A_PAIR.test(rest)))) return 'wait'
  if (!final && LONE_SIGN.test(rest)) return 'wait'
  return found ? { take: found.length, feeling: emojiFeeling(found) } : null
}

/** "Tori:" before her words goes; "User:" after them ends her reply. */
const label: Mark = ({ rest, lineStart, unsaid, final, speakers }) => {
  if (!lineStart) return null
  const forms = (name: string) =>
    [`${name}:`, `**${name}:**`, `**${name}**:`, `[${name}]:`, `${name} :`].map((form) => form.toLowerCase())
  const low = rest.toLowerCase()
  const hers = speakers.her.flatMap(forms)
  const others = speakers.others.flatMap(forms)
  const hit = (all: string[]) => all.filter((form) => low.startsWith(form)).sort((a, b) => b.length - a.length)[0]
  // "Tori :" and "**Tori:**" may still be on their way.
  if (!final && [...hers, ...others].some((form) => form.length > low.length && form.startsWith(low))) return 'wait'
  const mine = hit(hers)
  if (mine) return { take: mine.length, seamless: true }
  const theirs = hit(others)
  if (!theirs) return null
  return unsaid ? { take: theirs.length, hideUntil: /\n/ } : { take: rest.length, over: true }
}

/** By the character with which a mark begins; `label` and `opening` are tried wherever a line begins. */
export const LINE_MARKS: readonly Mark[] = [label, opening]
// biome-ignore format: a table reads better in rows
export const MARKS: Readonly<Record<string, readonly Mark[]>> = {
  '<': [angle], '[': [square, link], ']': [address], '(': [round], '*': [starred('*')], _: [starred('_')], '`': [code], '~': [tilde],
  ':': [emoticon], ';': [emoticon],
}
/** Where `emojiMark` is tried. */
export const BEGINS_EMOJI = new RegExp(`[\\u200d\\u20e3\\ufe0f\\ud83c-\\ud83e\\udb40${SIGNS}]`)
