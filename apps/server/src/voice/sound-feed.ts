// Pieces of one line's sound flow in as another voice makes them; they wait until the line may begin, then flow on to the engine.
import type { Seconds } from '@psiona/shared'
import type { TtsPiece } from '../organs'
import type { PlacedLine } from './engine-messages'
import type { SoundLine } from './engine-thread'

/** Less than this is no speech. */
const LEAST_SECONDS: Seconds = 0.02

export class SoundFeed {
  readonly #open: (pieces: readonly TtsPiece[], onMoved: (placed: PlacedLine) => void) => Promise<SoundLine>
  readonly #onPlaced: (placed: PlacedLine, soundSeconds: Seconds) => void
  #waiting: TtsPiece[] = []
  #line: SoundLine | null = null
  #seconds: Seconds = 0
  #heard = false

  /** `open`: begins the line on the engine's clock. `onPlaced`: where it stands, each time more of it is there. */
  constructor(
    open: (pieces: readonly TtsPiece[], onMoved: (placed: PlacedLine) => void) => Promise<SoundLine>,
    onPlaced: (placed: PlacedLine, soundSeconds: Seconds) => void,
  ) {
    this.#open = open
    this.#onPlaced = onPlaced
  }

  get begun(): boolean {
    return this.#line !== null
  }
  /** Nothing that anybody could hear. */
  get empty(): boolean {
    return !this.#heard || this.#seconds < LEAST_SECONDS
  }

  async take(piece: TtsPiece, begins: boolean): Promise<void> {
    this.#seconds += piece.pcm.length / piece.sampleRate
    this.#heard ||= piece.pcm.some((x) => x !== 0)
    if (this.#line) this.#line.append(piece)
    else this.#waiting.push(piece)
    if (begins) await this.begin()
    if (this.#line) this.#onPlaced(this.#line.placed, this.#seconds)
  }

  async begin(): Promise<void> {
    if (this.#line) return
    this.#line = await this.#open(this.#waiting, (placed) => this.#onPlaced(placed, this.#seconds))
    this.#waiting = []
  }

  /** Null when it never began, or was cut. `whole`: the text has been said to its end. */
  async end(whole: boolean): Promise<PlacedLine | null> {
    return this.#line ? this.#line.end(whole) : null
  }
}
