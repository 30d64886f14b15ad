// Placed segments and a feeling flow in, the melody flows out: Fujisaki's commands, whose responses are the field's own two poles.
import { type Ms, samplesFromMs } from '@psiona/shared'
import type { EmotionVoice } from './emotion-voice'
import { GoalTrack } from './goal-track'
import type { PhraseEnding } from './phone'
import { createRandom } from './random'
import type { Goal, PhraseCommand } from './score'
import { vowelFrom } from './segment'
import type { TimedSegment } from './timed-segment'

/** 1/α and 1/β of Fujisaki's model. */
export const PHRASE_TAU_MS: Ms = 333
const ACCENT_TAU_MS: Ms = 50
const BOUNDARY_TAU_MS: Ms = 50
const FALL_TAU_MS: Ms = 60

/** All in log f0: 0.22 is about four semitones. */
const PHRASE = 0.27
const LATER_PHRASE = 0.7
/** The breath is drawn and the larynx set before the first sound. */
const PHRASE_AGE_MS: Ms = 150
const ACCENT = 0.22
/** No two accents are alike. */
const ACCENT_SPREAD = 0.15
const EMPHASIS = 0.6
const EXCLAMATION = 1.25
const ACCENT_EARLY_MS: Ms = 30
/** The last accent before a fall begins to fall within its own vowel. */
const NUCLEAR_SHARE = 0.4

interface Boundary {
  readonly rise: number
  readonly fall: number
}
const BOUNDARIES: Readonly<Record<PhraseEnding, Boundary>> = {
  continues: { rise: 0.12, fall: 0 },
  statement: { rise: 0, fall: 0.15 },
  question: { rise: 0.35, fall: 0 },
  'wh-question': { rise: 0.06, fall: 0.12 },
  exclamation: { rise: 0, fall: 0.13 },
  trailing: { rise: 0, fall: 0.05 },
}
const RISE_BEFORE_END_MS: Ms = 200
const FALL_BEFORE_END_MS: Ms = 250
const AFTER_END_MS: Ms = 40

export function pitchGoals(
  segments: readonly TimedSegment[],
  feeling: EmotionVoice,
  seed: number,
): { goals: Goal[]; phraseCommands: PhraseCommand[] } {
  const random = createRandom(seed)
  const accents = new GoalTrack('accent', ACCENT_TAU_MS / feeling.accentSpeed, 0)
  const rises = new GoalTrack('boundaryRise', BOUNDARY_TAU_MS, 0)
  const falls = new GoalTrack('finalFall', FALL_TAU_MS, 0)
  const phraseCommands: PhraseCommand[] = []
  segments.forEach((segment, i) => {
    const { startSample, endSample, ending, stress, emphasis } = segment
    if (segment.phraseStart) {
      const magnitude = PHRASE * (segment.phrase === 0 ? 1 : LATER_PHRASE)
      phraseCommands.push({ atSample: Math.max(0, startSample - samplesFromMs(20)), magnitude, ageMs: PHRASE_AGE_MS })
    }
    if (segment.vowel && (stress === 2 || emphasis > 0) && (!segment.weak || emphasis > 0)) {
      const height = ACCENT * random.between(1 - ACCENT_SPREAD, 1 + ACCENT_SPREAD)
      const stronger = (1 + EMPHASIS * emphasis) * (ending === 'exclamation' ? EXCLAMATION : 1)
      const nuclear =
        BOUNDARIES[ending].fall > 0 && vowelFrom(segments, i + 1, ({ phrase }) => phrase === segment.phrase) === null
      const until = nuclear ? startSample + NUCLEAR_SHARE * (endSample - startSample) : endSample - samplesFromMs(10)
      accents.paint(startSample - samplesFromMs(ACCENT_EARLY_MS), until, height * stronger)
    }
    if (segment.phraseEnd) {
      const { rise, fall } = BOUNDARIES[ending]
      const after = endSample + samplesFromMs(AFTER_END_MS)
      const lift = rise + feeling.finalRise
      rises.paint(endSample - samplesFromMs(RISE_BEFORE_END_MS), after, Math.max(0, lift))
      falls.paint(endSample - samplesFromMs(FALL_BEFORE_END_MS), after, fall + Math.max(0, -lift))
    }
  })
  return { goals: [...accents.goals(), ...rises.goals(), ...falls.goals()], phraseCommands }
}
