// What every rule of normalisation is: a piece of text and what stands around it → the words to say, or null when the rule is not for it.
import type { English } from './pronounce'
import type { Piece } from './text-pieces'

export interface Around {
  readonly piece: Piece
  readonly previous: Piece | undefined
  readonly next: Piece | undefined
  /** The neighbours are in capitals too, so capitals mean nothing. */
  readonly shouting: boolean
  readonly pronouncer: English
  /** A part of the piece by the same rules, without neighbours. */
  readonly say: (part: string) => readonly string[]
}

export interface Rule {
  /** What it is for: text → words. Where the words hang on a neighbour, the example is several words long. A test says every example. */
  readonly example: readonly [text: string, words: string]
  readonly says: (core: string, around: Around) => readonly string[] | null
}

/** A letter by its name: the dictionary has names of letters with a full stop, "b." */
export const letterName = (letter: string): string => `${letter.toLowerCase()}.`

const isLetter = (word: string | undefined): boolean => word !== undefined && /^[A-Z]s?$/.test(word)
/** "A F K" → names of letters, "as far as I know" → words: how the tables write what is said. An I beside no other letter is the pronoun. */
export function fromTable(text: string): string[] {
  return text.split(' ').map((word, i, all) => {
    if (!isLetter(word) || (word === 'I' && !isLetter(all[i - 1]) && !isLetter(all[i + 1]))) return word.toLowerCase()
    return letterName(word.slice(0, 1)) + (word.length > 1 ? "'s" : '')
  })
}

/** A rule for whole pieces of one form. */
export const form = (
  example: Rule['example'],
  pattern: RegExp,
  says: (parts: readonly (string | undefined)[], around: Around) => readonly string[] | null,
): Rule => ({
  example,
  says: (core, around) => {
    const found = pattern.exec(core)
    return found ? says(found.slice(1), around) : null
  },
})
