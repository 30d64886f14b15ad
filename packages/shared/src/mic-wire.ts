// The /mic namespace: microphone sound and its switches. The shapes stand; the ears that listen come with their own step.
import { z } from 'zod'

export const MicMode = z.enum(['open', 'push-to-talk', 'muted'])
export type MicMode = z.infer<typeof MicMode>

export interface MicClientEvents {
  /** u32 sequence, u32 spare, f64 atSample (little-endian), then MIC_CHUNK_SAMPLES i16. */
  pcm: (bytes: ArrayBuffer) => void
  mute: (muted: boolean) => void
  mode: (mode: MicMode) => void
}
