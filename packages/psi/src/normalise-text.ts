// Text → the words to say, each with the written form it carries, its emphasis, and the ending of the phrase that closes with it.
import { amountRules, unitRules } from './normalise-amounts'
import { chatRules } from './normalise-chat'
import { codeRules } from './normalise-code'
import { dateRules } from './normalise-dates'
import { figureRules } from './normalise-figures'
import { linkRules } from './normalise-links'
import { moneyRules } from './normalise-money'
import { numberingRules } from './normalise-numbering'
import { pictureRules } from './normalise-pictures'
import { abbreviationRules, isAbbreviation, isTitle, mayEndSentence, ownsFullStop, wordRules } from './normalise-words'
import type { PhraseEnding } from './phone'
import type { English } from './pronounce'
import type { Around, Rule } from './rule'
import { isStretched } from './stretched-word'
import { type Piece, pieceText } from './text-pieces'

export interface Token {
  /** Lower case; the name of a letter ends in a full stop: "b." */
  readonly word: string
  readonly written: string
  readonly emphasis: 0 | 1
  /** How the text breaks after this word, if it does. */
  readonly ending: PhraseEnding | null
}

/** The rules in the order in which they are asked; the first that answers is followed. */
export const rules: readonly Rule[] = [
  {
    example: ['plain', 'plain'],
    says: (core, { pronouncer }) => (pronouncer.own(core) ? [core.toLowerCase()] : null),
  },
  ...pictureRules,
  ...unitRules,
  ...abbreviationRules,
  ...chatRules,
  ...codeRules,
  ...linkRules,
  ...numberingRules,
  ...dateRules,
  ...moneyRules,
  ...figureRules,
  ...amountRules,
  ...wordRules,
]

function follow(core: string, around: Around): readonly string[] {
  for (const rule of rules) {
    const words = rule.says(core, around)
    if (words) return words
  }
  return []
}

const isShout = (piece: Piece | undefined): boolean => piece !== undefined && /^[A-Z][A-Z']+$/.test(piece.core)
/** Capitals that are for effect; an initialism has them anyway. */
const isLoud = (piece: Piece | undefined): boolean =>
  piece !== undefined && isShout(piece) && /[AEIOUY]/.test(piece.core) && !isAbbreviation(piece.core)
/** Beside a loud word of three letters and more, or between capitals one of which is loud, all of it is loud. */
const isShouting = (before: Piece | undefined, after: Piece | undefined): boolean =>
  [before, after].some((piece) => isLoud(piece) && (piece?.core.length ?? 0) > 2) ||
  (isShout(before) && isShout(after) && (isLoud(before) || isLoud(after)))

/** "IT IS ME": short loud words count where there are two of them. */
const isLoudAround = (pieces: readonly Piece[], index: number): boolean =>
  [-2, -1, 1, 2].filter((step) => isLoud(pieces[index + step])).length >= 2

const isCapital = (piece: Piece | undefined): boolean => piece === undefined || /^[^a-z]*[A-Z]/.test(piece.before + piece.core)
const lettered = /^(plan|option|vitamin|team|group|class|grade|type|part|section|point|step|letter|door|hepatitis|and|or|a|the)$/i
/** The J. of "J. K. Rowling", not that of "plan B." */
const isInitial = (piece: Piece, previous: Piece | undefined): boolean =>
  /^[B-HJ-Z]$/.test(piece.core) && !(previous && !previous.after && lettered.test(previous.core))

/** Whether the full stop after a piece is more than part of it. */
function isFullStop(piece: Piece, words: readonly string[], previous: Piece | undefined, next: Piece | undefined): boolean {
  if (/^\.[,;:]/.test(piece.after) || (next && isCapital(next) && isInitial(piece, previous))) return false
  if (!ownsFullStop(piece.core, words)) return true
  return isCapital(next) && mayEndSentence(piece.core) && !(next && isTitle(piece.core, words))
}

/** "1. Open the door.": it leads on to what it numbers. */
const isListNumber = (piece: Piece, previous: Piece | undefined, next: Piece | undefined): boolean =>
  next !== undefined && /^[12]?\d$/.test(piece.core) && /^[.)]$/.test(piece.after) && (!previous || previous.after.includes('\n'))

/** What the signs after a word, and before the next, do to the melody. */
function endingOf(
  piece: Piece,
  words: readonly string[],
  previous: Piece | undefined,
  next: Piece | undefined,
): PhraseEnding | null {
  if (isListNumber(piece, previous, next)) return 'continues'
  // A sign that nobody says, such as a dash on its own, parts as if it stood behind the word before it.
  const after = words.length > 0 ? piece.after : piece.core + piece.after
  if (after.includes('?')) return 'question'
  if (after.includes('!')) return 'exclamation'
  if (after.includes('..')) return 'trailing'
  if (after.includes('.') && isFullStop(piece, words, previous, next)) return 'statement'
  if (next === undefined || after.includes('\n')) return 'statement'
  if (/[,;:)|—–]|--|^-/.test(after) || /[(—]/.test(next.before)) return 'continues'
  return null
}

/** Names of several words that the character's lexicon has become one piece. */
function withOwnNames(pieces: readonly Piece[], { own, longestOwn }: English): readonly Piece[] {
  if (longestOwn < 2) return pieces
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    let length = Math.min(longestOwn, pieces.length - at)
    for (; length > 1; length--) {
      const some = pieces.slice(at, at + length)
      if (some.slice(0, -1).every((piece) => !piece.after) && own(some.map((piece) => piece.core).join(' '))) break
    }
    const [first, last] = [pieces[at], pieces[at + length - 1]]
    if (!first || !last) break
    const core = pieces
      .slice(at, at + length)
      .map((piece) => piece.core)
      .join(' ')
    joined.push(length > 1 ? { ...first, from: first.stretch, stretch: last.stretch, core, after: last.after } : first)
    at += length
  }
  return joined
}

function sayPiece(pieces: readonly Piece[], index: number, pronouncer: English): readonly string[] {
  const piece = pieces[index]
  if (!piece) return []
  const [previous, next] = [pieces[index - 1], pieces[index + 1]]
  const around: Around = {
    piece,
    previous,
    next,
    shouting: isShouting(previous, next) || isLoudAround(pieces, index),
    pronouncer,
    say: (part) => follow(part, alone(part)),
  }
  const alone = (part: string): Around => ({
    ...around,
    piece: { ...piece, core: part, after: '' },
    previous: undefined,
    next: undefined,
  })
  return follow(piece.core, around)
}

/** Capitals are loud where they are a word of their own and not how an abbreviation is written anyway. */
function isEmphatic(pieces: readonly Piece[], index: number, words: readonly string[]): boolean {
  const piece = pieces[index]
  if (!piece || piece.marked) return piece !== undefined
  const plain = (word = '') => word.toLowerCase().replaceAll("'", '')
  const asWritten = plain(words[0]) === plain(piece.core) || (words.length === 1 && isStretched(piece.core))
  if (!isShout(piece) || !asWritten) return false
  return !isAbbreviation(piece.core) || isShouting(pieces[index - 1], pieces[index + 1])
}

export function normaliseText(text: string, pronouncer: English): readonly Token[] {
  const { stretches, pieces: found } = pieceText(text)
  const pieces = withOwnNames(found, pronouncer)
  const tokens: Token[] = []
  /** The first stretch that no word carries yet. */
  let unwritten = 0
  pieces.forEach((piece, i) => {
    const words = sayPiece(pieces, i, pronouncer)
    const last = tokens.at(-1)
    const ending = endingOf(piece, words, pieces[i - 1], pieces[i + 1])
    if (words.length === 0) {
      if (last && ending) tokens[tokens.length - 1] = { ...last, ending: last.ending ?? ending }
      return
    }
    words.forEach((word, at) => {
      const written = stretches.slice(unwritten, Math.max(unwritten, piece.stretch + 1))
      // What nobody says stays with the word before it; only at the very beginning there is none.
      const mine = tokens.length > 0 ? written.slice(-1 - piece.stretch + (piece.from ?? piece.stretch)) : written
      const silent = written.slice(0, written.length - mine.length)
      if (silent.length > 0) appendWritten(tokens, silent)
      unwritten = Math.max(unwritten, piece.stretch + 1)
      const closes = at === words.length - 1 ? ending : null
      tokens.push({ word, written: mine.join(' '), emphasis: isEmphatic(pieces, i, words) ? 1 : 0, ending: closes })
    })
  })
  if (tokens.length > 0) appendWritten(tokens, stretches.slice(unwritten))
  return tokens
}

/** To the last token that carries any text. */
function appendWritten(tokens: Token[], more: readonly string[]): void {
  const at = tokens.findLastIndex((token) => token.written !== '')
  const token = tokens[at]
  if (token && more.length > 0) tokens[at] = { ...token, written: [token.written, ...more].join(' ') }
}
