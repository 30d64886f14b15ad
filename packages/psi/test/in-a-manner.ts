// Phrases and a manner of speaking flow in, the sound flows out: what the score would paint on whisper or effort, painted all along.
import { BLOCK_SAMPLES, FACE_CHANNEL_COUNT, VoiceDials } from '@psiona/shared'
import { composeScore } from '../src/compose-score'
import { createEngine } from '../src/engine'
import type { Phrase } from '../src/phone'

export function sayInManner(
  phrases: readonly Phrase[],
  manner: { readonly whisper?: number; readonly effort?: number },
  more: Partial<VoiceDials> = {},
): Float32Array {
  const dials = VoiceDials.parse(more)
  const score = composeScore(phrases, { dials, emotion: {}, seed: 1 })
  const painted = (['whisper', 'effort'] as const).map((oscillator) => ({
    atSample: 0,
    oscillator,
    target: manner[oscillator] ?? 0,
    tauMs: 2,
  }))
  const engine = createEngine({ seed: 1, dials })
  engine.enqueue({ ...score, goals: [...painted, ...score.goals] })
  const pcm = new Float32Array(score.durationSamples)
  const face = new Float32Array(FACE_CHANNEL_COUNT)
  for (let at = 0; at < pcm.length; at += BLOCK_SAMPLES) engine.render(pcm.subarray(at, at + BLOCK_SAMPLES), face)
  return pcm
}
