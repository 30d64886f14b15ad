// In: subtitles as they arrive, cuts, the playing sample. Out: which line to show, and how much of it has been heard.
import type { Subtitle } from '@psiona/shared/overlay-wire'
import { type Samples, samplesFromMs } from '@psiona/shared/units'
import { subtitleSegments } from './subtitle-segments'
import { type SubtitlePiece, subtitlePieces } from './subtitle-words'

export interface ShownSubtitle {
  readonly lineId: string
  readonly pieces: readonly SubtitlePiece[]
  /** Index of the piece being said; all before it have been heard. `pieces.length` when the line is over. */
  readonly current: number
}

/** A line stays for a moment after its last word, unless the next one begins. */
const LINGER: Samples = samplesFromMs(900)
/** More than lie on the engine's clock at once. */
const KEPT_LINES = 16

interface Line extends Subtitle {
  readonly pieces: readonly SubtitlePiece[]
}

export class SubtitleTrack {
  #lines: Line[] = []
  #shown: ShownSubtitle | null = null

  add(subtitle: Subtitle): void {
    const line: Line = { ...subtitle, pieces: subtitleSegments(subtitlePieces(subtitle)) }
    // One that is sent again keeps its place: the later line is the one that is shown where two lie over each other.
    const isKnown = this.#lines.some(({ lineId }) => lineId === line.lineId)
    if (isKnown) this.#lines = this.#lines.map((kept) => (kept.lineId === line.lineId ? line : kept))
    else this.#lines = [...this.#lines, line].slice(-KEPT_LINES)
  }

  /** Forgets lines older than `epoch`: what was cut is not read on. */
  cut(epoch: number): void {
    this.#lines = this.#lines.filter((line) => line.epoch >= epoch)
  }

  clear(): void {
    this.#lines = []
  }

  /** The same object as long as nothing has changed. */
  at(sample: Samples | null): ShownSubtitle | null {
    const line =
      sample === null ? undefined : this.#lines.findLast((kept) => kept.startSample <= sample && sample < kept.endSample + LINGER)
    if (!line || sample === null) this.#shown = null
    else {
      const current = sample >= line.endSample ? line.pieces.length : lastStarted(line.pieces, sample)
      if (this.#shown?.pieces !== line.pieces || this.#shown.current !== current)
        this.#shown = { lineId: line.lineId, pieces: line.pieces, current }
    }
    return this.#shown
  }
}

/** Between two words the last one stays current; before the first word that one is about to be. */
const lastStarted = (pieces: readonly SubtitlePiece[], sample: Samples) =>
  Math.max(
    0,
    pieces.findLastIndex((piece) => piece.startSample <= sample),
  )
