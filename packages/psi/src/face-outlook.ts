// Speech that is placed on the clock flows in; what it asks of the face above the mouth flows out, as numbers that can be looked ahead in
// without allocation.
import type { Emotion } from '@psiona/shared'
import { emotionWeights } from './emotion-voice'
import { moodTargets } from './face-mood'
import { FIRST_FACE_OSCILLATOR, OSCILLATOR } from './oscillator'
import type { Score, ScoreCue } from './score'

export interface FaceOutlook {
  /** What WORN_BY_MOOD is drawn to from its start on; null when it brings no feeling of its own. */
  readonly mood: Float64Array | null
  /** In the order of time, since its start. */
  readonly goals: {
    readonly at: Float64Array
    readonly oscillator: Uint16Array
    readonly target: Float64Array
    readonly tauMs: Float64Array
  }
  readonly cues: readonly ScoreCue[]
}

/** Of a sound only the feeling is known. */
export function faceOutlook(
  emotion: Emotion,
  { goals, cues }: Pick<Score, 'goals' | 'cues'> = { goals: [], cues: [] },
): FaceOutlook {
  const known = goals.filter(({ oscillator }) => OSCILLATOR[oscillator] >= FIRST_FACE_OSCILLATOR)
  return {
    mood: emotionWeights(emotion).length > 0 ? moodTargets(emotion) : null,
    goals: {
      at: Float64Array.from(known, ({ atSample }) => atSample),
      oscillator: Uint16Array.from(known, ({ oscillator }) => OSCILLATOR[oscillator]),
      target: Float64Array.from(known, ({ target }) => target),
      tauMs: Float64Array.from(known, ({ tauMs }) => tauMs),
    },
    cues,
  }
}
