// An utterance in one piece, for recognisers that cannot listen along. In: its sound as it comes. Out: all of it, or null when it is aborted; then nobody waits for the microphone.
import { MIC_RATE } from '@psiona/shared'
import { joined } from './utterance'

/** Nobody speaks for two minutes without a pause; beyond it is a fan, and no recogniser answers in time. */
const MOST_SAMPLES = 120 * MIC_RATE

export async function wholeUtterance(utterance: AsyncIterable<Float32Array>, signal: AbortSignal): Promise<Float32Array | null> {
  if (signal.aborted) return null
  const pieces: Float32Array[] = []
  let samples = 0
  let stop = () => {}
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null)
    signal.addEventListener('abort', stop, { once: true })
  })
  const reading = (async () => {
    for await (const piece of utterance) {
      if (signal.aborted) return null
      if (samples < MOST_SAMPLES) pieces.push(piece)
      samples += piece.length
    }
    return signal.aborted ? null : joined(pieces)
  })()
  try {
    return await Promise.race([reading, aborted])
  } finally {
    // A signal that is listened to is never let go, and the sound with it.
    signal.removeEventListener('abort', stop)
  }
}
