// In: the pieces of a line, the current one, the room there is. Out: the few of them that fit on screen, without moving while they are read.
import { textWidth } from './subtitle-width'
import type { SubtitlePiece } from './subtitle-words'

/** How much fits. Widths and the line are in one unit, whichever it is. */
export interface SubtitleRoom {
  readonly lineWidth: number
  readonly lines: number
  widthOf(text: string): number
}

/** The usual limit of subtitles, in characters; for a page that has not measured its letters yet. */
export const CHARACTER_ROOM: SubtitleRoom = Object.freeze({ lineWidth: 42, lines: 2, widthOf: textWidth })

/** Past this share of a page a comma or a full stop may end it. */
const FULL_ENOUGH = 0.6
const PAUSE = /[,.;:!?…–—、。，！？；：،؛؟]\s*$/u

/** Lays words into lines as the browser does: as many as fit, the space behind the last one hanging over. */
class Lines {
  line = 0
  #room: SubtitleRoom
  #used = 0

  constructor(room: SubtitleRoom) {
    this.#room = room
  }

  add(text: string): void {
    const { lineWidth, widthOf } = this.#room
    const width = widthOf(text.trimEnd())
    if (this.#used > 0 && this.#used + width > lineWidth) this.#next()
    // Too long for any line: it is broken wherever it must be.
    const lines = Math.ceil(width / lineWidth) - 1
    this.line += Math.max(0, lines)
    this.#used += widthOf(text) - Math.max(0, lines) * lineWidth
  }

  get fits(): boolean {
    return this.line < this.#room.lines
  }

  get share(): number {
    return (this.line + this.#used / this.#room.lineWidth) / this.#room.lines
  }

  #next(): void {
    this.line++
    this.#used = 0
  }
}

const linesOf = (pieces: readonly SubtitlePiece[], room: SubtitleRoom): number => {
  const lines = new Lines(room)
  for (const { text } of pieces) lines.add(text)
  return lines.line + 1
}

/** Steps of halving: to a hundredth of a line. */
const BALANCING_STEPS = 6

/** The narrowest width at which these pieces take no more lines than they do in the room: lines of about one length, in a box that fits. */
export function balancedWidth(pieces: readonly SubtitlePiece[], room: SubtitleRoom): number {
  const lines = linesOf(pieces, room)
  let [narrow, wide] = [0, room.lineWidth]
  if (lines > 1)
    for (let step = 0; step < BALANCING_STEPS; step++) {
      const middle = (narrow + wide) / 2
      if (linesOf(pieces, { ...room, lineWidth: middle }) > lines) narrow = middle
      else wide = middle
    }
  return wide
}

function allFit(pieces: readonly SubtitlePiece[], room: SubtitleRoom): boolean {
  return linesOf(pieces, room) <= room.lines
}

/** First and past-the-last index of the page that holds `current`. Pages depend on text and room alone, so words never shift. */
export function subtitlePage(
  pieces: readonly SubtitlePiece[],
  current: number,
  room: SubtitleRoom = CHARACTER_ROOM,
): { from: number; to: number } {
  const wanted = Math.min(current, pieces.length - 1)
  let from = 0
  let lines = new Lines(room)
  for (let i = 0; i < pieces.length; i++) {
    const pause = i > from && lines.share > FULL_ENOUGH && PAUSE.test(pieces[i - 1]!.text)
    lines.add(pieces[i]!.text)
    // A few last words are not worth a page if they fit on this one.
    if (i === from || (lines.fits && !(pause && !allFit(pieces.slice(from), room)))) continue
    if (wanted < i) return { from, to: i }
    from = i
    lines = new Lines(room)
    lines.add(pieces[i]!.text)
  }
  return { from, to: pieces.length }
}
