// One utterance: sound flows in while somebody speaks, partials and one end flow out. Closed by its end; a dropped one ends without words.
import { MIC_RATE, type Ms, sanitise } from '@psiona/shared'
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

export const msOfSamples = (samples: number): Ms => (samples / MIC_RATE) * 1000

export function beginUtterance({ clock, transcriber, onPartial, onTrouble }: UtteranceOptions): Utterance {
  const sounds = channel<Float32Array>()
  const pieces: Float32Array[] = []
  const controller = new AbortController()
  let stoppedMs: Ms | null = null

  const recognise = async (): Promise<UtteranceEnd> => {
    let text = ''
    try {
      for await (const transcript of transcriber.transcribe(sounds, controller.signal)) {
        text = sanitise(transcript.text)
        if (!transcript.final && text !== '' && !controller.signal.aborted) onPartial(text)
      }
    } catch (cause) {
      if (!controller.signal.aborted) onTrouble(cause)
      text = ''
    }
    const recogniserMs = stoppedMs === null ? 0 : clock.monotonicMs() - stoppedMs
    const dropped = controller.signal.aborted
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
    },
    drop() {
      controller.abort('dropped')
      sounds.close()
    },
    ended: recognise(),
  }
}
