// Letters of a text flow in; its words as they are heard, with their sentence, flow out.
import { GAP, type Gap, type Letter } from './folded-text'

export interface SaidWord {
  /** What it may be read as; first as it is written. */
  readonly forms: readonly string[]
  /** First and last letter, by their number. */
  readonly first: number
  readonly last: number
  /** What stands before it. */
  readonly gap: Gap
  /** Number of its sentence. */
  readonly sentence: number
}

const MOST_FORMS = 6

export function saidWords(letters: readonly Letter[]): SaidWord[] {
  const words: SaidWord[] = []
  let sentence = 0
  for (let i = 0; i < letters.length; ) {
    const first = i
    const gap = letters[first]!.gap
    if (gap === GAP.sentence) sentence++
    do i++
    while (i < letters.length && letters[i]!.gap === GAP.none)
    words.push({ forms: formsOf(letters, first, i), first, last: i - 1, gap, sentence })
  }
  return withSpelled(words, letters)
}

/** Fewer lone letters in a row are words or names of things. */
const LEAST_SPELLED = 4
/** Nobody spells more at a time. */
const MOST_SPELLED = 60
/** Words of one letter that stand before others. */
const LEADS = new Set(['a', 'i', 'u', 'y', 'o', 'e'])
/** "f u n n y": lone letters in a row are one word; wider gaps part words. */
function withSpelled(words: readonly SaidWord[], letters: readonly Letter[]): SaidWord[] {
  const made: SaidWord[] = []
  for (let i = 0; i < words.length; ) {
    let end = i
    while (
      end < words.length &&
      end - i < MOST_SPELLED &&
      isLone(words[end]!) &&
      (end === i || words[end]!.sentence === words[i]!.sentence)
    )
      end++
    const lead = words[i]!.forms[0]!
    if (end - i < LEAST_SPELLED || (LEADS.has(lead) && end - i > LEAST_SPELLED)) {
      made.push(words[i]!)
      i++
      continue
    }
    let narrowest = Number.POSITIVE_INFINITY
    for (let k = i + 1; k < end; k++) narrowest = Math.min(narrowest, letters[words[k]!.first]!.blanks)
    for (let from = i; from < end; ) {
      let to = from + 1
      while (to < end && letters[words[to]!.first]!.blanks <= narrowest) to++
      const piece = words.slice(from, to)
      const forms = piece.reduce<string[]>(
        (grown, { forms: next }) => grown.flatMap((form) => next.map((more) => form + more)).slice(0, MOST_FORMS),
        [''],
      )
      made.push({ ...words[from]!, forms, last: piece.at(-1)!.last })
      from = to
    }
    i = end
  }
  return made
}
const isLone = ({ first, last, forms }: SaidWord): boolean => first === last && /^\p{L}+$/u.test(forms[0]!)

/** "k1lll": as written, with letters for figures, with long runs short; letters of other scripts as they look. */
function formsOf(letters: readonly Letter[], first: number, end: number): string[] {
  let hasLetter = false
  let foreign = false
  for (let i = first; i < end; i++) {
    const { figure, reads } = letters[i]!
    if (!figure) hasLetter = true
    if (!figure && reads.length > 1) foreign = true
  }
  const forms = spelt(letters, first, end, hasLetter, 0)
  if (foreign) forms.push(...spelt(letters, first, end, hasLetter, 1), ...spelt(letters, first, end, hasLetter, 2))
  return forms
}

/** The first or second Latin letter that it may be. */
function lookOf(reads: string, look: number): string {
  const latin = reads.replace(/[^a-z]/g, '')
  return latin[look - 1] ?? latin[0] ?? reads[0]!
}

/** `look`: as itself, or as what it looks like first or second. */
function spelt(letters: readonly Letter[], first: number, end: number, hasLetter: boolean, look: number): string[] {
  let forms = ['']
  for (let i = first; i < end; i++) {
    const { reads, count, figure } = letters[i]!
    const signs = figure && hasLetter ? reads.slice(1) : figure || look === 0 ? reads[0]! : lookOf(reads, look)
    const runs = (figure && !hasLetter) || count <= 2 ? [count] : [1, 2]
    const grown: string[] = []
    for (const form of forms) {
      for (const sign of signs) for (const run of runs) if (grown.length < MOST_FORMS) grown.push(form + sign.repeat(run))
    }
    forms = grown
  }
  return forms
}
