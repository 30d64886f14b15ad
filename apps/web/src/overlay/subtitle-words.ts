// In: a subtitle's text and its timed words. Out: the text cut into timed pieces that put together are the text again.
import type { Subtitle } from '@psiona/shared/overlay-wire'
import type { Samples } from '@psiona/shared/units'

export interface SubtitlePiece {
  /** A word with what follows it up to the next one (space, comma). */
  readonly text: string
  readonly startSample: Samples
  readonly endSample: Samples
}

/** A word that is spoken otherwise than it is written ("$5") is looked for no further than this behind the last one found. */
const LOOK_AHEAD_CHARACTERS = 40

export function subtitlePieces({ text, words }: Pick<Subtitle, 'text' | 'words'>): SubtitlePiece[] {
  const lower = text.toLowerCase()
  const pieces: { from: number; startSample: Samples; endSample: Samples }[] = []
  let cursor = 0
  /** Words since the last one found, which share whatever text lies before the next one. */
  let lost: { startSample: Samples; endSample: Samples } | null = null
  for (const word of words) {
    const at = word.text === '' ? -1 : lower.indexOf(word.text.toLowerCase(), cursor)
    if (at < 0 || at - cursor > LOOK_AHEAD_CHARACTERS) {
      lost = { startSample: lost?.startSample ?? word.startSample, endSample: word.endSample }
      continue
    }
    if (lost && /[\p{L}\p{N}]/u.test(text.slice(cursor, at))) pieces.push({ from: wordStart(text, cursor, at), ...lost })
    lost = null
    pieces.push({ from: at, startSample: word.startSample, endSample: word.endSample })
    cursor = at + word.text.length
  }
  if (lost && /[\p{L}\p{N}]/u.test(text.slice(cursor))) pieces.push({ from: wordStart(text, cursor, text.length), ...lost })
  return pieces.map(({ from, ...times }, i) => ({
    ...times,
    text: text.slice(i === 0 ? 0 : from, pieces[i + 1]?.from ?? text.length),
  }))
}

/** Punctuation and spaces right behind a word stay with it. */
function wordStart(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /[\s\p{Po}\p{Pe}\p{Pf}]/u.test(text[at]!)) at++
  return at
}
