// Pieces of sound flow in, frames of VAD_FRAME_SAMPLES flow out; what is left waits for the next piece.
import { VAD_FRAME_SAMPLES } from '../organs'

export interface Frames {
  /** `piece`: at most a frame. Returns the frame that it completes; the array is filled anew by the next but one. */
  add(piece: Float32Array): Float32Array | null
  /** Samples that wait for the rest of their frame. */
  readonly waiting: number
  clear(): void
}

export function createFrames(): Frames {
  let filling = new Float32Array(VAD_FRAME_SAMPLES)
  let whole = new Float32Array(VAD_FRAME_SAMPLES)
  let waiting = 0
  return {
    add(piece) {
      const room = VAD_FRAME_SAMPLES - waiting
      filling.set(piece.subarray(0, room), waiting)
      waiting += piece.length
      if (waiting < VAD_FRAME_SAMPLES) return null
      waiting -= VAD_FRAME_SAMPLES
      const frame = filling
      filling = whole
      whole = frame
      filling.set(piece.subarray(room))
      return frame
    },
    get waiting() {
      return waiting
    },
    clear() {
      waiting = 0
    },
  }
}
