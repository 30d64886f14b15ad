// In: the pieces of a line and the current one. Out: the few of them that fit on screen, without moving while they are read.
import type { SubtitlePiece } from './subtitle-words'

/** About two lines of 42 characters, the usual limit of subtitles; wide scripts count double. */
export const PAGE_WIDTH = 84

const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

export const textWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** Past this share of a page a comma or a full stop may end it. */
const FULL_ENOUGH = 0.6
const PAUSE = /[,.;:!?…–—、。，！？；：،؛؟]\s*$/u

/** First and past-the-last index of the page that holds `current`. Pages depend on the text alone, so words never shift. */
export function subtitlePage(pieces: readonly SubtitlePiece[], current: number): { from: number; to: number } {
  const widths = pieces.map((piece) => textWidth(piece.text))
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (total <= PAGE_WIDTH) return { from: 0, to: pieces.length }
  const wanted = Math.min(current, pieces.length - 1)
  let from = 0
  let width = 0
  let rest = total
  for (let i = 0; i < pieces.length; i++) {
    const full = width + widths[i]! > PAGE_WIDTH
    const pause = width > FULL_ENOUGH * PAGE_WIDTH && PAUSE.test(pieces[i - 1]!.text)
    // A few last words are not worth a page if they fit on this one.
    if (i > from && (full || (pause && width + rest > PAGE_WIDTH))) {
      if (wanted < i) return { from, to: i }
      from = i
      width = 0
    }
    width += widths[i]!
    rest -= widths[i]!
  }
  return { from, to: pieces.length }
}
