// Another voice's finished sound flows in, the same sound levelled and limited and the faces that go with it flow out: the live engine,
// run as fast as it goes.
import {
  BLOCK_SAMPLES,
  type Emotion,
  FACE_CHANNEL_COUNT,
  type FaceFrame,
  type Hertz,
  SAMPLE_RATE,
  type VoiceDials,
  type WordSpan,
} from '@psiona/shared'
import { createEngine } from './engine'
import { RateConverter } from './rate-converter'
import { SpeechParts } from './speech-parts'
import { type WordShares, wordTimes } from './word-times'

export interface ForeignOptions {
  /** Mono, at `sampleRate`. */
  readonly pcm: Float32Array
  readonly sampleRate: Hertz
  readonly emotion?: Emotion
  /** What our own voice would make of the text: tells how long its words are. */
  readonly score?: WordShares
  readonly seed: number
  readonly dials: VoiceDials
}

export interface ForeignRendering {
  /** 24 kHz, in time with what was given, a whole number of blocks. */
  readonly pcm: Float32Array
  /** Frame i is the face at sample i · BLOCK_SAMPLES. */
  readonly frames: readonly FaceFrame[]
  /** Empty without a score. */
  readonly words: readonly WordSpan[]
}

export function renderForeign({ pcm, sampleRate, emotion = {}, score, seed, dials }: ForeignOptions): ForeignRendering {
  const engine = createEngine({ seed, dials })
  engine.setMood(emotion)
  const sound = engine.enqueueSound({ emotion, voice: '', seed })
  const parts = new SpeechParts()
  const append = (piece: Float32Array) => {
    sound.append(piece)
    parts.push(piece)
  }
  if (sampleRate === SAMPLE_RATE) append(pcm)
  else {
    const converter = new RateConverter(sampleRate, SAMPLE_RATE)
    const keep = (lent: Float32Array) => append(lent.slice())
    converter.push(pcm, keep)
    converter.end(keep)
  }
  sound.end()
  const out = new Float32Array(sound.endSample ?? 0)
  const frames: FaceFrame[] = []
  for (let sample = 0; sample < out.length; sample += BLOCK_SAMPLES) {
    const face = new Float32Array(FACE_CHANNEL_COUNT)
    engine.render(out.subarray(sample, sample + BLOCK_SAMPLES), face)
    frames.push(face)
  }
  return { pcm: out, frames, words: score ? wordTimes(score, parts.spans()) : [] }
}
