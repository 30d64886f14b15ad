// Words to be recognised flow in once, letters of a text then; which words stand in it, however they are written, flows out.
import plain from '../data/plain-words.json'
import { Branch } from './branch'
import { GAP, type Letter, STAR } from './folded-text'
import type { WordEntry } from './word-entry'

export interface WordFound {
  readonly entry: WordEntry
  /** First and last letter, by their number. */
  readonly first: number
  readonly last: number
  /** Written as it is in the list: no figures, stars or gaps inside. */
  readonly plain: boolean
  /** Stars stand for letters of it, so that it may be another word. */
  readonly starred: boolean
}

/** No word of the lists needs more steps from one letter; what does is an attack on the filter. */
const MOST_STEPS = 300
const MOST_STARS = 6
const MOST_FIGURES = 4
const SHORT_WORDS = new Set(plain.shortWords.flatMap((line) => line.split(' ')))
/** Letters that stand alone in good English. */
const LONE = new Set(['a', 'i', 'o', 'u', 'y', 'e'])

export class WordTree {
  private readonly words = new Branch()
  private readonly insides = new Branch()
  /** No figures, no gaps: for words that excuse. */
  constructor(private readonly strict = false) {}

  add(letters: string, entry: WordEntry): void {
    let at = entry.opens ? this.words : this.insides
    for (const letter of letters) at = at.grow(letter)
    at.end(entry)
  }

  find(letters: readonly Letter[]): WordFound[] {
    const found: WordFound[] = []
    const walk = this.walker(letters, found)
    for (let i = 0; i < letters.length; i++) {
      if (begins(this.words, letters[i]!) && opensWord(letters, i)) walk(this.words, i)
      if (begins(this.insides, letters[i]!)) walk(this.insides, i)
    }
    return found
  }

  private walker(letters: readonly Letter[], found: WordFound[]): (root: Branch, start: number) => void {
    let start = 0
    let steps = 0
    /** Where a piece begins: letters behind a gap; negative numbers: a gap that the word has itself. */
    const gaps: number[] = []
    /** Letters written twice that the word has once. */
    let pairs = 0
    const arrive = (at: Branch, index: number): void => {
      if (++steps > MOST_STEPS) return
      for (const entry of at.ends) {
        const hit = pairs === 0 || entry.splits ? this.accept(entry, letters, start, index, gaps) : null
        if (hit) found.push(hit)
      }
      const next = letters[index + 1]
      if (!next) return
      const blank = at.get(' ')
      // What excuses is meant as it is written: "s hit the" is no excuse for one word.
      if (blank && next.gap <= GAP.clause && !(this.strict && next.gap === GAP.none)) {
        gaps.push(-(index + 1))
        step(blank, index + 1)
        gaps.pop()
      }
      if (next.gap === GAP.none) step(at, index + 1)
      else if (!this.strict) {
        gaps.push(index + 1)
        step(at, index + 1)
        if (next.reads[0] === letters[index]!.reads[0] && next.count === 1) arrive(at, index + 1)
        gaps.pop()
      }
    }
    const step = (at: Branch, index: number): void => {
      if (++steps > MOST_STEPS) return
      const letter = letters[index]!
      if (letter.reads === STAR) {
        if (!this.strict && index > start) stars(at, index)
        return
      }
      const { reads } = letter
      if (letter.figure && letter.count > 1 && !this.strict) {
        figures(at, index)
        return
      }
      for (let r = 0; r < (this.strict ? 1 : reads.length); r++) {
        let next = at.get(reads[r]!)
        for (let used = 1; next && used <= letter.count; used++) {
          const pair = used === 1 && letter.count === 2
          if (pair) pairs++
          if (!this.strict || used === letter.count) arrive(next, index)
          if (pair) pairs--
          next = next.get(reads[r]!)
        }
      }
    }
    /** "111" may be i, l and l. */
    const figures = (at: Branch, index: number): void => {
      const { reads, count } = letters[index]!
      let level: Branch[] = [at]
      for (let used = 1; used <= Math.min(count, MOST_FIGURES); used++) {
        level = level.flatMap((node) => [...reads].flatMap((read) => node.get(read) ?? []))
        for (const next of level) arrive(next, index)
      }
    }
    const stars = (at: Branch, index: number): void => {
      const { count } = letters[index]!
      if (count > MOST_STARS) return
      const inside = letters[index + 1]?.gap === GAP.none
      let level: Branch[] = [at]
      for (let depth = 1; depth <= (inside ? count + 1 : count); depth++) {
        level = level.flatMap((node) => [...node.next].filter(([letter]) => letter !== ' ').map(([, next]) => next))
        if (!inside && depth < count) continue
        for (const next of level) {
          if (++steps > MOST_STEPS) return
          arrive(next, index)
        }
      }
    }
    return (root, index) => {
      start = index
      steps = 0
      step(root, index)
    }
  }

  private accept(
    entry: WordEntry,
    letters: readonly Letter[],
    first: number,
    last: number,
    gaps: readonly number[],
  ): WordFound | null {
    if (entry.closes && !closesWord(letters, last, entry.endings)) return null
    if (this.strict) return { entry, first, last, plain: true, starred: false }
    let figures = 0
    let stars = 0
    let all = 0
    let literal = 0
    for (let i = first; i <= last; i++) {
      const letter = letters[i]!
      const size = Math.min(letter.count, 2)
      all += size
      if (letter.reads === STAR) stars += letter.count
      else if (letter.figure) figures += size
      else literal += size
    }
    // A55 is a telephone; of 5h17 at least one letter is a letter.
    if (
      figures > 0 &&
      entry.letters > 0 &&
      (all <= 3
        ? figures * 2 > all
        : all <= 4
          ? figures * 4 > all * 3
          : all === 5
            ? figures === all
            : entry.language === 'en'
              ? figures === all
              : figures * 3 > all * 2)
    )
      return null
    // 900k is a number.
    if (figures > 0 && literal <= 1 && !letters[last]!.figure && /^\d/.test(letters[first]!.reads)) return null
    const masked = letters[last]!.reads !== STAR
    if (stars > 0 && (entry.letters < 4 || entry.language === '' || (masked && literal + stars < 4))) return null
    if (gaps.some((gap) => gap > 0) && !(isDense(letters[first]!) || opensWord(letters, first))) return null
    if (!gapsFit(entry, letters, first, last, gaps)) return null
    return {
      entry,
      first,
      last,
      plain: figures === 0 && stars === 0 && gaps.every((gap) => gap < 0 && letters[-gap]!.gap !== GAP.none),
      starred: stars > 0,
    }
  }
}

function begins(root: Branch, { reads }: Letter): boolean {
  for (let r = 0; r < reads.length; r++) if (root.get(reads[r]!)) return true
  return false
}
const isFigure = (letter: Letter): boolean => letter.figure || /^\p{N}/u.test(letter.reads)

/** Of a script without blanks. */
const isDense = ({ reads }: Letter): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(reads)

export function opensWord(letters: readonly Letter[], index: number): boolean {
  const letter = letters[index]!
  if (letter.gap !== GAP.none || index === 0) return true
  const before = letters[index - 1]!
  return (isFigure(before) && !isFigure(letter)) || (letter.capital && !before.capital)
}

function closesWord(letters: readonly Letter[], last: number, endings: readonly string[]): boolean {
  const next = letters[last + 1]
  if (!next || next.gap !== GAP.none) return true
  if (isFigure(next) && !isFigure(letters[last]!)) {
    let end = last + 1
    while (letters[end] && letters[end]!.gap === GAP.none && isFigure(letters[end]!)) end++
    if (!letters[end] || letters[end]!.gap !== GAP.none) return true
  }
  if (next.capital && !letters[last]!.capital && !letters[last]!.figure) return true
  return endings.some((ending) => {
    let at = last + 1
    for (const sign of ending) {
      const letter = letters[at]
      if (!letter || letter.gap !== GAP.none || !letter.reads.includes(sign)) return false
      at++
    }
    return !letters[at] || letters[at]!.gap !== GAP.none
  })
}

/** "f u n", "fu n" and "f.u.n" for fun: letter by letter, or in two pieces that are no words themselves. */
function gapsFit(entry: WordEntry, letters: readonly Letter[], first: number, last: number, gaps: readonly number[]): boolean {
  if (gaps.every((gap) => gap < 0)) return true
  const starts = [first, ...gaps.map(Math.abs)]
  let wordAt = 0
  for (let i = 1; i <= starts.length; i++) {
    if (i < starts.length && gaps[i - 1]! > 0) continue
    if (i - wordAt > 1 && !piecesFit(entry, letters, starts.slice(wordAt, i), (starts[i] ?? last + 1) - 1, starts.length))
      return false
    wordAt = i
  }
  return true
}

function piecesFit(entry: WordEntry, letters: readonly Letter[], starts: readonly number[], last: number, all: number): boolean {
  const sizes = starts.map((start, i) => (starts[i + 1] ?? last + 1) - start)
  const widest = Math.max(...starts.slice(1).map((start) => letters[start]!.gap))
  if (sizes.every((size) => size === 1)) {
    if (isDense(letters[last]!)) return starts.length > 2 || !letters[last + 1] || letters[last + 1]!.gap !== GAP.none
    if (all > 3) return true
    // Three lone letters are a word only when no other lone letter stands beside them.
    return starts.length === 3 && !loneBefore(letters, starts[0]!) && !loneAfter(letters, last) && widest < GAP.sentence
  }
  if (!entry.splits || entry.letters < 4 || widest > GAP.space) return false
  let odd = false
  for (let i = 0; i < starts.length; i++) {
    if (letters.slice(starts[i]!, starts[i]! + sizes[i]!).every(isFigure)) return false
    const piece = letters
      .slice(starts[i]!, starts[i]! + sizes[i]!)
      .map(({ reads, count }) => [...reads][0]!.repeat(count))
      .join('')
    // A long piece is a word that the list of short ones does not know.
    odd ||= piece.length === 1 ? !LONE.has(piece) : piece.length <= 4 && !SHORT_WORDS.has(piece)
  }
  return odd
}
const loneBefore = (letters: readonly Letter[], start: number): boolean => {
  const before = letters[start - 1]
  return !!before && before.gap !== GAP.none && letters[start]!.gap !== GAP.sentence && !LONE.has(before.reads[0]!)
}
const loneAfter = (letters: readonly Letter[], last: number): boolean => {
  const next = letters[last + 1]
  const second = letters[last + 2]
  return !!next && next.gap !== GAP.sentence && (!second || second.gap !== GAP.none)
}
