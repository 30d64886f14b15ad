// Phrases flow in, a finished utterance flows out: sound, faces, words and visemes. The live engine, run as fast as it goes.
import { BLOCK_SAMPLES, FACE_CHANNEL_COUNT, type FaceFrame, type WordSpan } from '@psiona/shared'
import { composeScore, type ScoreOptions } from './compose-score'
import { createEngine } from './engine'
import type { Phrase } from './phone'
import type { VisemeSpan } from './score'

export interface OfflineOptions extends ScoreOptions {
  readonly phrases: readonly Phrase[]
}

export interface Rendering {
  readonly pcm: Float32Array
  /** Frame i is the face at sample i · BLOCK_SAMPLES. */
  readonly frames: readonly FaceFrame[]
  readonly words: readonly WordSpan[]
  readonly visemes: readonly VisemeSpan[]
}

export function renderOffline({ phrases, ...options }: OfflineOptions): Rendering {
  const score = composeScore(phrases, options)
  const engine = createEngine({ seed: options.seed, dials: options.dials })
  engine.setMood(options.emotion)
  const { words } = engine.enqueue(score)
  const pcm = new Float32Array(score.durationSamples)
  const frames: FaceFrame[] = []
  for (let sample = 0; sample < pcm.length; sample += BLOCK_SAMPLES) {
    const face = new Float32Array(FACE_CHANNEL_COUNT)
    engine.render(pcm.subarray(sample, sample + BLOCK_SAMPLES), face)
    frames.push(face)
  }
  return { pcm, frames, words, visemes: score.visemes }
}
