// Sound at 24 kHz flows in, in pieces as they are made; it flows out in order, as much as is asked for. Filling allocates, taking does not.
import type { Samples } from '@psiona/shared'

export class SoundQueue {
  /** All that has come so far. */
  length: Samples = 0
  ended = false
  private readonly pieces: Float32Array[] = []
  private piece = 0
  private at = 0
  private taken: Samples = 0

  /** The piece is kept, not copied: whoever gives it leaves it alone. */
  append(pcm: Float32Array): void {
    if (this.ended || pcm.length === 0) return
    this.pieces.push(pcm)
    this.length += pcm.length
  }

  /** Nothing more comes. */
  end(): void {
    this.ended = true
  }

  get waiting(): Samples {
    return this.length - this.taken
  }

  /** The next samples into `out`; silence after the last. What is no number is silence. */
  take(out: Float32Array): void {
    for (let n = 0; n < out.length; n++) out[n] = this.next()
  }

  /** The first samples, left where they are; silence after the last. Only while nothing has been taken. */
  look(out: Float32Array): void {
    out.fill(0)
    let at = 0
    for (const piece of this.pieces) {
      for (let n = 0; n < piece.length && at < out.length; n++) out[at++] = lawful(piece[n]!)
    }
  }

  private next(): number {
    let piece = this.pieces[this.piece]
    if (piece && this.at === piece.length) {
      this.pieces[this.piece] = EMPTY
      piece = this.pieces[++this.piece]
      this.at = 0
    }
    if (!piece) return 0
    this.taken++
    return lawful(piece[this.at++]!)
  }
}

/** What is played is let go. */
const EMPTY = new Float32Array(0)
/** Twelve decibels over full scale is a fault, and infinity would be in every filter for ever. */
const MOST = 4
const lawful = (x: number) => (x - x === 0 ? Math.min(MOST, Math.max(-MOST, x)) : 0)
