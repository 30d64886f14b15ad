// A feeling flows in, the emotion oscillators ease to it: the face never jumps from one feeling to another.
import { EMOTIONS, type Emotion, type Ms } from '@psiona/shared'
import { emotionWeights } from './emotion-voice'
import type { Field } from './field'
import { OSCILLATOR } from './oscillator'

/** Nine tenths of the way in 0.58 s. */
const MOOD_TAU_MS: Ms = 150
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

export function wearMood(field: Field, emotion: Emotion): void {
  const weights = new Map(emotionWeights(emotion))
  const of = (name: (typeof EMOTIONS)[number]) => weights.get(name) ?? 0
  let breathsHz = BREATHS_HZ
  for (const name of EMOTIONS) {
    field.goal(OSCILLATOR[name], of(name), MOOD_TAU_MS)
    breathsHz += of(name) * (BREATH_BY[name] ?? 0)
  }
  field.goal(OSCILLATOR.cheekBounce, CHEEK_BOUNCE * of('joy'), MOOD_TAU_MS)
  field.goal(OSCILLATOR.lipTremor, LIP_TREMOR * Math.max(of('sadness'), of('fear')), MOOD_TAU_MS)
  field.omega[OSCILLATOR.breath] = 2 * Math.PI * Math.min(BREATH_LIMITS_HZ[1], Math.max(BREATH_LIMITS_HZ[0], breathsHz))
}
