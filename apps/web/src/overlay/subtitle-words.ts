// In: a subtitle's text and its timed words. Out: the text cut into timed pieces that put together are the text again.
import type { Subtitle } from '@psiona/shared/overlay-wire'
import type { Samples } from '@psiona/shared/units'
import type { WordSpan } from '@psiona/shared/voice-block'

export interface SubtitlePiece {
  /** A word with what follows it up to the next one (space, comma). */
  readonly text: string
  readonly startSample: Samples
  readonly endSample: Samples
}

/** A word that is spoken otherwise than it is written ("$5") is looked for no further than this behind the last one found. */
const LOOK_AHEAD_CHARACTERS = 40

/** Signs that open what comes next; a straight one does after a space. */
const OPENING = /(?:[\p{Ps}\p{Pi}¿¡]|(?<=\s)["'])+$/u

type TimedText = Pick<Subtitle, 'text' | 'words' | 'startSample' | 'endSample'>

/** Where a piece begins in the text, and when it is said. */
interface Start {
  readonly from: number
  readonly startSample: Samples
  readonly endSample: Samples
}

export function subtitlePieces({ text, words, startSample, endSample }: TimedText): SubtitlePiece[] {
  const lower = text.toLowerCase()
  const starts: Start[] = []
  /** Where the text of the last word found ends. */
  let cursor = 0
  let unplaced: WordSpan[] = []
  /** Words that are not in the text share whatever text lies before `to`. */
  const placeTogether = (to: number) => {
    const from = cursor + text.slice(cursor, to).search(/[^\s\p{Po}\p{Pe}\p{Pf}]/u)
    const [first, last] = [unplaced[0], unplaced.at(-1)]
    if (first && last && from >= cursor) starts.push({ from, startSample: first.startSample, endSample: last.endSample })
    unplaced = []
  }
  for (const word of words) {
    const at = word.text === '' ? -1 : lower.indexOf(word.text.toLowerCase(), cursor)
    if (at < 0 || at - cursor > LOOK_AHEAD_CHARACTERS) unplaced.push(word)
    else {
      placeTogether(at)
      const opening = OPENING.exec(text.slice(cursor, at))?.[0] ?? ''
      starts.push({ from: at - opening.length, startSample: word.startSample, endSample: word.endSample })
      cursor = at + word.text.length
    }
  }
  placeTogether(text.length)
  if (starts.length === 0) starts.push({ from: 0, startSample, endSample })
  return starts.map(({ from, ...times }, i) => ({
    ...times,
    text: text.slice(i === 0 ? 0 : from, starts[i + 1]?.from ?? text.length),
  }))
}
