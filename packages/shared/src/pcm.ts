// Microphone sound on its way to the ears: 20 ms of 16 kHz mono.
export const MIC_RATE = 16_000
export const MIC_CHUNK_SAMPLES = 320
export const MIC_CHUNK_MS = 20

/** What her ears may do with it. 'open': the voice detector decides. 'held': the talk key is down, all of it is speech.
 *  'shut': the talk key is up; kept for a moment, so that a late finger loses no syllable. 'muted': silence, and what was being said is let go. */
export type MicGate = 'open' | 'held' | 'shut' | 'muted'

export interface PcmChunk {
  /** Counts up by one; a gap means loss. */
  readonly sequence: number
  /** Position of the first sample on the microphone's own clock, in samples at MIC_RATE. */
  readonly atSample: number
  /** MIC_CHUNK_SAMPLES values in -1..1. */
  readonly samples: Float32Array
  readonly gate: MicGate
  /** Which microphone; another one has another clock. */
  readonly micId: string
}
