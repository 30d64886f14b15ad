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

/** "A F K" → names of letters, "by the way" → words: how the tables write what is said. */
export const fromTable = (text: string): string[] =>
  text.split(' ').map((word) => (/^[A-Z]s?$/.test(word) && word !== 'I' ? letterName(word[0] ?? '') + (word[1] ? "'s" : '') : word.toLowerCase()))
