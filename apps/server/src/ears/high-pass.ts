// Sound at MIC_RATE flows in, the same sound without what lies under a frequency flows out. Remembers the last two samples between calls.
import { MIC_RATE } from '@psiona/shared'

/** Bass, drums, fans and a desk that is struck lie under it; a voice is known above it, as the telephone shows. */
export const VOICE_FROM_HZ = 400

export interface HighPass {
  /** Writes as many samples as it reads. */
  filter(from: Float32Array, into: Float32Array): void
  reset(): void
}

/** Second-order Butterworth: 12 dB an octave, no ringing to speak of. */
export function createHighPass(cutoffHz: number): HighPass {
  const omega = (2 * Math.PI * cutoffHz) / MIC_RATE
  const alpha = Math.sin(omega) / Math.SQRT2
  const scale = 1 / (1 + alpha)
  const gain = ((1 + Math.cos(omega)) / 2) * scale
  const back1 = -2 * Math.cos(omega) * scale
  const back2 = (1 - alpha) * scale
  // In a typed array, since a number in a closure is allocated anew with every change: in 1, in 2, out 1, out 2.
  const past = new Float64Array(4)
  return {
    filter(from, into) {
      let in1 = past[0]!
      let in2 = past[1]!
      let out1 = past[2]!
      let out2 = past[3]!
      for (let i = 0; i < from.length; i++) {
        const now = from[i]!
        const out = gain * (now - 2 * in1 + in2) - back1 * out1 - back2 * out2
        in2 = in1
        in1 = now
        out2 = out1
        out1 = out
        into[i] = out
      }
      past[0] = in1
      past[1] = in2
      past[2] = out1
      past[3] = out2
    },
    reset: () => void past.fill(0),
  }
}
