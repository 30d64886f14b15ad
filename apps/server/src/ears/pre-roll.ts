// What the microphone gave while nobody spoke flows in and is forgotten; when somebody does, the last of it comes out again.
import { MIC_RATE } from '@psiona/shared'

export interface PreRoll {
  keep(samples: Float32Array): void
  /** The newest `samples` of it, or what there is; a copy. */
  last(samples: number): Float32Array
  /** What comes later has nothing before it. */
  clear(): void
}

/** The longest that is kept: a soft beginning in loud music is known half a second late. */
const LONGEST_SAMPLES = MIC_RATE

export function createPreRoll(): PreRoll {
  const ring = new Float32Array(LONGEST_SAMPLES)
  let at = 0
  let filled = 0
  return {
    keep(samples) {
      for (const sample of samples) {
        ring[at] = sample
        at = (at + 1) % ring.length
      }
      filled = Math.min(ring.length, filled + samples.length)
    },
    last(samples) {
      const length = Math.max(0, Math.min(samples, filled))
      const from = (at - length + ring.length) % ring.length
      const out = new Float32Array(length)
      const whole = Math.min(length, ring.length - from)
      out.set(ring.subarray(from, from + whole))
      out.set(ring.subarray(0, length - whole), whole)
      return out
    },
    clear() {
      filled = 0
    },
  }
}
