// In: face frames of the stream and what the newest foretells. Out: the face at any sample, straight between two frames, foretold after the last.

import { type FaceForecast, FORECAST_CHANNELS, foretold } from '@psiona/shared/face-forecast'
import { FACE_CHANNEL_COUNT, type FaceFrame } from '@psiona/shared/face-frame'
import { BLOCK_SAMPLES, type Samples } from '@psiona/shared/units'
import { IS_MOUTH, SOUND_CHANNELS } from './channel-kinds'

/** Places in a forecast, and in the face, of what moves without sound. */
const FORETOLD = FORECAST_CHANNELS.flatMap((channel, k) => (IS_MOUTH[channel] ? [] : [{ channel, k }]))
const LIPS = FORECAST_CHANNELS.flatMap((channel, k) => (IS_MOUTH[channel] ? [{ channel, k }] : []))

/** 2 s: the longest lead of the server and the frames that have just been drawn. */
const SLOTS = 120

export class FaceTrack {
  readonly #starts = new Float64Array(SLOTS)
  readonly #epochs = new Float64Array(SLOTS)
  readonly #faces = Array.from({ length: SLOTS }, () => new Float32Array(FACE_CHANNEL_COUNT))
  #count = 0
  #newest = -1
  #forecast: FaceForecast | null = null

  push(frame: { atSample: Samples; epoch: number; face: FaceFrame; forecast: FaceForecast | null }): void {
    this.#newest = (this.#newest + 1) % SLOTS
    this.#starts[this.#newest] = frame.atSample
    this.#epochs[this.#newest] = frame.epoch
    this.#faces[this.#newest]!.set(frame.face)
    this.#forecast = frame.forecast
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

  /** How far the last frame lies behind this sample. */
  behind(sample: Samples): Samples {
    return this.#count === 0 ? 0 : sample - this.#starts[this.#newest]!
  }

  /** The first sample after the last frame's block; what lies beyond is foretold. Null when there is none. */
  get end(): Samples | null {
    return this.#count === 0 ? null : this.#starts[this.#newest]! + BLOCK_SAMPLES
  }

  /** Writes the face at `sample` into `out`; before the first frame that one, after the last what it foretells, but its mouth. False when there
   *  is none. */
  at(sample: Samples, out: FaceFrame): boolean {
    if (this.#count === 0) return false
    let back = 0
    while (back < this.#count - 1 && this.#starts[this.#slot(back)]! > sample) back++
    const before = this.#slot(back)
    const start = this.#starts[before]!
    out.set(this.#faces[before]!)
    if (back === 0) {
      this.#foretell(FORETOLD, sample - start, out)
      return true
    }
    if (sample <= start) return true
    const after = this.#slot(back - 1)
    const span = this.#starts[after]! - start
    // Over a gap in the stream there is nothing to draw a line through.
    if (span > BLOCK_SAMPLES) return true
    const share = (sample - start) / span
    const next = this.#faces[after]!
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + (next[i]! - out[i]!) * share
    return true
  }

  /** Shuts the mouth in a face at that sample: without sound it has the shape of the feeling. */
  relaxMouth(sample: Samples, out: FaceFrame): void {
    for (const channel of SOUND_CHANNELS) out[channel] = 0
    this.#foretell(LIPS, this.behind(sample), out)
  }

  #foretell(channels: typeof FORETOLD, ahead: Samples, out: FaceFrame): void {
    if (!this.#forecast || ahead <= 0) return
    for (const { channel, k } of channels) out[channel] = foretold(this.#forecast, k, out[channel]!, ahead)
  }

  /** Slot of the frame `back` frames before the newest. */
  #slot(back: number): number {
    return (this.#newest - back + SLOTS) % SLOTS
  }
}
