// 400 samples of her voice and the face that belongs to exactly those samples.
import type { FaceForecast } from './face-forecast'
import type { FaceFrame } from './face-frame'
import type { LineId } from './ids'
import type { Samples } from './units'

export interface VoiceBlock {
  /** Counts up by one from the start of the process. */
  readonly blockId: number
  /** Goes up with every cut; a client drops whatever it still holds of an older epoch. */
  readonly epoch: number
  /** Position of the first sample on the engine's clock; a multiple of BLOCK_SAMPLES. */
  readonly atSample: Samples
  /** BLOCK_SAMPLES values in -1..1; null = digital silence (an idle face still moves). */
  readonly pcm: Float32Array | null
  readonly face: FaceFrame
  /** What the face does next if no block comes; null = it is held. */
  readonly forecast: FaceForecast | null
  readonly lineId: LineId | null
}

/** A spoken word and where it lies on the engine's clock. */
export interface WordSpan {
  readonly text: string
  readonly startSample: Samples
  readonly endSample: Samples
}
