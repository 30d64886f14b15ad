// A feeling flows in, the emotion oscillators ease to it: the face never jumps from one feeling to another.
import { EMOTIONS, type Emotion, type Ms } from '@psiona/shared'
import { emotionWeights } from './emotion-voice'
import type { Field } from './field'
import { OSCILLATOR } from './oscillator'

/** Nine tenths of the way in 0.58 s. */
export const MOOD_TAU_MS: Ms = 150
/** Happy cheeks bounce, sad and frightened lips tremble. */
const CHEEK_BOUNCE = 0.1
const LIP_TREMOR = 0.08

const BREATHS_HZ = 0.25
const BREATH_LIMITS_HZ = [0.2, 0.3] as const
/** Hz added by a full feeling: an excited body breathes faster. */
const BREATH_BY: Readonly<Partial<Record<(typeof EMOTIONS)[number], number>>> = {
  fear: 0.05,
  anger: 0.04,
  surprise: 0.03,
  joy: 0.02,
  sadness: -0.03,
  calm: -0.04,
}

/** The oscillators that a feeling draws to something. */
export const WORN_BY_MOOD: readonly number[] = [...EMOTIONS, 'cheekBounce' as const, 'lipTremor' as const].map(
  (name) => OSCILLATOR[name],
)

/** What it draws them to, in that order. */
export function moodTargets(emotion: Emotion): Float64Array {
  const weights = new Map(emotionWeights(emotion))
  const of = (name: (typeof EMOTIONS)[number]) => weights.get(name) ?? 0
  return Float64Array.of(...EMOTIONS.map(of), CHEEK_BOUNCE * of('joy'), LIP_TREMOR * Math.max(of('sadness'), of('fear')))
}

export function wearMood(field: Field, emotion: Emotion): void {
  const targets = moodTargets(emotion)
  for (let i = 0; i < WORN_BY_MOOD.length; i++) field.goal(WORN_BY_MOOD[i]!, targets[i]!, MOOD_TAU_MS)
  let breathsHz = BREATHS_HZ
  for (let i = 0; i < EMOTIONS.length; i++) breathsHz += targets[i]! * (BREATH_BY[EMOTIONS[i]!] ?? 0)
  field.omega[OSCILLATOR.breath] = 2 * Math.PI * Math.min(BREATH_LIMITS_HZ[1], Math.max(BREATH_LIMITS_HZ[0], breathsHz))
}
