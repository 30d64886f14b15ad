// Questions about what was said before, and the way they are tried. In: what somebody asks. Out: an answer with the ids of the turns it stands on.
import { plainly } from '../words'
import type { Answer, Moment } from './moment'
import { mirrored } from './phrasing'

export interface Asked {
  readonly hears: RegExp
  readonly answer: (moment: Moment, match: RegExpExecArray) => Answer | null
}

export function answerAsked(moment: Moment, all: readonly Asked[]): Answer | null {
  for (const { hears, answer } of all) {
    const match = hears.exec(moment.said.plain)
    const found = match && answer(moment, match)
    if (found) return found
  }
  return null
}

/** Longer than this and a quotation becomes a speech. */
export const MOST_QUOTED_CHARACTERS = 140

/** What somebody said, turned to them: "i lost my keys" → "you lost your keys". */
export const yourWords = (said: string): string =>
  mirrored(plainly(said.slice(0, MOST_QUOTED_CHARACTERS)))
    .replace(/[.,!?]+$/, '')
    .replace(/^(?:please )?(?:remember|do not forget|note)(?: that)? /, '')
