// In: where each drawn face came from, and the blocks that arrive. Out: the stretches in which she was drawn without the stream.
import type { Ms } from '@psiona/shared/units'
import type { DrawnFrom } from './face-motion'
import { Recent } from './recent'

const KEPT_GAPS = 60

export interface Gap {
  /** The first frame drawn by forecast. */
  readonly startMs: Ms
  /** The first block after it. */
  packetMs: Ms | null
  /** The first frame drawn by the stream again. */
  endMs: Ms | null
  frames: number
  /** In which nothing but the mouth may have moved. */
  stillFrames: number
}

export class GaugeGaps {
  readonly #gaps = new Recent<Gap>(KEPT_GAPS)
  forecastFrames = 0

  frame(drawnFrom: DrawnFrom, moved: number, atMs: Ms): void {
    if (drawnFrom === 'forecast') this.forecastFrames++
    const open = this.#open
    if (drawnFrom === 'track') {
      if (open) open.endMs = atMs
      return
    }
    // Idling before the first block, or after a restart, is no gap in anything.
    if (!open && drawnFrom === 'forecast')
      this.#gaps.add({ startMs: atMs, packetMs: null, endMs: null, frames: 1, stillFrames: moved === 0 ? 1 : 0 })
    else if (open) {
      open.frames++
      if (moved === 0) open.stillFrames++
    }
  }

  block(receivedMs: Ms): void {
    const open = this.#open
    if (open) open.packetMs ??= receivedMs
  }

  get all(): readonly Gap[] {
    return this.#gaps.all.map((gap) => ({ ...gap }))
  }

  get #open(): Gap | null {
    const newest = this.#gaps.newest
    return newest && newest.endMs === null ? newest : null
  }
}
