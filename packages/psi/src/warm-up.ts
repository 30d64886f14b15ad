// Makes one engine say a syllable that nobody hears, once per process: the first real line must not wait for code to be compiled.
import { BLOCK_SAMPLES, FACE_CHANNEL_COUNT, type FaceFrame, type Samples, VoiceDials } from '@psiona/shared'
import { composeScore } from './compose-score'
import type { PhoneSymbol, Phrase } from './phone'
import type { Score } from './score'

const SYLLABLES: readonly PhoneSymbol[] = ['HH', 'EH', 'L', 'OW', 'S', 'M', 'AY', 'T', 'IY', 'K', 'AA', 'P', 'IH', 'Z', 'AO', 'N']
let warm = false

/** What of an engine warms up. */
interface Speaker {
  readonly queuedSamples: Samples
  enqueue(score: Score): unknown
  render(pcm: Float32Array, face: FaceFrame): boolean
}

export function warmUp(create: (dials: VoiceDials) => Speaker): void {
  if (warm) return
  warm = true
  const dials = VoiceDials.parse({})
  const phones = SYLLABLES.map((symbol) => ({ symbol, stress: 2 as const }))
  const phrase: Phrase = { words: [{ written: '', phones, weak: false, emphasis: 0 }], ending: 'statement' }
  const engine = create(dials)
  const score = composeScore([phrase], { dials, emotion: { joy: 0.5 }, seed: 1 })
  engine.enqueue(score)
  const pcm = new Float32Array(BLOCK_SAMPLES)
  const face = new Float32Array(FACE_CHANNEL_COUNT)
  for (let sample = 0; sample < score.durationSamples; sample += BLOCK_SAMPLES) engine.render(pcm, face)
}
