// In: stretches in the order of time, and a moment. Out: the last one that has begun and is not over, or none.
import type { Stretch } from './spectrogram'

export function spokenAt(stretches: readonly Stretch[], seconds: number): number | null {
  const index = stretches.findLastIndex(({ start, end }) => start <= seconds && seconds < end)
  return index < 0 ? null : index
}
