// A text and a voice flow in, or what another engine made of the text; a finished recording flows out: sound, face, words, visemes.
// The same for the command line, the listening page and its worker. Nothing here waits.
import {
  composeScore,
  type English,
  measureLoudness,
  type Phrase,
  phonemise,
  renderForeign,
  renderOffline,
  type TimedViseme,
  type TimedWord,
} from '@psiona/psi'
import { type Emotion, type FaceFrame, SAMPLE_RATE, type Samples, type VoiceDials } from '@psiona/shared'

export interface RenditionOrder {
  readonly text: string
  readonly dials: VoiceDials
  readonly emotion: Emotion
  readonly seed: number
  /** Instead of the dials' rate. */
  readonly rate?: number | undefined
  /** Ready phones, for what English rules cannot read. */
  readonly phrases?: readonly Phrase[] | undefined
  /** Another engine's sound, which is played instead of being made. */
  readonly sound?: { readonly pcm: Float32Array; readonly sampleRate: number } | undefined
}

export interface RenditionViseme extends TimedViseme {
  readonly phoneme: string
}

export interface Rendition {
  /** At SAMPLE_RATE. */
  readonly pcm: Float32Array
  /** Frame i is the face at sample 400 · i. */
  readonly frames: readonly FaceFrame[]
  readonly words: readonly TimedWord[]
  /** Empty where the engine tells no phones. */
  readonly visemes: readonly RenditionViseme[]
  readonly loudness: ReturnType<typeof measureLoudness>
}

/** Ten-thousandths of a second: finer than a sample of 24 kHz. */
const seconds = (samples: Samples) => Math.round((samples / SAMPLE_RATE) * 1e4) / 1e4
const spanOf = ({ startSample, endSample }: { startSample: Samples; endSample: Samples }) => ({
  start: seconds(startSample),
  end: seconds(endSample),
})

export function makeRendition(order: RenditionOrder, english: English): Rendition {
  const { text, dials, emotion, seed, rate, sound } = order
  const phrases = order.phrases ?? phonemise(text, english)
  const score = composeScore(phrases, { dials, emotion, seed, rate })
  if (sound) {
    const { pcm, frames, words } = renderForeign({ ...sound, score, emotion, seed, dials })
    return {
      pcm,
      frames,
      words: words.map((word) => ({ text: word.text, ...spanOf(word) })),
      visemes: [],
      loudness: measureLoudness(pcm, SAMPLE_RATE),
    }
  }
  const { pcm, frames, words, visemes } = renderOffline({ phrases, dials, emotion, seed, rate })
  return {
    pcm,
    frames,
    words: words.map((word) => ({ text: word.text, ...spanOf(word) })),
    visemes: visemes.map((span) => ({ phoneme: span.phoneme, viseme: span.viseme, ...spanOf(span) })),
    loudness: measureLoudness(pcm, SAMPLE_RATE),
  }
}
