// In: how long a sound is, where it is heard, and how much room there is. Out: the stretch of it that shows.
import type { Stretch } from './spectrogram'

export type Closeness = 'whole' | 'close'

/** So wide even the shortest phones have room for their names. */
const CLOSE_PX_PER_SECOND = 230

/** Close, it turns pages: the picture stands still while it is looked at. */
export function soundView(seconds: number, at: number, roomPx: number, closeness: Closeness): Stretch {
  const length = roomPx / CLOSE_PX_PER_SECOND
  if (closeness === 'whole' || length >= seconds || roomPx <= 0) return { start: 0, end: seconds }
  const page = Math.min(Math.floor(at / length), Math.ceil(seconds / length) - 1)
  const start = Math.max(0, Math.min(page * length, seconds - length))
  return { start, end: start + length }
}

/** 0..1 across the view. */
export const shareIn = ({ start, end }: Stretch, seconds: number): number => (seconds - start) / (end - start)
