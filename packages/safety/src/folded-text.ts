// Text flows in; its letters as a reader takes them, whatever they are written with, each with its place in the text, flow out.
import data from '../data/look-alikes.json'

/** What stands between two letters: nothing; a sign; blanks; a sign and blanks; the end of a sentence. */
export const GAP = { none: 0, sign: 1, space: 2, clause: 3, sentence: 4 } as const
export type Gap = (typeof GAP)[keyof typeof GAP]

/** One letter or figure, or a run of the same. */
export interface Letter {
  /** As which letters it may be read; first what it is. */
  reads: string
  /** A figure or sign that can be read as a letter. */
  readonly figure: boolean
  /** How often it stands there. */
  count: number
  /** In the text, UTF-16 units, [from, to). */
  readonly from: number
  to: number
  readonly gap: Gap
  /** How many blanks of it. */
  readonly blanks: number
  readonly capital: boolean
}

/** Stands for any letters. */
export const STAR = '*'

const LATIN_FOR = new Map<string, string>()
for (const [latin, others] of Object.entries(data.letters)) {
  for (const other of others) LATIN_FOR.set(other, (LATIN_FOR.get(other) ?? '') + latin)
}
/** Greek capitals whose small letters look like others. */
const CAPITAL_FOR = new Map(Object.entries(data.capitals))
/** What a letter looks like in Latin; itself when like none. */
export const latinFor = (letter: string): string => LATIN_FOR.get(letter)?.[0] ?? letter
const FIGURES = new Map(Object.entries(data.figures))
const CYRILLIC_FOR = new Map(Object.entries(data.cyrillicForLatin))

const UNSEEN = /^(?:[\p{Cf}\u115f\u1160\u3164\uffa0\u2065]|\p{Variation_Selector}|\u034f|\u17b4|\u17b5)$/u
const MARK = /^\p{M}$/u
/** Scripts whose vowels are marks. */
const VOWEL_MARK = /^[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]$/u
const WORDY = /^[\p{L}\p{N}]$/u
const BLANK = /^[\s\u2800]$/u
const ENDS = '.!?…\n\r;。！？؟।'
const SIGNS_AS_LETTERS = '@$!|+€£¢×§¥¡'
const CYRILLIC = /^\p{Script=Cyrillic}$/u
/** Endings behind an apostrophe that belong to the word before. */
const CONTRACTED = /^['’‘`´](?:s|t|re|ll|ve|m|all|d)(?![\p{L}\p{N}])/iu
/** "I'd", and no others. */
const WOULD = /(?:^|[^\p{L}])(?:i|you|he|she|we|they|it|that|there)$/iu
const APOSTROPHES = "'’‘`´"

/** Letters drawn as signs: flags, boxes, circles; else as it is. */
function plainLetter(point: number, char: string): string {
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return String.fromCharCode(97 + point - 0x1f1e6)
  if (point >= 0x1f150 && point <= 0x1f169) return String.fromCharCode(97 + point - 0x1f150)
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(97 + point - 0x1f170)
  if (point === 0x1f18e) return 'ab'
  if (point >= 0xe0061 && point <= 0xe007a) return String.fromCharCode(97 + point - 0xe0061)
  // Katakana is read as hiragana.
  if (point >= 0x30a1 && point <= 0x30f6) return String.fromCharCode(point - 0x60)
  if (point >= 0xac00 && point <= 0xd7a3) return char
  if (point >= 0x3130 && point <= 0x318f) return char
  if (point >= 0x3040 && point <= 0x309f) return char
  if (point >= 0xff66 && point <= 0xff9f) return plainKana(char)
  return char.normalize('NFKD')
}
const plainKana = (char: string): string => {
  const wide = char.normalize('NFKC')
  const point = wide.charCodeAt(0)
  return point >= 0x30a1 && point <= 0x30f6 ? String.fromCharCode(point - 0x60) : wide
}

/** Readings of each letter that a character stands for. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 4096
function readingsOf(char: string): readonly string[] {
  const old = known.get(char)
  if (old) return old
  const made: string[] = []
  for (const part of plainLetter(char.codePointAt(0)!, char).toLowerCase()) {
    if (MARK.test(part) && !VOWEL_MARK.test(part)) continue
    if (part === 'ß') made.push('s', 's')
    else if (part === 'æ') made.push('a', 'e')
    else if (part === 'œ') made.push('o', 'e')
    else if (part === 'ς') made.push('σo')
    else {
      const latin = (LATIN_FOR.get(part) ?? '') + (CAPITAL_FOR.get(char) ?? '')
      const figures = FIGURES.get(part) ?? ''
      if (WORDY.test(part) || latin || figures || VOWEL_MARK.test(part)) made.push(part + latin + figures)
    }
  }
  if (known.size < MOST_KNOWN) known.set(char, made)
  return made
}

/** Runs of the same letter are one. */
export function foldedText(text: string): Letter[] {
  const letters: Letter[] = []
  let blanks = 0
  let sign = false
  let end = false
  let spaceBeforeSign = false
  let tokenStart = 0
  let cyrillic = false
  const closeToken = (): void => {
    if (cyrillic) for (let i = tokenStart; i < letters.length; i++) addCyrillic(letters[i]!)
    tokenStart = letters.length
    cyrillic = false
  }
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!
    const size = point > 0xffff ? 2 : 1
    const char = text.slice(at, at + size)
    const from = at
    at += size
    if (BLANK.test(char)) {
      blanks++
      if (!sign) spaceBeforeSign = true
      if (char === '\n') end = true
      continue
    }
    const flag = point >= 0xe0061 && point <= 0xe007a
    if (!flag && (UNSEEN.test(char) || (MARK.test(char) && !VOWEL_MARK.test(char)))) continue
    if (
      APOSTROPHES.includes(char) &&
      CONTRACTED.test(text.slice(from, from + 5)) &&
      letters.length > 0 &&
      blanks === 0 &&
      !sign &&
      !/who$/i.test(text.slice(from - 3, from)) &&
      !(/d/i.test(text[from + 1]!) && !WOULD.test(text.slice(Math.max(0, from - 6), from)))
    )
      continue
    const asLetter = !SIGNS_AS_LETTERS.includes(char) || signIsLetter(text, from, at)
    const star = (char === '*' || char === '＊') && starStands(text, from, blanks > 0 || sign || letters.length === 0)
    const readings = star ? [STAR] : asLetter ? readingsOf(char) : []
    if (readings.length === 0) {
      sign = true
      if (ENDS.includes(char)) end = true
      continue
    }
    let gap: Gap =
      blanks > 0
        ? end
          ? spaceBeforeSign && sign
            ? GAP.space
            : GAP.sentence
          : sign && !spaceBeforeSign
            ? GAP.clause
            : GAP.space
        : sign
          ? GAP.sign
          : GAP.none
    if (text[from - 1] === '\n') gap = GAP.sentence
    if (gap !== GAP.none) closeToken()
    for (const reads of readings) {
      const last = letters.at(-1)
      const literal = reads[0]!
      if (CYRILLIC.test(literal)) cyrillic = true
      if (last && gap === GAP.none && last.reads[0] === literal && literal !== STAR) {
        last.count++
        last.to = at
      } else if (last && gap === GAP.none && literal === STAR && last.reads === STAR) {
        last.count++
        last.to = at
      } else {
        const capital = char !== char.toLowerCase()
        letters.push({ reads, figure: reads.length > 1 && FIGURES.has(literal), count: 1, from, to: at, gap, blanks, capital })
      }
      gap = GAP.none
      blanks = 0
    }
    blanks = 0
    sign = false
    end = false
    spaceBeforeSign = false
  }
  closeToken()
  return letters
}

const LETTERLIKE = /[\p{Script=Latin}\p{N}$@|+!]/u
/** "b!tch", "a$$", "@ss": letters; "stop!", "$5", "a + b": not. */
function signIsLetter(text: string, from: number, to: number): boolean {
  const next = text[to] ?? ' '
  const before = text[from - 1] ?? ' '
  const mark = text[from]!
  // "f|u|n": signs that part letters.
  if ('|+!'.includes(mark) && (text[from - 2] === mark || text[to + 1] === mark) && /\p{L}/u.test(before) && /\p{L}/u.test(next))
    return false
  if (mark === '+' || mark === '|')
    return /\p{Script=Latin}/u.test(next) && /\s/.test(before)
      ? true
      : LETTERLIKE.test(before) && (LETTERLIKE.test(next) || LETTERLIKE.test(text[from - 2] ?? ' '))
  if (mark === '!') return LETTERLIKE.test(next) && (LETTERLIKE.test(before) || /\s/.test(before))
  if (mark === '@') return LETTERLIKE.test(next) || (/\p{L}/u.test(before) && !/\s/.test(next))
  if (mark === '$') return (LETTERLIKE.test(next) && !/\d/.test(next)) || /[\p{L}$@!]/u.test(before)
  return /\p{L}/u.test(next) || /\p{L}/u.test(before)
}

/** A star inside a word or at least two at its end; not the stars of *stress*. */
function starStands(text: string, from: number, first: boolean): boolean {
  if (first) return false
  // "f*u*n": stars that part letters.
  if ((text[from - 2] === '*' && text[from - 1] !== '*') || (text[from + 2] === '*' && text[from + 1] !== '*')) return false
  let end = from
  while (text[end] === '*') end++
  let start = from
  while (text[start - 1] === '*') start--
  if (!/\p{L}/u.test(text[start - 1] ?? ' ')) return false
  if (/\p{L}/u.test(text[end] ?? ' ')) return true
  // "**bold**" is markup, "f***" and "f**" are not.
  let word = start
  while (word > 0 && /\p{L}/u.test(text[word - 1]!)) word--
  return text[word - 1] !== '*' && end - start >= (start - word <= 2 ? 2 : 3)
}

function addCyrillic(letter: Letter): void {
  for (const latin of letter.reads) {
    const other = CYRILLIC_FOR.get(latin)
    if (other && !letter.reads.includes(other)) letter.reads += other
  }
}
