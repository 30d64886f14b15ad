// How many of her blocks were ready too late. In: each block as it comes from the engine thread, and where the listener was then. Out: their share.
import type { Ms, Samples } from '@psiona/shared'
import { IDLE_LEAD_SAMPLES } from './pacer'

/** Long enough that one late block in it is a share and no alarm. */
const WINDOW_MS: Ms = 5000
/** What is forgotten at once. */
const PIECE_MS: Ms = 500

export interface LateBlocks {
  /** A late one is a hole in what is heard: the listener is beyond its beginning. */
  came(atSample: Samples, listenerAt: Samples, nowMs: Ms): void
  /** The listener begins here, where nothing can lie ready yet. */
  begins(atSample: Samples): void
  /** 0..1, of the last seconds. */
  share(nowMs: Ms): number
}

export function createLateBlocks(): LateBlocks {
  const pieces: { readonly piece: number; late: number; all: number }[] = []
  let countsFrom: Samples = IDLE_LEAD_SAMPLES
  const forget = (nowMs: Ms) => {
    while (pieces[0] && (pieces[0].piece + 1) * PIECE_MS <= nowMs - WINDOW_MS) pieces.shift()
  }
  return {
    came(atSample, listenerAt, nowMs) {
      forget(nowMs)
      const piece = Math.floor(nowMs / PIECE_MS)
      if (pieces.at(-1)?.piece !== piece) pieces.push({ piece, late: 0, all: 0 })
      const now = pieces.at(-1)!
      now.all++
      if (atSample >= countsFrom && listenerAt > atSample) now.late++
    },
    begins(atSample) {
      countsFrom = atSample + IDLE_LEAD_SAMPLES
    },
    share(nowMs) {
      forget(nowMs)
      const all = pieces.reduce((sum, piece) => sum + piece.all, 0)
      return all === 0 ? 0 : pieces.reduce((sum, piece) => sum + piece.late, 0) / all
    },
  }
}
