// Microphone sound on its way to the ears: 20 ms of 16 kHz mono.
export const MIC_RATE = 16_000
export const MIC_CHUNK_SAMPLES = 320

export interface PcmChunk {
  /** Counts up by one; a gap means loss. */
  readonly sequence: number
  /** Position of the first sample on the microphone's own clock, in samples at MIC_RATE. */
  readonly atSample: number
  /** MIC_CHUNK_SAMPLES values in -1..1. */
  readonly samples: Float32Array
}
