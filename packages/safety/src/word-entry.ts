// One line of a word list flows in, as in data/words-*.json; what it means to the filter flows out.
import type { Offence } from '@psiona/shared'
import { foldedText, GAP } from './folded-text'

/** 'insult': said at or of somebody; 'order': told to do it; 'hidden': only when it is not written plainly, for phrases
 * judge it else; 'group': never, but 'of-group' counts shortly behind one of its language; '': wherever it stands. */
export type WordContext = '' | 'insult' | 'order' | 'hidden' | 'group' | 'of-group'

export const WORD_CONTEXTS: readonly WordContext[] = ['', 'insult', 'order', 'hidden', 'group', 'of-group']

export interface WordEntry {
  readonly language: string
  readonly offence: Offence
  readonly rule: string
  /** What some platforms let pass. */
  readonly mild: boolean
  readonly context: WordContext
  /** It begins where a word begins, ends where one ends. */
  readonly opens: boolean
  readonly closes: boolean
  /** Endings that may follow. */
  readonly endings: readonly string[]
  /** Found when one blank or sign parts it, "ni ce". */
  readonly splits: boolean
  readonly letters: number
}

export interface WordList {
  readonly offence: Offence
  readonly mild?: boolean | undefined
  readonly context?: WordContext | undefined
  readonly splits?: boolean | undefined
  readonly endings?: readonly string[] | undefined
  readonly words: readonly string[]
}

/** "n[ea]t" is a list of letters, "n[e|aa|]t" one of endings: every spelling that a line stands for. */
export function spellingsOf(line: string): string[] {
  const open = line.indexOf('[')
  if (open < 0) return [line]
  const close = line.indexOf(']', open)
  const inside = line.slice(open + 1, close)
  const choices = inside.includes('|') ? inside.split('|') : [...inside]
  return choices.flatMap((choice) => spellingsOf(line.slice(0, open) + choice + line.slice(close + 1)))
}

/** Letters as the tree of words holds them; one blank between words. */
export function lettersOf(word: string): string {
  let made = ''
  for (const { reads, count, gap } of foldedText(word)) {
    if (made && gap !== GAP.none) made += ' '
    made += [...reads][0]!.repeat(count)
  }
  return made
}

/** "*" at an end: other letters may stand there; "=" before it: without the list's endings. */
export function readWord(line: string): { word: string; opens: boolean; closes: boolean; bare: boolean } {
  const bare = line.startsWith('=')
  const opens = !line.startsWith('*')
  const closes = !line.endsWith('*')
  return { word: line.slice(bare || !opens ? 1 : 0, closes ? undefined : -1), opens, closes, bare }
}
