// Cuts long speech for recognisers that take only so much at once. In: sound as it comes. Out: pieces that are not too long, cut where it is quietest.
import { MIC_RATE } from '@psiona/shared/pcm'

/** Whisper hears 29.5 s at once and drops the rest; the others were trained on pieces of up to 30 s, and their memory grows with the square. */
export const PIECE_MAX_SAMPLES = 28 * MIC_RATE
/** The cut is sought in the end of a piece: long enough to hold a pause between two words in any flow of speech. */
const SEARCH_SAMPLES = 6 * MIC_RATE
/** A pause between words is longer, a vowel's period shorter. */
const QUIET_SAMPLES = MIC_RATE / 20

export interface SpeechPieces {
  /** The pieces that have become full. */
  add(samples: Float32Array): Float32Array[]
  /** What has not been given yet. */
  rest(): Float32Array
}

export function speechPieces(): SpeechPieces {
  const kept = new Float32Array(PIECE_MAX_SAMPLES)
  let length = 0
  const take = (samples: number): Float32Array => {
    const piece = kept.slice(0, samples)
    kept.copyWithin(0, samples, length)
    length -= samples
    return piece
  }
  return {
    add(samples) {
      const full: Float32Array[] = []
      for (let at = 0; at < samples.length; ) {
        const part = samples.subarray(at, at + PIECE_MAX_SAMPLES - length)
        kept.set(part, length)
        length += part.length
        at += part.length
        if (length === PIECE_MAX_SAMPLES) full.push(take(quietest(kept)))
      }
      return full
    },
    rest: () => take(length),
  }
}

/** The middle of the quietest stretch in the end of `sound`. */
function quietest(sound: Float32Array): number {
  let best = sound.length
  let least = Number.POSITIVE_INFINITY
  for (let from = sound.length - SEARCH_SAMPLES; from + QUIET_SAMPLES <= sound.length; from += QUIET_SAMPLES / 2) {
    let energy = 0
    for (let i = from; i < from + QUIET_SAMPLES; i++) energy += (sound[i] ?? 0) ** 2
    if (energy <= least) {
      least = energy
      best = from + QUIET_SAMPLES / 2
    }
  }
  return best
}
