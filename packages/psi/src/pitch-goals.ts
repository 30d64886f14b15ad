// Placed segments and a feeling flow in, the melody flows out: Fujisaki's commands, whose responses are the field's own two poles.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { EmotionVoice } from './emotion-voice'
import { GoalTrack } from './goal-track'
import { type Boundary, boundaryOf, MANNERS, ORDINARY } from './melody'
import { createRandom } from './random'
import type { Goal, PhraseCommand } from './score'
import { vowelFrom } from './segment'
import { SummedTrack } from './summed-track'
import type { TimedSegment } from './timed-segment'

/** 1/α and 1/β of Fujisaki's model. */
export const PHRASE_TAU_MS: Ms = 333
const ACCENT_TAU_MS: Ms = 50
const BOUNDARY_TAU_MS: Ms = 50
const FALL_TAU_MS: Ms = 60

/** All in log f0: 0.22 is about four semitones. */
const PHRASE = 0.27
/** A new sentence starts nearly as high as the first; a new phrase inside one only lifts what is left, more after a breath. */
const LATER_SENTENCE = 0.85
const INSIDE = 0.42
const INSIDE_AFTER_BREATH = 0.65
/** The breath is drawn and the larynx set before the first sound. */
const PHRASE_AGE_MS: Ms = 150
const ACCENT = 0.22
const LEAST_ACCENT = 0.05
/** No two accents are alike. */
const ACCENT_SPREAD = 0.15
const EMPHASIS = 0.75
/** Context stresses from this on; what follows in the phrase is said lower. */
const FOCUS = 0.4
const AFTER_FOCUS = 0.07
const EFFORT_ACCENT = 0.4
const EFFORT_LIFT = 0.16
const ACCENT_EARLY_MS: Ms = 30
/** The last accent before a fall begins to fall within its own vowel. */
const NUCLEAR_SHARE = 0.4

/** Before the end of the voice: what a last "kst" hides is no melody. */
const RISE_BEFORE_END_MS: Ms = 200
const FALL_BEFORE_END_MS: Ms = 280
/** … and as soon as the last accent stands, if the word is short. */
const FALL_BEFORE_ACCENT_MS: Ms = 60
const AFTER_END_MS: Ms = 40
/** Height moves from one phrase to the next in their pause. */
const REGISTER_EARLY_MS: Ms = 60
/** A sound's own melody, in steps of this; where voice stands at 0 there is this much of phrase melody elsewhere. */
const SOUND_STEP_MS: Ms = 24
const SOUND_BASE = 0.21

/** Of a phrase, as far as it has come. */
interface Course {
  readonly startSample: Samples
  /** Where its voice ended last. */
  voicedUntil: Samples
  /** Where its last accent begins: it is no fall without a height. */
  lastAccent: Samples
}

export function pitchGoals(
  segments: readonly TimedSegment[],
  feeling: EmotionVoice,
  seed: number,
): { goals: Goal[]; phraseCommands: PhraseCommand[] } {
  const random = createRandom(seed)
  const accents = new GoalTrack('accent', ACCENT_TAU_MS / feeling.accentSpeed, 0)
  const rises = new SummedTrack('boundaryRise', BOUNDARY_TAU_MS)
  const falls = new SummedTrack('finalFall', FALL_TAU_MS)
  const phraseCommands: PhraseCommand[] = []
  /** Words of which a syllable is marked as the one that has the accent. */
  const stressed = new Set(segments.flatMap((segment) => (segment.stress === 2 ? segment.word : [])))
  let phrase: Course = { startSample: 0, voicedUntil: 0, lastAccent: 0 }
  let focusEnd = 0
  /** Where words ended last: a sound does not reach into them. */
  let spokenUntil = 0
  segments.forEach((segment, i) => {
    const { startSample, endSample, ending, stress, emphasis, accent, effort } = segment
    if (segment.part) {
      soundPitch(segments, i, spokenUntil, accents)
      return
    }
    const manner = segment.role ? MANNERS[segment.role] : (MANNERS[ending] ?? ORDINARY)
    if (segment.phraseStart) {
      phrase = { startSample, voicedUntil: endSample, lastAccent: startSample }
      focusEnd = 0
      const afterBreath = segments[i - 1]?.breath ?? false
      const again = segment.inside ? (afterBreath ? INSIDE_AFTER_BREATH : INSIDE) : segment.phrase === 0 ? 1 : LATER_SENTENCE
      phraseCommands.push({
        atSample: Math.max(0, startSample - samplesFromMs(20)),
        magnitude: PHRASE * again * manner.reset,
        ageMs: PHRASE_AGE_MS,
      })
    }
    const bears = stress === 2 || (emphasis > 0 && !stressed.has(segment.word))
    if (segment.vowel && bears && (!segment.weak || emphasis > 0)) {
      const height = ACCENT * random.between(1 - ACCENT_SPREAD, 1 + ACCENT_SPREAD) * Math.max(accent, emphasis > 0 ? 1 : 0)
      const stronger = (1 + EMPHASIS * emphasis + EFFORT_ACCENT * effort) * manner.range
      const nuclear =
        boundaryOf(segment).fall > 0 && vowelFrom(segments, i + 1, ({ phrase }) => phrase === segment.phrase) === null
      const until = nuclear ? startSample + NUCLEAR_SHARE * (endSample - startSample) : endSample - samplesFromMs(10)
      if (accent >= LEAST_ACCENT || emphasis > 0) {
        accents.paint(startSample - samplesFromMs(ACCENT_EARLY_MS), until, height * stronger)
        phrase.lastAccent = startSample
      }
    }
    spokenUntil = endSample
    if (segment.vowel || segment.consonant?.voiced) phrase.voicedUntil = endSample
    if (emphasis >= FOCUS) focusEnd = endSample
    rises.add(startSample, endSample, EFFORT_LIFT * effort)
    if (segment.phraseEnd) {
      const register = samplesFromMs(REGISTER_EARLY_MS)
      if (manner.lift > 0) rises.add(phrase.startSample - register, endSample, manner.lift)
      if (manner.lift < 0) falls.add(phrase.startSample - register, endSample, -manner.lift)
      if (focusEnd > 0) falls.add(focusEnd, endSample, AFTER_FOCUS)
      closePhrase(segment, phrase, boundaryOf(segment), feeling.finalRise, rises, falls)
    }
  })
  return { goals: [...accents.goals(), ...rises.goals(), ...falls.goals()], phraseCommands }
}

function closePhrase(
  { endSample }: TimedSegment,
  { startSample, voicedUntil, lastAccent }: Course,
  { rise, fall }: Boundary,
  finalRise: number,
  rises: SummedTrack,
  falls: SummedTrack,
): void {
  const after = endSample + samplesFromMs(AFTER_END_MS)
  const lift = rise + finalRise
  rises.add(Math.max(startSample, voicedUntil - samplesFromMs(RISE_BEFORE_END_MS)), after, Math.max(0, lift))
  const height = Math.max(startSample, lastAccent - samplesFromMs(FALL_BEFORE_ACCENT_MS))
  falls.add(Math.max(height, voicedUntil - samplesFromMs(FALL_BEFORE_END_MS)), after, fall + Math.max(0, -lift))
}

/** A laugh has no phrase to hang on: its height is painted as it is, and the breath between two pulses leads to the next. */
function soundPitch(segments: readonly TimedSegment[], i: number, least: Samples, accents: GoalTrack): void {
  const segment = segments[i]!
  const { startSample, endSample, word } = segment
  const own = segment.part?.pitch
  let k = i
  while (segments[k]?.word === word && !segments[k]?.part?.pitch) k++
  const next = segments[k]?.word === word ? segments[k]?.part?.pitch : undefined
  const [first, last] = own ?? (next ? [next[0], next[0]] : [null, null])
  if (first === null) return
  const lead = samplesFromMs(2 * ACCENT_TAU_MS)
  const steps = Math.max(1, Math.round((endSample - startSample) / samplesFromMs(SOUND_STEP_MS)))
  for (let step = 0; step < steps; step++) {
    const at = (share: number) => Math.max(least, startSample + share * (endSample - startSample) - lead)
    const height = SOUND_BASE + first + ((step + 0.5) / steps) * (last - first)
    // The last height stands until the sound is over.
    const until = step === steps - 1 && segment.wordEnd ? endSample : at((step + 1) / steps)
    accents.paint(at(step / steps), until, Math.max(0, height))
  }
}
