// In: face frames of the stream. Out: the face at any sample, straight between two frames.
import { FACE_CHANNEL_COUNT, type FaceFrame } from '@psiona/shared/face-frame'
import { BLOCK_SAMPLES, type Samples } from '@psiona/shared/units'

/** 2 s: the longest lead of the server and the frames that have just been drawn. */
const SLOTS = 120

export class FaceTrack {
  readonly #starts = new Float64Array(SLOTS)
  readonly #epochs = new Float64Array(SLOTS)
  readonly #faces = Array.from({ length: SLOTS }, () => new Float32Array(FACE_CHANNEL_COUNT))
  #count = 0
  #newest = -1

  push(frame: { atSample: Samples; epoch: number; face: FaceFrame }): void {
    this.#newest = (this.#newest + 1) % SLOTS
    this.#starts[this.#newest] = frame.atSample
    this.#epochs[this.#newest] = frame.epoch
    this.#faces[this.#newest]!.set(frame.face)
    this.#count = Math.min(SLOTS, this.#count + 1)
  }

  /** Forgets what is older than `epoch`. */
  cut(epoch: number): void {
    let kept = 0
    while (kept < this.#count && this.#epochs[this.#slot(kept)]! >= epoch) kept++
    this.#count = kept
  }

  clear(): void {
    this.#count = 0
  }

  /** The first sample after the last frame's block; what lies beyond is only the last frame held. Null when there is none. */
  get end(): Samples | null {
    return this.#count === 0 ? null : this.#starts[this.#newest]! + BLOCK_SAMPLES
  }

  /** Writes the face at `sample` into `out`; before the first frame that one, after the last that one. False when there is none. */
  at(sample: Samples, out: FaceFrame): boolean {
    if (this.#count === 0) return false
    let back = 0
    while (back < this.#count - 1 && this.#starts[this.#slot(back)]! > sample) back++
    const before = this.#slot(back)
    const start = this.#starts[before]!
    out.set(this.#faces[before]!)
    if (back === 0 || sample <= start) return true
    const after = this.#slot(back - 1)
    const span = this.#starts[after]! - start
    // Over a gap in the stream there is nothing to draw a line through.
    if (span > BLOCK_SAMPLES) return true
    const share = (sample - start) / span
    const next = this.#faces[after]!
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + (next[i]! - out[i]!) * share
    return true
  }

  /** Slot of the frame `back` frames before the newest. */
  #slot(back: number): number {
    return (this.#newest - back + SLOTS) % SLOTS
  }
}
