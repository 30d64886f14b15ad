// Text → pieces: what stands between white space or punctuation, each with the signs around it and the place it came from.
import { digitRuns } from './digit-runs'
import { cutAtEmoji, HEART } from './emoji'
import { readEmoticon } from './emoticon'
import { isFileName, isPath } from './file-name'
import { isLink } from './link'
import { plainText } from './plain-text'

export interface Piece {
  /** Which stretch between white space it belongs to; a stretch may hold several pieces ("well…no") or none (":)"). */
  readonly stretch: number
  /** The first of them, where it is made of several. */
  readonly from?: number
  /** Signs before and after, in plain form; a newline after stands for the end of a line. */
  readonly before: string
  readonly core: string
  readonly after: string
  /** Between *stars* or _lines_. */
  readonly marked: boolean
  /** Belongs to a number that is read digit by digit. */
  readonly digits?: boolean
}
export interface PiecedText {
  /** The text cut at white space, untouched. */
  readonly stretches: readonly string[]
  readonly pieces: readonly Piece[]
}

/** Longer stretches are links or junk; only so much of them is looked at. */
const LONGEST_STRETCH = 200
/** A pair of stars further apart than this many pieces is not emphasis. */
const LONGEST_EMPHASIS = 20

const bracketed = /^([("'<[]*)(.*?)([)\]"'>,.!?;:]*)$/
/** Inside a stretch without white space: dashes and dots always part words; other signs only between letters. */
const inner =
  /(\s+|—+|--+|\.{2,}|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])|(?<=[a-z]["')\]]*)[,;:!?]+(?=["'([]*[a-z])|(?<=\d)[,;!?](?=[a-z])|(?<=[a-z])–(?=[a-z]))/i
const opening =
  /^(?:[^\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}$€£¥₹₩¢#@%°&+=~≈<>/±.'-]|[.](?!\d)|'(?!\d\d|(?:til|tis|twas|cause|em|bout|round|n|kay|course|cuse)\b)|[-~≈<>+=±](?![\d.$€£]))+/iu
const closing = /[^\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}%°$€£¥₹₩¢+#‰]+$/u
/** Signs that are said, or decide what their neighbours mean, on their own; "w/" is "with". */
const standalone = /^(?:[-–—*+&=@%/<>~#°x×÷]|w\/|[=!]==?|[<>]=|\+=|-=|&&|\|\||[-=]>)$/i

/** Of lines without white space around them. */
const lineMarker = /^(?:#{1,6}\s+|>+(?:\s+|(?=[^\s\d$€£.<>:;_-]))|[-*+•]\s+(?:\[[ xX]\]\s+)?)+/
const ruler = /^(?:[-*_=]{3,}|[\s:|-]+)$/
/** What is between two of these is code: it is named, not read. */
const fence = /^(?:```|~~~)[^`]*$/
const CODE_BLOCK = 'code block'
/** Drawn with letters, but laughed. */
const laughingFace = /^x+d+[.!?,]*$/i
/** Of a web page; others are rather types, or faces. */
const tag = /<\/?(?:b|i|u|s|em|strong|br|p|div|span|a|h[1-6]|ul|ol|li|code|pre|sub|sup|small|big|center|hr)\s*\/?>/gi
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' }),
)
/** Said :thus: by programs that draw no pictures; felt as those are. */
const shortcode = /^:[a-z\d_+-]{2,30}:$|^<(?:a?:\w+:|[@#]!?&?)\d+>$/i
/** Days and months from … to. */
const span = /^((?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)–(?=[a-z])/i
/** A one among the exclamation marks is a slip of the shift key. */
const slip = /([!?]{2,})1[!1]*(?=$|[\s"')])/g

function pieceOf(stretch: number, text: string, after: string): Piece {
  if (standalone.test(text)) return { stretch, before: '', core: text, after, marked: false }
  const before = opening.exec(text)?.[0] ?? ''
  const rest = text.slice(before.length)
  // The apostrophe of "goin'" is part of the word, unless a quotation ends there.
  const kept = /[a-z]{2}in'[^\p{L}]*$/iu.test(rest) && !before.includes("'") ? 1 : 0
  const tail = (closing.exec(rest)?.[0] ?? '').slice(kept)
  return { stretch, before, core: rest.slice(0, rest.length - tail.length), after: tail + after, marked: false }
}

/** Markdown, pages and slips of the hand → what is meant to be seen. */
function shown(raw: string): string {
  return plainText(raw)
    .replace(/!?\[(?=[^\]]*$|[^\]]*\]\()/, '')
    .replace(/\]\([^)\s]*\)/g, '')
    .replace(/\\(?=[*_~`#>[\]])/g, '')
    .replace(/~~/g, '')
    .replace(tag, ' ')
    .replace(/&(amp|lt|gt|quot|#39|apos|nbsp);/gi, (whole, name: string) => entities.get(name.toLowerCase()) ?? whole)
    .replace(slip, '$1')
    .replace(span, '$1-')
    .replace(/\btl;dr\b/gi, 'tldr')
}

function piecesOf(stretch: number, raw: string): Piece[] {
  if (shortcode.test(raw)) return [{ stretch, before: '', core: '', after: '', marked: false }]
  if (/^<3+$/.test(raw)) return [{ stretch, before: '', core: HEART, after: '', marked: false }]
  const afterFace = laughingFace.test(raw) ? null : readEmoticon(raw)
  // A face stands where a clause ends, often instead of its punctuation.
  if (afterFace !== null) return [{ stretch, before: '', core: '', after: afterFace || ',', marked: false }]
  return cutAtEmoji(raw.slice(0, LONGEST_STRETCH)).flatMap((part, i) =>
    part === '' ? [] : i % 2 === 1 ? [{ stretch, before: '', core: part, after: '', marked: false }] : textPieces(stretch, part),
  )
}

function textPieces(stretch: number, raw: string): Piece[] {
  const text = shown(raw)
  const [, around = '', address = '', tail = ''] = bracketed.exec(text) ?? []
  if (isLink(address) || isFileName(address) || isPath(address))
    return [{ stretch, before: around, core: address, after: tail, marked: false }]
  const parts = text.split(inner)
  return parts.flatMap((part, i) =>
    i % 2 === 0 && (part || parts[i + 1]) ? [pieceOf(stretch, part, (parts[i + 1] ?? '').trim())] : [],
  )
}

/** A piece with nothing to say leaves its signs to the one before, or to the one after when it opens the text. */
function withoutEmpty(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    if (piece.core) kept.push(piece)
    else if (last) kept[kept.length - 1] = { ...last, after: last.after + piece.before + piece.after }
  }
  return kept
}

const star = /[*_]/
function withMarks(pieces: readonly Piece[]): Piece[] {
  let until = -1
  return pieces.map((piece, i) => {
    if (i > until && star.test(piece.before)) {
      const found = pieces.slice(i, i + LONGEST_EMPHASIS).findIndex((each) => star.test(each.after))
      if (found >= 0) until = i + found
    }
    return i <= until ? { ...piece, marked: true } : piece
  })
}

const codeBlock = (stretch: number): Piece[] =>
  CODE_BLOCK.split(' ').map((core, i) => ({ stretch, before: '', core, after: i === 0 ? '' : '\n', marked: false }))

export function pieceText(text: string): PiecedText {
  const stretches: string[] = []
  const pieces: Piece[] = []
  const lines = text.split(/\r\n|[\n\r\u{2028}\u{2029}]/u)
  let inCode = false
  lines.forEach((whole, i) => {
    const line = whole.trim()
    const isFence = fence.test(line)
    if (isFence || inCode) {
      line
        .split(/\s+/)
        .filter(Boolean)
        .forEach((word) => {
          stretches.push(word)
        })
      if (isFence && !inCode) pieces.push(...codeBlock(stretches.length - 1))
      inCode = inCode !== isFence
      return
    }
    const markers = (ruler.test(line) ? line : (lineMarker.exec(line)?.[0] ?? '')).split(/\s+/).filter(Boolean).length
    const words = line.split(/\s+/).filter(Boolean)
    const grouped = digitRuns(words)
    words.forEach((word, at) => {
      stretches.push(word)
      if (at < markers) return
      const found = piecesOf(stretches.length - 1, word)
      pieces.push(...(grouped.has(at) ? found.map((piece) => ({ ...piece, digits: true })) : found))
    })
    // A line that goes on in lower case was only wrapped.
    const wrapped = /^\s*\p{Ll}/u.test(lines[i + 1] ?? '')
    if (words.length > 0 && !wrapped)
      pieces.push({ stretch: stretches.length - 1, before: '', core: '', after: '\n', marked: false })
  })
  return { stretches, pieces: withMarks(withoutEmpty(pieces)) }
}
