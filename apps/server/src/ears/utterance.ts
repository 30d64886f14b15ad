// One utterance: sound flows in while somebody speaks, partials and one end flow out. Closed by its end; a dropped one ends without words.
import { MIC_RATE, type Ms, Problem, sanitise } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber } from '../organs'
import { channel } from '../streams'

export interface UtteranceEnd {
  readonly text: string
  /** From the end of the voice until the text was final. */
  readonly recogniserMs: Ms
  /** All of its sound, at MIC_RATE. */
  readonly samples: Float32Array
  readonly dropped: boolean
}

export interface UtteranceOptions {
  readonly clock: Clock
  readonly transcriber: Transcriber
  readonly onPartial: (text: string) => void
  /** The recogniser failed; the utterance ends without words. */
  readonly onTrouble: (cause: unknown) => void
}

export interface Utterance {
  sound(samples: Float32Array): void
  /** The voice has ended. */
  stop(): void
  /** No words are to come of it. */
  drop(): void
  /** Never rejects. */
  readonly ended: Promise<UtteranceEnd>
}

/** Pieces in one array, in order. */
export function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** No recogniser needs so long for half a minute of sound; whoever waits on has hung. */
const LONGEST_RECOGNITION_MS: Ms = 60_000

export const msOfSamples = (samples: number): Ms => (samples / MIC_RATE) * 1000

export function beginUtterance({ clock, transcriber, onPartial, onTrouble }: UtteranceOptions): Utterance {
  const sounds = channel<Float32Array>()
  const pieces: Float32Array[] = []
  const controller = new AbortController()
  const { signal } = controller
  /** The voice has ended, or the utterance was dropped. */
  const whole = new AbortController()
  let stoppedMs: Ms | null = null
  let dropped = false

  const recognise = async (): Promise<string> => {
    for await (const transcript of transcriber.transcribe(sounds, signal)) {
      const text = sanitise(transcript.text)
      if (transcript.final) return text
      if (text !== '' && !signal.aborted) onPartial(text)
    }
    // Broken off: what there is of it is not what was said.
    return ''
  }
  const untilAborted = new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve(''), { once: true }))
  const giveUp = async (known: AbortSignal): Promise<string> => {
    await aborted(whole.signal)
    await clock.sleep(LONGEST_RECOGNITION_MS, known)
    if (known.aborted) return ''
    throw new Problem('recogniser-silent', 'broken', 'The recogniser did not answer. Choose another on the Ears page.')
  }
  const run = async (): Promise<UtteranceEnd> => {
    const known = new AbortController()
    let text = ''
    try {
      text = await Promise.race([recognise(), untilAborted, giveUp(known.signal)])
    } catch (cause) {
      if (!dropped) onTrouble(cause)
    } finally {
      known.abort()
      // One that has hung is told to end.
      controller.abort()
    }
    const recogniserMs = stoppedMs === null ? 0 : clock.monotonicMs() - stoppedMs
    // A recogniser may know, or fail, before the voice has ended.
    await aborted(whole.signal)
    return { text: dropped ? '' : text, recogniserMs, samples: joined(pieces), dropped }
  }

  return {
    sound(samples) {
      pieces.push(samples)
      sounds.push(samples)
    },
    stop() {
      stoppedMs = clock.monotonicMs()
      sounds.close()
      whole.abort()
    },
    drop() {
      dropped = true
      controller.abort()
      sounds.close()
      whole.abort()
    },
    ended: run(),
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  signal.aborted ? Promise.resolve() : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
